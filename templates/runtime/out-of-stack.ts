import { tooDeep } from "./too-deep.ts";

/** Whether an error tells that an engine has no room for another call. */
export function isOutOfStack(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === "InternalError");
}

/** Refuses a value for which an engine has no room; throws every other error on. */
export function outOfStack(error: unknown): boolean {
  if (isOutOfStack(error)) return tooDeep();
  throw error;
}
