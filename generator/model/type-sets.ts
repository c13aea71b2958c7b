import type { ValueType } from "../dialects/canonical-keywords.ts";

/** A set of types, as this file hands it out: equal sets are one object. */
export type TypeSet = ReadonlySet<ValueType>;

const types: readonly ValueType[] = ["null", "boolean", "number", "string", "array", "object"];

/** Every set, at the index that has a bit for each of its types. */
const sets: readonly TypeSet[] = Array.from(
  { length: 2 ** types.length },
  (_, bits) => new Set(types.filter((_type, position) => (bits & (1 << position)) !== 0)),
);

const bitsOfSets: ReadonlyMap<TypeSet, number> = new Map(sets.map((set, bits) => [set, bits]));

const bitOfType: Readonly<Record<ValueType, number>> = {
  null: 1,
  boolean: 2,
  number: 4,
  string: 8,
  array: 16,
  object: 32,
};

/**
 * The set of some types, in the order of all of them.
 */
export function typeSet(members: Iterable<ValueType>): TypeSet {
  let bits = 0;
  for (const type of members) bits |= bitOfType[type];
  return setOf(bits);
}

/**
 * The types that two sets have in common.
 */
export function commonTypes(left: TypeSet, right: TypeSet): TypeSet {
  return left === right ? left : setOf(bitsOf(left) & bitsOf(right));
}

/**
 * The types that one of two sets has.
 */
export function eitherTypes(left: TypeSet, right: TypeSet): TypeSet {
  return left === right ? left : setOf(bitsOf(left) | bitsOf(right));
}

/**
 * A number that a set has alone among all of them: below {@link typeSetCount}.
 */
export function typeSetNumber(set: TypeSet): number {
  return bitsOf(set);
}

export const typeSetCount: number = sets.length;

function setOf(bits: number): TypeSet {
  const set = sets[bits];
  if (set === undefined) throw new RangeError(`no set of types ${bits}`);
  return set;
}

function bitsOf(set: TypeSet): number {
  return bitsOfSets.get(set) ?? bitsOf(typeSet(set));
}

/** Every type that a JSON value can have. */
export const everyType: TypeSet = typeSet(types);

/** The set of no type. */
export const noType: TypeSet = typeSet([]);
