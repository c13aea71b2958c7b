import { addIssue } from "./add-issue.ts";
import { type NestedCollector, dropFindings, findings, findingsOf } from "./findings.ts";
import type { Issue } from "./issue.ts";
import { isOutOfStack } from "./out-of-stack.ts";
import { reportAt } from "./report-at.ts";

/**
 * Adds the issues that a collector finds of a value, where it has found them before; else it is asked. Of
 * a value that is judged by one schema in several ways, an issue has the place of the first.
 */
export function recalledIssues(
  collect: NestedCollector,
  value: unknown,
  path: string,
  schemaPath: string,
  issues: Issue[],
  depth: number,
): void {
  if (!findings.isKept) {
    findings.isKept = true;
    try {
      collect(value, path, schemaPath, issues, depth, true);
    } catch (error) {
      if (!isOutOfStack(error)) throw error;
      const message = "must not be nested deeper than there is room to judge";
      reportAt(issues, path, schemaPath, "depth", message, {});
    } finally {
      dropFindings();
    }
    return;
  }
  if (findings.judged <= 10_000 || typeof value !== "object" || value === null) {
    collect(value, path, schemaPath, issues, depth, true);
    return;
  }
  const known = findingsOf(findings.issues, collect, depth);
  let found = known.get(value);
  if (found === undefined) {
    const all: Issue[] = [];
    collect(value, path, schemaPath, all, depth, true);
    found = [...new Set(all)];
    known.set(value, found);
  }
  for (const issue of found) addIssue(issues, issue);
}
