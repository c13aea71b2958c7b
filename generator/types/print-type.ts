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
} from "./type-expression.ts";
import { joinDocumentation } from "./documentation.ts";
import { readType } from "./inherited-members.ts";
import { isDocumented, noteOf, unionText, withoutNotes } from "./member-notes.ts";
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
 * Prints a type as TypeScript, its nested lines indented by two spaces.
 */
export function printType(type: TypeExpression, scope: PrintScope): string {
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
      return type.properties.length === 0 && type.patterns.length === 0
        ? printMap(type.rest, scope)
        : printObject(type, scope);
    case "union":
      return unionText(type.members, (member) => printType(member, scope));
    case "intersection":
      return type.members
        .map((member) => printOperand(withoutNotes(member), { ...scope, isJoined: true }))
        .join(" & ");
  }
}

/** An index signature whose parts are printed. */
export interface PrintedIndex {
  readonly key: string;
  readonly text: string;
}

/**
 * The index signatures of an object, each widened by the declared properties that it covers, as
 * TypeScript demands (TS2411). An object has none for properties that can hold anything, or nothing.
 */
export function printIndexes(object: ObjectType, scope: PrintScope): readonly PrintedIndex[] {
  const { properties, patterns, rest } = object;
  const templates = patterns.map(({ pieces, type }): PrintedIndex => {
    const matching = properties.filter(({ name }) => matchesTemplate(pieces, name));
    return { key: printTemplate(pieces), text: printIndexType(type, matching, scope) };
  });
  if (rest.kind === "never" || (rest.kind === "unknown" && !hasOpenIndex(object, scope))) {
    return templates;
  }
  const covered = unionOf([rest, ...patterns.map(({ type }) => type)]);
  return [...templates, { key: "string", text: printIndexType(covered, properties, scope) }];
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
): string {
  const type = unionOf([index, ...properties.map(readType)]);
  const text = printType(type, scope);
  const isOptional = properties.some((property) => !property.required);
  return isOptional && type.kind !== "unknown" ? `${text} | undefined` : text;
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

function printObject(object: ObjectType, scope: PrintScope): string {
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
    ...property,
    text: printType(readType(property), scope),
    documentation: joinDocumentation(
      property.documentation,
      noteOf(property.type)?.documentation ?? "",
    ),
  }));
}

/** A property whose type is printed. */
export interface PrintedProperty {
  readonly name: string;
  readonly text: string;
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
): string {
  const modifier = isReadonly ? "readonly " : "";
  const lines = properties.flatMap(({ name, text, required, documentation }) => [
    ...(documentation === "" ? [] : [documentationComment(documentation)]),
    `${modifier}${propertyKey(name)}${required ? "" : "?"}: ${text};`,
  ]);
  lines.push(...indexes.map((index) => `${modifier}${printIndex(index)};`));
  return `{\n${lines.map(indent).join("\n")}\n}`;
}

/**
 * Prints an index signature.
 */
export function printIndex({ key, text }: PrintedIndex): string {
  return `[key: ${key}]: ${text}`;
}

function printMap(rest: TypeExpression, scope: PrintScope): string {
  const isRecursive = scope.isEager && referencesOf(rest).length > 0;
  if (scope.hasRecord && !isRecursive && !scope.isReadonly && !isDocumented(rest)) {
    return `Record<string, ${printType(rest, scope)}>`;
  }
  const modifier = scope.isReadonly ? "readonly " : "";
  return `{ ${modifier}[key: string]: ${printType(rest, { ...scope, isEager: false })} }`;
}

function printArray(array: ArrayType, scope: PrintScope): string {
  return scope.isReadonly ? `readonly ${printItems(array, scope)}` : printItems(array, scope);
}

function printItems(array: ArrayType, scope: PrintScope): string {
  if (array.elements.length === 0) {
    return array.rest.kind === "never" ? "[]" : printArrayOf(array.rest, scope);
  }
  const elements = array.elements.map(({ type, required }) =>
    printElement({ type: withoutNotes(type), required }, scope),
  );
  if (array.rest.kind !== "never") elements.push(`...${printArrayOf(array.rest, scope)}`);
  return `[${elements.join(", ")}]`;
}

/**
 * Prints the type of an array whose items have a type. Babel, which prettier and bundlers parse with,
 * reads `-1[]` as an access to a number, and prettier drops mere parentheses.
 */
function printArrayOf(items: TypeExpression, scope: PrintScope): string {
  const isNegative = items.kind === "literal" && typeof items.value === "number" && items.value < 0;
  return isNegative ? `(${printType(items, scope)} & number)[]` : `${printOperand(items, scope)}[]`;
}

function printElement({ type, required }: ArrayElement, scope: PrintScope): string {
  return required ? printType(type, scope) : `${printOperand(type, scope)}?`;
}

function printOperand(type: TypeExpression, scope: PrintScope): string {
  const text = printType(type, scope);
  switch (type.kind) {
    case "union":
    case "intersection":
    case "text":
      return `(${text})`;
    case "array":
      return scope.isReadonly ? `(${text})` : text;
    default:
      return text;
  }
}

function indent(text: string): string {
  return `  ${text.replaceAll("\n", "\n  ")}`;
}
