import type { Issue } from "./issue.ts";
import { report } from "./report.ts";
import { reportNearest } from "./report-nearest.ts";

/**
 * Speaks for a failed `oneOf`: as {@link reportNearest}, and names the branches where several match.
 */
export function reportOneOf(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  branches: readonly (readonly Issue[])[],
  selected?: number,
): void {
  const passing = [...branches.keys()].filter((index) => branches[index]?.length === 0);
  if (passing.length === 0) {
    reportNearest(issues, instancePath, schemaPath, "oneOf", branches, selected);
  } else {
    const message = `must match exactly one alternative, not ${passing.length}`;
    report(issues, instancePath, schemaPath, "oneOf", message, { passing });
  }
}
