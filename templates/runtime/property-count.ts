/** How many properties an object has; one that is `undefined` counts as absent. */
export function propertyCount(object: Record<string, unknown>): number {
  let count = 0;
  for (const name of Object.keys(object)) if (object[name] !== undefined) count += 1;
  return count;
}
