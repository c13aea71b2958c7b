import type { NodeId } from "../dialects/canonical-keywords.ts";
import { documentationComment } from "../text/comment.ts";
import { propertyKey } from "../text/property-key.ts";
import { stringLiteral } from "../text/string-literal.ts";
import {
  type ArrayElement,
  type ArrayType,
  type ObjectType,
  type PropertyType,
  referencesOf,
  type TypeExpression,
  unionMembers,
} from "./type-expression.ts";
import { isTerm, isTypeName } from "./foreign-text.ts";
import {
  commentedLayout,
  indexLayout,
  type IntersectionMember,
  intersectionLayout,
  isHugged,
  listLayout,
  objectLayout,
  singleMemberLayout,
  type TypeLayout,
  unionLayout,
  type UnionMember,
  type UnionPlace,
} from "./type-layout.ts";
import { joinDocumentation } from "./documentation.ts";
import { readType } from "./inherited-members.ts";
import { isDocumented, noteOf, withoutNotes } from "./member-notes.ts";
import { matchesTemplate } from "./pattern-keys.ts";
import { unionOf } from "./union.ts";

/** What the text of a type depends on besides the type. */
export interface PrintScope {
  /** The name that a declaration has in the module. */
  readonly nameOf: (declaration: NodeId) => string;
  /** Whether `Record` means the global type. */
  readonly hasRecord: boolean;
  /**
   * Whether the text stands where TypeScript resolves a type at once. An alias that comes back to
   * itself there, through the arguments of `Record` say, is an error (TS2456).
   */
  readonly isEager: boolean;
  /** Whether properties, arrays and maps are `readonly`. */
  readonly isReadonly: boolean;
  /** Whether open objects have an index signature. */
  readonly hasOpenIndex: boolean;
  /** Whether the text is a member of an intersection. */
  readonly isJoined?: boolean;
}

/**
 * Prints a type as TypeScript.
 *
 * @param place where the type stands, should it be a union
 */
export function printType(
  type: TypeExpression,
  scope: PrintScope,
  place: UnionPlace = "annotation",
): TypeLayout {
  switch (type.kind) {
    case "unknown":
    case "never":
      return type.kind;
    case "primitive":
      return type.name;
    case "literal":
      return typeof type.value === "string"
        ? stringLiteral(type.value)
        : JSON.stringify(type.value);
    case "text":
      return type.text;
    case "reference":
      return scope.nameOf(type.target);
    case "array":
      return printArray(type, scope);
    case "object":
      return isMap(type) ? printMap(type.rest, scope) : printObject(type, scope);
    case "union":
      return unionLayout(unionParts(type.members, scope), place);
    case "intersection":
      return intersectionLayout(
        type.members.map((member) => ({
          layout: printJoined(withoutNotes(member), { ...scope, isJoined: true }),
          isObject: isBraced(member, scope),
        })),
      );
  }
}

/**
 * Whether a type is a union whose members stand a line each where they do not fit on one.
 */
export function isListedUnion(type: TypeExpression, scope: PrintScope): boolean {
  return type.kind === "union" && !isHugged(unionParts(type.members, scope));
}

function isMap({ properties, patterns }: ObjectType): boolean {
  return properties.length === 0 && patterns.length === 0;
}

function unionParts(members: readonly TypeExpression[], scope: PrintScope): UnionMember[] {
  return members.map((member) => {
    const documentation = noteOf(member)?.documentation ?? "";
    return {
      layout: printMember(member, scope),
      comment: documentation === "" ? "" : documentationComment(documentation),
      shape: shapeOf(member),
    };
  });
}

function printMember(member: TypeExpression, scope: PrintScope): TypeLayout {
  const printed = printType(member, scope);
  return member.kind === "intersection" ? ["(", printed, ")"] : printed;
}

function shapeOf(member: TypeExpression): UnionMember["shape"] {
  switch (member.kind) {
    case "primitive":
      return member.name === "null" ? "null" : "other";
    case "reference":
    case "object":
      return "named";
    case "text":
      return isTypeName(member.text) ? "named" : "other";
    default:
      return "other";
  }
}

/** An index signature whose parts are printed. */
export interface PrintedIndex {
  readonly key: string;
  readonly type: TypeLayout;
}

/**
 * The index signatures of an object, each widened by the declared properties that it covers, as
 * TypeScript demands (TS2411). An object has none for properties that can hold anything, or nothing.
 */
export function printIndexes(object: ObjectType, scope: PrintScope): readonly PrintedIndex[] {
  const { properties, patterns, rest } = object;
  const templates = patterns.map(({ pieces, type }): PrintedIndex => {
    const matching = properties.filter(({ name }) => matchesTemplate(pieces, name));
    return { key: printTemplate(pieces), type: printIndexType(type, matching, scope) };
  });
  if (rest.kind === "never" || (rest.kind === "unknown" && !hasOpenIndex(object, scope))) {
    return templates;
  }
  const covered = unionOf([rest, ...patterns.map(({ type }) => type)]);
  return [...templates, { key: "string", type: printIndexType(covered, properties, scope) }];
}

/**
 * An object of which is only said what it lacks is written as open: TypeScript refuses what has no
 * property in common with a type of optional ones (TS2559).
 */
function hasOpenIndex({ properties, patterns }: ObjectType, scope: PrintScope): boolean {
  if (scope.hasOpenIndex) return true;
  if (patterns.length > 0 || scope.isJoined === true) return false;
  return (
    properties.length > 0 &&
    properties.every(({ type, required }) => !required && type.kind === "never")
  );
}

