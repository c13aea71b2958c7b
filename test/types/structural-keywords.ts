/**
 * The keywords of faults that TypeScript can tell: those of the structure of a value. `minItems` and
 * `maxItems` are among them, since short lists are tuples.
 */
export const structuralKeywords: ReadonlySet<string> = new Set([
  "type",
  "required",
  "enum",
  "const",
  "additionalProperties",
  "unevaluatedProperties",
  "minItems",
  "maxItems",
]);
