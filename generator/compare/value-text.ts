import { compareCodeUnits } from "../text/order.ts";

/**
 * Writes a JSON value so that two have the same text where JSON Schema calls them equal (2020-12 core
 * §4.2.2). A number too large for JavaScript is told from `null`, which JSON would write for it.
 */
export function valueText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .sort(([left], [right]) => compareCodeUnits(left, right))
      .map(([key, member]) => `${JSON.stringify(key)}:${valueText(member)}`);
    return `{${members.join(",")}}`;
  }
  const isWritable = typeof value !== "number" || Number.isFinite(value);
  return isWritable ? JSON.stringify(value) : String(value);
}
