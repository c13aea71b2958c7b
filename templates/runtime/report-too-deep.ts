import type { Issue } from "./issue.ts";
import { reportAt } from "./report-at.ts";

/** Adds the issue of a value that is nested too deep in others to be judged. */
export function reportTooDeep(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  limit: number,
): void {
  const message = `must not be nested more than ${limit} levels deep`;
  reportAt(issues, instancePath, schemaPath, "depth", message, { limit });
}
