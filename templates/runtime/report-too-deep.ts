import type { Issue } from "./issue.ts";

/** Adds the issue of a value that is nested too deep in others to be judged. */
export function reportTooDeep(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  limit: number,
): void {
  const message = `must not be nested more than ${limit} levels deep`;
  issues.push({ instancePath, schemaPath, keyword: "depth", message, params: { limit } });
}
