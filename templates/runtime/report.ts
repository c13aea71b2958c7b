import type { Issue } from "./issue.ts";

/** Adds an issue to a list. */
export function report(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  keyword: string,
  message: string,
  params: Readonly<Record<string, unknown>>,
): void {
  issues.push({ instancePath, schemaPath, keyword, message, params });
}
