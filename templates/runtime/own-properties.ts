/**
 * An object as its own properties alone: a copy, where its prototype may add others. That of objects
 * which a parser made adds none.
 */
export function ownProperties(object: object): Record<string, unknown> {
  return Object.getPrototypeOf(object) === Object.prototype
    ? (object as Record<string, unknown>)
    : { __proto__: null, ...object };
}
