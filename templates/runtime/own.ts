const hasOwn = Object.prototype.hasOwnProperty;

/** An object's own property; `undefined` where it has none of that name. */
export function own(object: Record<string, unknown>, name: string): unknown {
  return hasOwn.call(object, name) ? object[name] : undefined;
}
