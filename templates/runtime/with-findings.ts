import { type NestedGuard, dropFindings, findings } from "./findings.ts";
import { outOfStack } from "./out-of-stack.ts";

/** Whether a guard accepts a value, where it may come to others again and again. */
export function withFindings(guard: NestedGuard, value: unknown): boolean {
  const isFirst = !findings.isKept;
  findings.isKept = true;
  try {
    return guard(value, 0, false);
  } catch (error) {
    return outOfStack(error);
  } finally {
    if (isFirst) dropFindings();
  }
}
