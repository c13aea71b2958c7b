/**
 * Whether an object itself has a property. The function is called by its whole name: so an engine knows
 * it, and inside a walk over the object's properties compares nothing but shapes.
 */
export function hasOwn(object: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, name);
}
