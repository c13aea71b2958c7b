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
  issues.push({ instancePath, schemaPath, keyword, message, params });
}
