import {
  type ArrayElement,
  type ArrayType,
  isSameType,
  isWhole,
  jsonTypesOf,
  neverType,
  type ObjectType,
  type PatternType,
  type PropertyType,
  typeKey,
  type TypeExpression,
  unionMembers,
  unknownType,
} from "./type-expression.ts";
import { noteOf } from "./member-notes.ts";
import { matchesTemplate } from "./pattern-keys.ts";
import { unionOf } from "./union.ts";

/** Members of two unions that have a type of JSON in common. */
interface Pair {
  readonly left: TypeExpression;
  readonly right: TypeExpression;
}

/** How many pairs of members an intersection of unions is multiplied out to. */
const pairLimit = 24;

/** How long they can be together, by their keys; nested unions would else grow without bound. */
const sizeLimit = 20_000;

/** How many members TypeScript is left to multiply out itself. */
const productLimit = 10_000;

/**
 * The intersection of types. Unions are multiplied out as far as that stays short, in the order of
 * the later one; shapes of objects and arrays are merged; members without a value in common vanish.
 */
export function intersectionOf(types: readonly TypeExpression[]): TypeExpression {
  return types.reduce((left, right) => intersect(left, right), unknownType);
}

/**
 * Merges two shapes of an object: both hold for its properties. A required property that is left
 * without a value stays, as `never`.
 */
export function mergeObjects(left: ObjectType, right: ObjectType): ObjectType {
  const ofLeft = new Map(left.properties.map((property) => [property.name, property]));
  const ofRight = new Map(right.properties.map((property) => [property.name, property]));
  const names = new Set([...ofLeft.keys(), ...ofRight.keys()]);
  const properties = [...names].map((name): PropertyType => {
    const [a, b] = [ofLeft.get(name), ofRight.get(name)];
    return {
      name,
      type: intersect(
        a?.type ?? undeclaredType(left, name),
        b?.type ?? undeclaredType(right, name),
      ),
      required: (a?.required ?? false) || (b?.required ?? false),
      documentation: firstText(a?.documentation, b?.documentation),
    };
  });
  return {
    kind: "object",
    properties,
    patterns: mergePatterns(left, right),
    rest: intersect(left.rest, right.rest),
  };
}

/**
 * What an object can hold in a property that it does not declare.
 */
function undeclaredType({ patterns, rest }: ObjectType, name: string): TypeExpression {
  const matching = patterns.filter(({ pieces }) => matchesTemplate(pieces, name));
  return matching.length === 0 ? rest : intersectionOf(matching.map(({ type }) => type));
}

/**
 * What an object can hold in a property.
 */
export function propertyType(object: ObjectType, name: string): TypeExpression {
  const declared = object.properties.find((property) => property.name === name);
  return declared?.type ?? undeclaredType(object, name);
}

function mergePatterns(left: ObjectType, right: ObjectType): readonly PatternType[] {
  const merged = [
    ...left.patterns.map((pattern) => beside(pattern, right)),
    ...right.patterns
      .filter(({ pieces }) => !left.patterns.some((other) => haveSamePieces(other.pieces, pieces)))
      .map((pattern) => beside(pattern, left)),
  ];
  // A closed object has no other properties anyway.
  const isClosed = left.rest.kind === "never" || right.rest.kind === "never";
  return isClosed ? merged.filter(({ type }) => type.kind !== "never") : merged;
}

/** A pattern of one object with what the other demands of the same names, as far as that is certain. */
function beside({ pieces, type }: PatternType, other: ObjectType): PatternType {
  const same = other.patterns.find((pattern) => haveSamePieces(pattern.pieces, pieces));
  if (same !== undefined) return { pieces, type: intersect(type, same.type) };
  // Some of the names may match a pattern of the other, whose type says then what they hold.
  return other.patterns.length > 0
    ? { pieces, type }
    : { pieces, type: intersect(type, other.rest) };
}

function haveSamePieces(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((piece, index) => piece === b[index]);
}

function firstText(...texts: readonly (string | undefined)[]): string {
  return texts.find((text) => text !== undefined && text !== "") ?? "";
}

function intersect(a: TypeExpression, b: TypeExpression): TypeExpression {
  if (a.kind === "unknown") return b;
  if (b.kind === "unknown") return a;
  const pairs = pairMembers(unionMembers(a), unionMembers(b));
  const distinct = pairs.filter(({ left, right }) => coveredBy(left, right) === undefined);
  if (distinct.length <= 1 || isWorthExpanding(distinct)) {
    return unionOf(pairs.map(({ left, right }) => meet(left, right)));
  }
  const lefts = unionOf(pairs.map(({ left }) => left));
  const rights = unionOf(pairs.map(({ right }) => right));
  return intersectionWithin([lefts, rights].flatMap(intersectionMembers));
}

/** The intersection of members that are not merged, without those that make it too large. */
function intersectionWithin(members: readonly TypeExpression[]): TypeExpression {
  let product = 1;
  const kept = members.filter((member) => {
    const multiplied = product * productOf(member);
    if (product > 1 && multiplied > productLimit) return false;
    product = multiplied;
    return true;
  });
  const [first = unknownType, ...others] = kept;
  return others.length === 0 ? first : { kind: "intersection", members: referencesFirst(kept) };
}

