import { addIssue } from "./add-issue.ts";
import type { Issue } from "./issue.ts";
import { report } from "./report.ts";

/**
 * Speaks for a union of which no branch matches: the selected branch does, else the nearest one, or the
 * keyword itself where the value has the type of no branch.
 *
 * @param branches the issues that each branch has with the value
 */
export function reportNearest(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  keyword: string,
  branches: readonly (readonly Issue[])[],
  selected?: number,
): void {
  let nearest = selected === undefined ? undefined : branches[selected];
  for (const branch of nearest === undefined ? branches : []) {
    const otherType = branch.some(
      (issue) => issue.instancePath === instancePath && issue.keyword === "type",
    );
    if (!otherType && (nearest === undefined || branch.length < nearest.length)) nearest = branch;
  }
  if (nearest === undefined) {
    const message = "must match one of the alternatives, and has the type of none";
    report(issues, instancePath, schemaPath, keyword, message, {});
  } else {
    for (const issue of nearest) addIssue(issues, issue);
  }
}
