import { getSystemErrorMap } from "node:util";

/**
 * Says in words why a file operation failed: the meaning of its errno where it has one, else the
 * message of what was thrown.
 */
export function faultReason(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const errno = "errno" in fault && typeof fault.errno === "number" ? fault.errno : undefined;
  const known = errno === undefined ? undefined : getSystemErrorMap().get(errno);
  return known?.[1] ?? fault.message;
}