function printIndexType(
  index: TypeExpression,
  properties: readonly PropertyType[],
  scope: PrintScope,
): TypeLayout {
  const type = unionOf([index, ...properties.map(readType)]);
  const isOptional = properties.some((property) => !property.required);
  if (!isOptional || type.kind === "unknown") return printType(type, scope);
  const undefinedMember = { layout: "undefined", comment: "", shape: "other" } as const;
  return unionLayout([...unionParts(unionMembers(type), scope), undefinedMember], "annotation");
}

function printTemplate(pieces: readonly string[]): string {
  const texts = pieces.map((piece) =>
    JSON.stringify(piece)
      .slice(1, -1)
      .replaceAll('\\"', '"')
      .replaceAll(/`|\$\{/gu, "\\$&"),
  );
  return `\`${texts.join("${string}")}\``;
}

function printObject(object: ObjectType, scope: PrintScope): TypeLayout {
  const inner = { ...scope, isEager: false, isJoined: false };
  const indexes = printIndexes(object, { ...inner, isJoined: scope.isJoined === true });
  return printObjectBody(printProperties(object, inner), indexes, scope.isReadonly);
}

/**
 * Prints the types of an object's properties. What is said of the only value that one can hold is said
 * of the property.
 */
export function printProperties(object: ObjectType, scope: PrintScope): PrintedProperty[] {
  return object.properties.map((property) => ({
    name: property.name,
    type: printType(readType(property), scope),
    required: property.required,
    documentation: joinDocumentation(
      property.documentation,
      noteOf(property.type)?.documentation ?? "",
    ),
  }));
}

/** A property whose type is printed. */
export interface PrintedProperty {
  readonly name: string;
  readonly type: TypeLayout;
  readonly required: boolean;
  readonly documentation: string;
}

/**
 * Prints the body of an object type, braces included.
 */
export function printObjectBody(
  properties: readonly PrintedProperty[],
  indexes: readonly PrintedIndex[],
  isReadonly: boolean,
): TypeLayout {
  const modifier = isReadonly ? "readonly " : "";
  const members = properties.map(({ name, type, required, documentation }): TypeLayout => {
    const head = `${modifier}${propertyKey(name)}${required ? "" : "?"}: `;
    const comment = documentation === "" ? "" : documentationComment(documentation);
    return commentedLayout(comment, [head, type, ";"]);
  });
  return objectLayout([...members, ...indexes.map((index) => [modifier, printIndex(index), ";"])]);
}

/**
 * Prints an index signature.
 */
export function printIndex({ key, type }: PrintedIndex): TypeLayout {
  return indexLayout(`key: ${key}`, type);
}

function printMap(rest: TypeExpression, scope: PrintScope): TypeLayout {
  if (!isBracedMap(rest, scope)) {
    return listLayout("Record<", ["string", printType(rest, scope, "bare")], ">", false);
  }
  const modifier = scope.isReadonly ? "readonly " : "";
  const index = printIndex({ key: "string", type: printType(rest, { ...scope, isEager: false }) });
  return singleMemberLayout([modifier, index]);
}

function isBracedMap(rest: TypeExpression, scope: PrintScope): boolean {
  const isRecursive = scope.isEager && referencesOf(rest).length > 0;
  return !scope.hasRecord || isRecursive || scope.isReadonly || isDocumented(rest);
}

/** Whether a type is written as an object in braces. */
function isBraced(type: TypeExpression, scope: PrintScope): boolean {
  return type.kind === "object" && (!isMap(type) || isBracedMap(type.rest, scope));
}

function printArray(array: ArrayType, scope: PrintScope): TypeLayout {
  return scope.isReadonly ? ["readonly ", printItems(array, scope)] : printItems(array, scope);
}

function printItems(array: ArrayType, scope: PrintScope): TypeLayout {
  const { elements, rest } = array;
  if (elements.length === 0) {
    return rest.kind === "never" ? "[]" : printArrayOf(rest, scope);
  }
  const place = elements.length === 1 && rest.kind === "never" ? "bare" : "element";
  const entries = elements.map(({ type, required }) =>
    printElement({ type: withoutNotes(type), required }, scope, place),
  );
  if (rest.kind !== "never") entries.push(["...", printArrayOf(rest, scope)]);
  return listLayout("[", entries, "]", true);
}

/**
 * Prints the type of an array whose items have a type. Babel, which prettier and bundlers parse with,
 * reads `-1[]` as an access to a number, and prettier drops mere parentheses.
 */
function printArrayOf(items: TypeExpression, scope: PrintScope): TypeLayout {
  const isNegative = items.kind === "literal" && typeof items.value === "number" && items.value < 0;
  if (isNegative) return ["(", intersectionLayout(negativeOperands(items.value)), ")[]"];
  return [printOperand(items, scope), "[]"];
}

function negativeOperands(value: number): IntersectionMember[] {
  return [String(value), "number"].map((layout) => ({ layout, isObject: false }));
}

function printElement(
  { type, required }: ArrayElement,
  scope: PrintScope,
  place: UnionPlace,
): TypeLayout {
  return required ? printType(type, scope, place) : [printOperand(type, scope), "?"];
}

function printOperand(type: TypeExpression, scope: PrintScope): TypeLayout {
  const printed = printJoined(type, scope);
  return type.kind === "array" && scope.isReadonly ? ["(", printed, ")"] : printed;
}

function printJoined(type: TypeExpression, scope: PrintScope): TypeLayout {
  const printed = printType(type, scope, "parentheses");
  const isLoose = type.kind === "intersection" || (type.kind === "text" && !isTerm(type.text));
  return isLoose ? ["(", printed, ")"] : printed;
}
