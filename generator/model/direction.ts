import type { Annotations } from "../dialects/canonical-keywords.ts";

/** The messages that carry a property, where that is not all of them. */
export type Direction = "requests" | "responses";

/**
 * Which messages alone carry a property, by `readOnly` and `writeOnly`: where it is required, it is
 * in these alone (OpenAPI 3.0.3 §4.7.24.2). Guards judge a value without knowing its direction.
 */
export function directionOf(annotations: readonly Annotations[]): Direction | undefined {
  const readOnly = annotations.some((each) => each.readOnly === true);
  const writeOnly = annotations.some((each) => each.writeOnly === true);
  if (readOnly === writeOnly) return undefined;
  return readOnly ? "responses" : "requests";
}
