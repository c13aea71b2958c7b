import type { Issue } from "./issue.ts";

/**
 * Speaks for a failed `anyOf`: the selected branch does, else the nearest one, or the keyword itself
 * where the value has the type of no branch.
 *
 * @param branches the issues that each branch has with the value
 */
export function reportAnyOf(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  branches: readonly (readonly Issue[])[],
  selected?: number,
): void {
  if (branches.some((branch) => branch.length === 0)) return;
  reportNearest(issues, instancePath, schemaPath, "anyOf", branches, selected);
}

/**
 * Speaks for a failed `oneOf`: as {@link reportAnyOf}, and names the branches where several match.
 */
export function reportOneOf(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  branches: readonly (readonly Issue[])[],
  selected?: number,
): void {
  const passing: number[] = [];
  branches.forEach((branch, index) => {
    if (branch.length === 0) passing.push(index);
  });
  if (passing.length === 1) return;
  if (passing.length === 0) {
    reportNearest(issues, instancePath, schemaPath, "oneOf", branches, selected);
    return;
  }
  const message = `must match exactly one alternative, not ${passing.length}`;
  issues.push({ instancePath, schemaPath, keyword: "oneOf", message, params: { passing } });
}

function reportNearest(
  issues: Issue[],
  instancePath: string,
  schemaPath: string,
  keyword: string,
  branches: readonly (readonly Issue[])[],
  selected: number | undefined,
): void {
  let nearest = selected === undefined ? undefined : branches[selected];
  for (const branch of nearest === undefined ? branches : []) {
    const otherType = branch.some(
      (issue) => issue.instancePath === instancePath && issue.keyword === "type",
    );
    if (!otherType && (nearest === undefined || branch.length < nearest.length)) nearest = branch;
  }
  if (nearest !== undefined) {
    issues.push(...nearest);
    return;
  }
  const message = "must match one of the alternatives, and has the type of none";
  issues.push({ instancePath, schemaPath, keyword, message, params: {} });
}
