import type { Issue } from "./issue.ts";
import { own } from "./own.ts";
import { reportAt } from "./report-at.ts";

/** Adds an issue for each of some properties that an object itself does not have. */
export function reportMissing(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  object: object,
  names: readonly string[],
): void {
  for (const name of names) {
    if (own(object, name) === undefined) {
      const message = `must have the property ${JSON.stringify(name)}`;
      reportAt(issues, instancePath, schemaPath, "required", message, { missingProperty: name });
    }
  }
}
