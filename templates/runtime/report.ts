import { addIssue } from "./add-issue.ts";
import type { Issue } from "./issue.ts";

/**
 * Adds an issue to a list.
 *
 * @param schemaPath the place of the schema that the keyword stands in
 */
export function report(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  keyword: string,
  message: string,
  params: Readonly<Record<string, unknown>>,
): void {
  const place = `${schemaPath}/${keyword}`;
  addIssue(issues, { instancePath, schemaPath: place, keyword, message, params });
}
