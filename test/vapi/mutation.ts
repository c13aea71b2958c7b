import fc from "fast-check";

/** One change of a JSON value, at a place that is counted in the order of the value's text. */
export interface Mutation {
  readonly kind: "replace" | "delete" | "insert";
  /** Taken modulo the number of places that there are. */
  readonly place: number;
  /** The name of an inserted property. */
  readonly key: string;
  readonly value: unknown;
}

/** Names of properties that plain lookups confuse with what every object inherits. */
const inheritedNames = ["__proto__", "constructor", "toString", "hasOwnProperty"];

const emoji = "\u{1F4DE}";

/**
 * Draws mutations whose keys and values are partly those of the given samples, so that tags are
 * swapped and parts stand in each other's place, and partly hostile ones.
 *
 * @param limits the lengths at whose edge strings are drawn
 */
export function mutationOf(
  samples: readonly unknown[],
  limits: readonly number[],
): fc.Arbitrary<Mutation> {
  const parts = samples.flatMap(valuesIn);
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...parts) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, "", [], {}, [[]], [{}]) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...limits),
          fc.integer({ min: -1, max: 1 }),
          fc.constantFrom("x", emoji),
        )
        .map(([limit, offset, character]) => character.repeat(limit + offset)),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        0,
        -0,
        1,
        0.999,
        300,
        300.5,
        600,
        601,
        -1,
        1e308,
        -1e308,
        5e-324,
        2 ** 53,
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...inheritedNames).map((name) => withProperty({}, name, {})),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
  const key = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...new Set(parts.flatMap(keysIn))) },
    { weight: 1, arbitrary: fc.constantFrom(...inheritedNames) },
  );
  return fc.record({
    kind: fc.constantFrom("replace" as const, "delete" as const, "insert" as const),
    place: fc.nat(),
    key,
    value,
  });
}

/**
 * Gives a value with one change; the value itself stays as it is. The whole value is replaced, never
 * deleted.
 */
export function mutate(root: unknown, mutation: Mutation): unknown {
  const places = valuesIn(root).length;
  const wanted = mutation.place % places;
  let visited = -1;

  /** The changed value, or undefined where it is to be gone. */
  const change = (value: unknown): unknown => {
    visited += 1;
    if (visited !== wanted) return rebuild(value, change);
    if (mutation.kind === "delete" && value !== root) return undefined;
    if (mutation.kind === "insert" && Array.isArray(value))
      return [mutation.value, ...(value as unknown[])];
    if (mutation.kind === "insert" && typeof value === "object" && value !== null) {
      return withProperty(value, mutation.key, mutation.value);
    }
    return mutation.value;
  };
  return change(root);
}

function rebuild(value: unknown, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change).filter((item) => item !== undefined);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, change(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** `Object.fromEntries` makes `__proto__` an own property, as `JSON.parse` does. */
function withProperty(value: object, key: string, item: unknown): object {
  return Object.fromEntries([...Object.entries(value), [key, item]]);
}

/** A value and all that it holds, in the order of its text. */
function valuesIn(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  return [value, ...Object.values(value).flatMap(valuesIn)];
}

function keysIn(value: unknown): string[] {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.keys(value)
    : [];
}
