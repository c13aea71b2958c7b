import { addIssue } from "./add-issue.ts";
import type { Issue } from "./issue.ts";

/** Adds an issue to a list, of which `schemaPath` is the place. */
export function reportAt(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  keyword: string,
  message: string,
  params: Readonly<Record<string, unknown>>,
): void {
  addIssue(issues, { instancePath, schemaPath, keyword, message, params });
}
