import { depthRefusals } from "./too-deep.ts";

/** Whether a guard accepts a value, and not since something in it is nested too deep to be judged. */
export function withinDepth(
  guard: (value: unknown, depth: number) => boolean,
  value: unknown,
): boolean {
  const before = depthRefusals.count;
  return guard(value, 0) && depthRefusals.count === before;
}
