/** How often a value was refused since it is nested too deep in others to be judged. */
export const depthRefusals: { count: number } = { count: 0 };

/** Refuses a value that is nested too deep in others to be judged. */
export function tooDeep(): boolean {
  depthRefusals.count += 1;
  return false;
}
