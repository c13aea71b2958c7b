import type { NestedGuard } from "./findings.ts";
import { depthRefusals } from "./too-deep.ts";
import { withFindings } from "./with-findings.ts";

/** Whether a guard accepts a value, and not since something in it is nested too deep to be judged. */
export function withinDepth(guard: NestedGuard, value: unknown): boolean {
  const before = depthRefusals.count;
  return withFindings(guard, value) && depthRefusals.count === before;
}
