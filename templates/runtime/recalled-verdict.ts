import { type NestedGuard, findings, findingsOf } from "./findings.ts";
import { depthRefusals } from "./too-deep.ts";

/** What a guard finds of a value, where it has found that before; else it is asked. */
export function recalledVerdict(guard: NestedGuard, value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return guard(value, depth, true);
  const known = findingsOf(findings.verdicts, guard, depth);
  let found = known.get(value);
  if (found === undefined) {
    const before = depthRefusals.count;
    const accepts = guard(value, depth, true);
    found = { accepts, isTooDeep: depthRefusals.count !== before };
    known.set(value, found);
  } else if (found.isTooDeep) depthRefusals.count += 1;
  return found.accepts;
}
