/** How many properties an object has; one that is `undefined` counts as absent. */
export function propertyCount(object: object): number {
  let count = 0;
  for (const member of Object.values(object)) if (member !== undefined) count += 1;
  return count;
}
