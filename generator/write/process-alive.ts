import { hasCode } from "./file-fault.ts";

/**
 * Whether a process of this machine runs, as far as one may ask.
 */
export function isProcessAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (fault) {
    return hasCode(fault, "EPERM");
  }
}
