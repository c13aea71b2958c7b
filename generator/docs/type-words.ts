import { assertionOf } from "../model/assertion-of.ts";
import type { Assertion, JsonType, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { constraintWords } from "./constraint-words.ts";
import { conjunctsOf } from "./inline-schemas.ts";
import type { Markup } from "./markup.ts";
import { hasValueTable, isLongList, mostInlineVariants } from "./parts.ts";

/** What words about the schemas of one page need. */
export interface Wording {
  readonly model: SchemaModel;
  readonly markup: Markup;
  /** A link to a declaration's section, from the page that the words are for. */
  readonly declarationLink: (id: NodeId) => string;
  /** The anchor of a schema's own place on the page, if it has one. */
  readonly anchorOf: (id: NodeId) => string | undefined;
  /** The schemas that the words stand in the place of, where tables show all but their types. */
  readonly place: ReadonlySet<NodeId>;
}

/**
 * Says in words what a schema accepts, with all of its constraints.
 */
export function schemaWords(wording: Wording, id: NodeId): string {
  const type = typeWords(wording, id);
  if (wording.model.declarations.has(id)) return type;
  const constraints = conjunctsOf(wording.model, id).flatMap((node) =>
    nodeConstraints(wording, node.id),
  );
  if (constraints.length === 0) return type;
  return type === "anything" ? constraints.join(" and ") : `${type} (${constraints.join("; ")})`;
}

/**
 * The constraints of a schema beside its type, each in words; none for one that has a place of its
 * own to say them in.
 */
function nodeConstraints(wording: Wording, id: NodeId): readonly string[] {
  if (wording.anchorOf(id) !== undefined) return [];
  return constraintWords(
    nodeOf(wording.model, id),
    (inner) => schemaWords(wording, inner),
    wording.markup,
  );
}

/**
 * Says in words which type a schema has: a link for one with a name, else its types, values or
 * variants.
 */
export function typeWords(wording: Wording, id: NodeId): string {
  if (wording.model.declarations.has(id)) return wording.declarationLink(id);
  return ownTypeWords(wording, id);
}

/**
 * Says in words which type a schema has, whether it has a name or not.
 */
export function ownTypeWords(wording: Wording, id: NodeId): string {
  const { model } = wording;
  const node = nodeOf(model, id);
  const clauses = node.assertions.flatMap((assertion) => assertionWords(wording, node, assertion));
  const types = shapeWords(wording, node);
  if (isContradiction(model, node)) return contradictionWords([...types, ...clauses]);
  const hasValues = node.assertions.some(
    ({ keyword }) => keyword === "enum" || keyword === "const",
  );
  return joinClauses(hasValues ? clauses : [...types, ...clauses]);
}

/** Whether a schema accepts nothing by what it says itself, not by what it refers to. */
function isContradiction(model: SchemaModel, { id, assertions }: SchemaNode): boolean {
  const acceptsNothing = (other: NodeId) => model.facts[other]?.types.size === 0;
  return (
    acceptsNothing(id) &&
    !assertions.some((assertion) => {
      if (assertion.keyword === "$ref") return acceptsNothing(assertion.target);
      return (
        assertion.keyword === "allOf" &&
        assertion.subschemas.some((member) => acceptsNothing(member.node))
      );
    })
  );
}

function contradictionWords(clauses: readonly string[]): string {
  return clauses.length < 2 ? "nothing" : `nothing (${joinClauses(clauses)})`;
}

/** Joins what several schemas say that all hold. */
export function joinClauses(clauses: readonly string[]): string {
  const distinct = [...new Set(clauses)].filter((words) => words !== "anything");
  if (distinct.length === 0) return "anything";
  return distinct.map((words) => grouped(words, distinct.length)).join(" and ");
}

function assertionWords(wording: Wording, node: SchemaNode, assertion: Assertion): string[] {
  switch (assertion.keyword) {
    case "enum":
      return [valuesWords(wording, node, assertion.values)];
    case "const":
      return [wording.markup.json(assertion.value)];
    case "$ref":
      return [typeWords(wording, assertion.target)];
    case "allOf":
      return assertion.subschemas.map((member) => typeWords(wording, member.node));
    case "anyOf":
    case "oneOf":
      if (assertion.subschemas.length > 1 && wording.place.has(node.id)) return [];
      return [
        unionWords(
          wording,
          node,
          assertion.subschemas.map((variant) => variant.node),
        ),
      ];
    default:
      return [];
  }
}

function valuesWords(wording: Wording, node: SchemaNode, values: readonly unknown[]): string {
  const isLong = isLongList(values);
  const words = isLong
    ? `one of ${values.length} values`
    : values.map(wording.markup.json).join(" or ");
  return isLong || hasValueTable(node) ? placeLink(wording, node, words) : words;
}

function unionWords(wording: Wording, node: SchemaNode, variants: readonly NodeId[]): string {
  const hasPlace = wording.anchorOf(node.id) !== undefined;
  if (variants.length > (hasPlace ? mostRepeatedVariants : mostInlineVariants)) {
    return placeLink(wording, node, `one of ${variants.length} variants`);
  }
  return [...new Set(variants.map((variant) => schemaWords(wording, variant)))].join(" or ");
}

/** How many variants are named in a line where a table of them follows in a place of their own. */
const mostRepeatedVariants = 3;

function placeLink({ anchorOf, place, markup }: Wording, node: SchemaNode, text: string): string {
  const anchor = place.has(node.id) ? undefined : anchorOf(node.id);
  return anchor === undefined ? text : markup.link(text, `#${anchor}`);
}

function shapeWords(wording: Wording, node: SchemaNode): string[] {
  const hasProperties = assertionOf(node, "properties") !== undefined;
  const types = assertionOf(node, "type")?.types ?? (hasProperties ? ["object"] : []);
  const isShown = hasProperties && wording.place.has(node.id);
  if (types.length === 0 || (isShown && types.every((type) => type === "object"))) return [];
  return [types.map((type) => shapeOf(wording, node, type)).join(" or ")];
}

function shapeOf(wording: Wording, node: SchemaNode, type: JsonType): string {
  if (type === "array") return arrayWords(wording, node);
  if (type !== "object") return type;
  if (assertionOf(node, "properties") !== undefined) return placeLink(wording, node, "object");
  const additional = assertionOf(node, "additionalProperties")?.subschema.node;
  if (additional === undefined) return "object";
  const values = schemaWords(wording, additional);
  return values === "nothing" || values === "anything"
    ? "object"
    : `object of ${grouped(values, 2)}`;
}

function arrayWords(wording: Wording, node: SchemaNode): string {
  const prefix = assertionOf(node, "prefixItems")?.subschemas ?? [];
  const rest = assertionOf(node, "items")?.subschema.node;
  const restWords = rest === undefined ? "anything" : schemaWords(wording, rest);
  if (prefix.length === 0) {
    return restWords === "anything" ? "array" : `array of ${grouped(restWords, 2)}`;
  }
  const members = prefix.map((member) => schemaWords(wording, member.node)).join(", ");
  return restWords === "nothing" ? `array of ${members}` : `array of ${members}, then ${restWords}`;
}

/** Sets alternatives apart where they stand among other words. */
function grouped(words: string, count: number): string {
  return count > 1 && / or | and |, /.test(words) ? `(${words})` : words;
}