/** How many members a type has once TypeScript has multiplied it out. */
function productOf(type: TypeExpression): number {
  if (type.kind === "union")
    return type.members.reduce((sum, member) => sum + productOf(member), 0);
  // A reference may stand for a union with a member for each type that it admits.
  if (type.kind === "reference") return Math.max(1, jsonTypesOf(type).length);
  if (type.kind !== "intersection") return 1;
  return type.members.reduce((product, member) => product * productOf(member), 1);
}

function pairMembers(
  lefts: readonly TypeExpression[],
  rights: readonly TypeExpression[],
): readonly Pair[] {
  return rights.flatMap((right) =>
    lefts
      .map((left) => ({ left, right }))
      .filter((pair) => coveredBy(pair.left, pair.right)?.kind !== "never"),
  );
}

/**
 * The one of two members that the other lets through whole; `never` where they have no value in
 * common; `undefined` where the intersection is something else than both.
 */
function coveredBy(left: TypeExpression, right: TypeExpression): TypeExpression | undefined {
  const [leftTypes, rightTypes] = [jsonTypesOf(left), jsonTypesOf(right)];
  if (isWhole(right) && leftTypes.every((type) => rightTypes.includes(type))) return left;
  if (isWhole(left) && rightTypes.every((type) => leftTypes.includes(type))) return right;
  if (left.kind === "literal" && right.kind === "literal") {
    if (left.value !== right.value) return neverType;
    return noteOf(left) === undefined ? right : left;
  }
  // A listed value says more than the shape of its format.
  if (left.kind === "literal" && right.kind === "text" && rightTypes.length > 0) return left;
  if (right.kind === "literal" && left.kind === "text" && leftTypes.length > 0) return right;
  if (!leftTypes.some((type) => rightTypes.includes(type))) return neverType;
  return isSameType(left, right) ? left : undefined;
}

/** Whether multiplying out merges something, and not too much. */
function isWorthExpanding(pairs: readonly Pair[]): boolean {
  if (pairs.length > pairLimit) return false;
  if (!pairs.some(({ left, right }) => isShape(left) && isShape(right))) return false;
  const sizes = pairs.map(({ left, right }) => typeKey(left).length + typeKey(right).length);
  return sizes.reduce((sum, size) => sum + size, 0) <= sizeLimit;
}

function isShape(type: TypeExpression): boolean {
  return type.kind === "object" || type.kind === "array";
}

/** The intersection of two types that are no unions. */
function meet(left: TypeExpression, right: TypeExpression): TypeExpression {
  let members: readonly TypeExpression[] = [];
  for (const type of [left, right].flatMap(intersectionMembers)) {
    members = addMember(members, type);
  }
  return members.some((member) => member.kind === "never")
    ? neverType
    : intersectionWithin(members);
}

/** Adds to the members of an intersection, merging where one of them takes the other in. */
function addMember(
  members: readonly TypeExpression[],
  type: TypeExpression,
): readonly TypeExpression[] {
  for (const [index, member] of members.entries()) {
    const merged = merge(member, type);
    if (merged !== undefined) return members.with(index, merged);
  }
  return [...members, type];
}

function intersectionMembers(type: TypeExpression): readonly TypeExpression[] {
  return type.kind === "intersection" ? type.members : [type];
}

function merge(left: TypeExpression, right: TypeExpression): TypeExpression | undefined {
  const covered = coveredBy(left, right);
  if (covered !== undefined) return covered;
  if (left.kind === "object" && right.kind === "object") return meetObjects(left, right);
  if (left.kind === "array" && right.kind === "array") return meetArrays(left, right);
  return undefined;
}

function meetObjects(left: ObjectType, right: ObjectType): TypeExpression {
  const merged = mergeObjects(left, right);
  const isImpossible = ({ name, type, required }: PropertyType) =>
    required && type.kind === "never" && !isNever(left, name) && !isNever(right, name);
  return merged.properties.some(isImpossible) ? neverType : merged;
}

/** Whether an object by itself demands a property that can have no value. */
function isNever({ properties }: ObjectType, name: string): boolean {
  return properties.some(
    (property) => property.name === name && property.required && property.type.kind === "never",
  );
}

function meetArrays(left: ArrayType, right: ArrayType): TypeExpression {
  const length = Math.max(left.elements.length, right.elements.length);
  const elements = Array.from({ length }, (_, index): ArrayElement => {
    const [a, b] = [left.elements[index], right.elements[index]];
    return {
      type: intersect(a?.type ?? left.rest, b?.type ?? right.rest),
      required: (a?.required ?? false) || (b?.required ?? false),
    };
  });
  if (elements.some(({ type, required }) => required && type.kind === "never")) return neverType;
  const end = elements.findIndex(({ type }) => type.kind === "never");
  if (end !== -1) return { kind: "array", elements: elements.slice(0, end), rest: neverType };
  return { kind: "array", elements, rest: intersect(left.rest, right.rest) };
}

/** A shared type before what is said beside it. */
function referencesFirst(members: readonly TypeExpression[]): readonly TypeExpression[] {
  const named = (type: TypeExpression) =>
    unionMembers(type).every((member) => member.kind === "reference");
  return [...members.filter(named), ...members.filter((member) => !named(member))];
}
