import fc from "fast-check";

/** A value that a JSON parser can make. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The members of a schema or of an instance: entries, so that `__proto__` is a name like others. */
export type Members = readonly (readonly [string, Json])[];

/** The names of properties, in schemas and instances alike. */
export const names = fc.constantFrom(
  ...["a", "b", "ab", "foo", "é", "__proto__", "constructor", "toString"],
);

const strings = fc.constantFrom(
  ...["", "a", "b", "ab", "foo", "é", "1", "\u{1F600}", "\u{1F600}a", "\uD83D"],
);

/** Numbers whose multiples hyperjump, which reckons with floats, tells right for each divisor. */
const numbers = fc.constantFrom(
  ...[0, -0, 1, 2, 3, -1, 0.1, 0.3, 0.5, 0.9, 1.1, 1.5, 4.35, 19.98, 1e21],
);

/** The values of `multipleOf`. */
export const divisors = fc.constantFrom(1, 2, 3, 0.03, 0.3, 0.5, 1.1);

const scalars: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  { weight: 2, arbitrary: numbers },
  { weight: 2, arbitrary: strings },
);

/** Makes an object of its members. */
export function asObject(members: Members): Json {
  return Object.fromEntries(members);
}

/** Draws objects with up to `maxLength` properties. */
export function objectOf(
  value: fc.Arbitrary<Json>,
  maxLength: number,
  keys: fc.Arbitrary<string> = names,
): fc.Arbitrary<Json> {
  return fc
    .uniqueArray(fc.tuple(keys, value), { maxLength, selector: ([name]) => name })
    .map(asObject);
}

/** Draws values that are nested up to `depth` deep. */
export function valueOf(depth: number): fc.Arbitrary<Json> {
  if (depth === 0) return scalars;
  const nested = valueOf(depth - 1);
  return fc.oneof(
    { weight: 2, arbitrary: scalars },
    { weight: 3, arbitrary: fc.array(nested, { maxLength: 4 }) },
    { weight: 4, arbitrary: objectOf(nested, 4) },
  );
}
