import { typeOfValue } from "../model/json-type.ts";
import type { NodeId, ValueType } from "../dialects/canonical-keywords.ts";

/** A TypeScript type, seen as the set of JSON values that it admits. */
export type TypeExpression =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "primitive"; readonly name: Exclude<ValueType, "array" | "object"> }
  | LiteralType
  | TextType
  | ReferenceType
  | ArrayType
  | ObjectType
  | { readonly kind: "union"; readonly members: readonly TypeExpression[] }
  | { readonly kind: "intersection"; readonly members: readonly TypeExpression[] };

/**
 * Where a literal has what is said of it beside its value. A symbol is no part of {@link typeKey}: what
 * is said of a value makes no other type of it.
 */
export const memberNote: unique symbol = Symbol("note of a member");

export interface LiteralType {
  readonly kind: "literal";
  readonly value: string | number | boolean;
  readonly [memberNote]?: MemberNote;
}

/** What is said of a value beside that it is admitted. */
export interface MemberNote {
  /** The key that it is wanted under in an object of values; "" for none. */
  readonly key: string;
  /** Lines of a documentation comment, safe already; "" where there are none. */
  readonly documentation: string;
}

/** A type as TypeScript writes it, of which nothing else is known. */
export interface TextType {
  readonly kind: "text";
  readonly text: string;
  /** The JSON types of which it admits values. */
  readonly types: readonly ValueType[];
}

/** A declaration or an inline type, by its name. */
export interface ReferenceType {
  readonly kind: "reference";
  readonly target: NodeId;
  /** The JSON types of which the declaration accepts values. */
  readonly types: readonly ValueType[];
}

/** An array: a tuple where it has elements. */
export interface ArrayType {
  readonly kind: "array";
  readonly elements: readonly ArrayElement[];
  /** What the items behind the elements can be; `never` where there are none. */
  readonly rest: TypeExpression;
}

export interface ArrayElement {
  readonly type: TypeExpression;
  readonly required: boolean;
}

/** An object with its declared properties. */
export interface ObjectType {
  readonly kind: "object";
  readonly properties: readonly PropertyType[];
  /** What properties can hold whose names have a pattern. */
  readonly patterns: readonly PatternType[];
  /** What the other undeclared properties can hold: `unknown` in an open object, `never` in a closed one. */
  readonly rest: TypeExpression;
}

/** The properties of an object whose names match a template literal type. */
export interface PatternType {
  /** The name's pieces, with any text between two of them. */
  readonly pieces: readonly string[];
  readonly type: TypeExpression;
}

export interface PropertyType {
  readonly name: string;
  readonly type: TypeExpression;
  readonly required: boolean;
  /** Lines of a documentation comment, safe already; "" where there are none. */
  readonly documentation: string;
}

export const unknownType: TypeExpression = { kind: "unknown" };
export const neverType: TypeExpression = { kind: "never" };
const anyArray: ArrayType = { kind: "array", elements: [], rest: unknownType };
export const anyObject: ObjectType = {
  kind: "object",
  properties: [],
  patterns: [],
  rest: unknownType,
};

/**
 * The expression of every value of a JSON type.
 */
export function wholeType(type: ValueType): TypeExpression {
  if (type === "array") return anyArray;
  return type === "object" ? anyObject : { kind: "primitive", name: type };
}

/** Every type of JSON, in the order in which a union of them is written. */
export const writtenOrder: readonly ValueType[] = [
  "string",
  "number",
  "boolean",
  "null",
  "array",
  "object",
];

/**
 * Whether an expression admits every value of the JSON types that it admits values of.
 */
export function isWhole(type: TypeExpression): boolean {
  switch (type.kind) {
    case "unknown":
    case "primitive":
      return true;
    case "array":
      return type.elements.length === 0 && type.rest.kind === "unknown";
    case "object": {
      const { properties, patterns, rest } = type;
      return properties.length === 0 && patterns.length === 0 && rest.kind === "unknown";
    }
    case "never":
    case "literal":
    case "text":
    case "reference":
    case "union":
    case "intersection":
      return false;
  }
}

/**
 * The JSON types that an expression admits values of.
 */
export function jsonTypesOf(type: TypeExpression): readonly ValueType[] {
  switch (type.kind) {
    case "unknown":
      return writtenOrder;
    case "never":
      return [];
    case "primitive":
      return [type.name];
    case "literal":
      return [typeOfValue(type.value)];
    case "text":
    case "reference":
      return type.types;
    case "array":
    case "object":
      return [type.kind];
    case "union":
      return writtenOrder.filter((candidate) =>
        type.members.some((member) => jsonTypesOf(member).includes(candidate)),
      );
    case "intersection":
      return writtenOrder.filter((candidate) =>
        type.members.every((member) => jsonTypesOf(member).includes(candidate)),
      );
  }
}

/**
 * The members of a union; none of `never`; of all else the expression itself.
 */
export function unionMembers(type: TypeExpression): readonly TypeExpression[] {
  if (type.kind === "never") return [];
  return type.kind === "union" ? type.members : [type];
}

/**
 * The members of a union, as {@link unionMembers}; of `unknown` every JSON type.
 */
export function speltMembers(type: TypeExpression): readonly TypeExpression[] {
  return type.kind === "unknown" ? writtenOrder.map(wholeType) : unionMembers(type);
}

/**
 * Whether two expressions are written alike.
 */
export function isSameType(a: TypeExpression, b: TypeExpression): boolean {
  return a === b || (a.kind === b.kind && typeKey(a) === typeKey(b));
}

/**
 * A text that is the same for expressions that are written alike.
 */
export function typeKey(type: TypeExpression): string {
  return JSON.stringify(type);
}

/**
 * The declarations that an expression names, in ascending order.
 */
export function referencesOf(type: TypeExpression): readonly NodeId[] {
  if (type.kind === "reference") return [type.target];
  return [...new Set(partsOf(type).flatMap(referencesOf))].sort((a, b) => a - b);
}

function partsOf(type: TypeExpression): readonly TypeExpression[] {
  switch (type.kind) {
    case "array":
      return [...type.elements.map((element) => element.type), type.rest];
    case "object":
      return [...[...type.properties, ...type.patterns].map((member) => member.type), type.rest];
    case "union":
    case "intersection":
      return type.members;
    case "unknown":
    case "never":
    case "primitive":
    case "literal":
    case "text":
    case "reference":
      return [];
  }
}
