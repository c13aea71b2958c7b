import type { Issue } from "./issue.ts";
import { report } from "./report.ts";

/** Adds an issue for each of some properties that an object itself does not have. */
export function reportMissing(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  object: object,
  names: readonly string[],
): void {
  const own: Record<string, unknown> = { __proto__: null, ...object };
  for (const name of names) {
    if (own[name] === undefined) {
      const message = `must have the property ${JSON.stringify(name)}`;
      report(issues, instancePath, schemaPath, "required", message, { missingProperty: name });
    }
  }
}
