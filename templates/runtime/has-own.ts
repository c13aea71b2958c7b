const hasOwnProperty = Object.prototype.hasOwnProperty;

/** Whether an object itself has a property. */
export function hasOwn(object: object, name: string): boolean {
  return hasOwnProperty.call(object, name);
}
