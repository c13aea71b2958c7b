import { assertionOf } from "../model/assertion-of.ts";
import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../model/model.ts";
import { inlineCode } from "../text/markdown.ts";
import { counted, type Noun, properties } from "./count-words.ts";

/** Says in words what a schema accepts. */
export type DescribeSchema = (id: NodeId) => string;

const plain: Noun = ["", ""];
const characters: Noun = [" character", " characters"];
const items: Noun = [" item", " items"];

/**
 * Says in words what a schema demands beside its type: one text for each assertion, or pair of
 * limits, that the words for its type leave out.
 */
export function constraintWords(node: SchemaNode, describe: DescribeSchema): readonly string[] {
  const { format, contentEncoding, contentMediaType } = node.annotations;
  return [
    ...node.assertions.flatMap((assertion) => {
      const words = assertionWords(node, assertion, describe);
      return words === undefined ? [] : [words];
    }),
    ...(format === undefined ? [] : [`format ${inlineCode(format)}`]),
    ...(contentEncoding === undefined ? [] : [`encoded in ${inlineCode(contentEncoding)}`]),
    ...(contentMediaType === undefined ? [] : [`holds ${inlineCode(contentMediaType)}`]),
  ];
}

function assertionWords(
  node: SchemaNode,
  assertion: Assertion,
  describe: DescribeSchema,
): string | undefined {
  switch (assertion.keyword) {
    case "multipleOf":
      return `a multiple of ${assertion.divisor}`;
    case "minimum":
      return rangeWords(assertion.limit, assertionOf(node, "maximum")?.limit, plain);
    case "maximum":
      return limitWords(node, "minimum", assertion.limit, plain);
    case "exclusiveMinimum":
      return `more than ${assertion.limit}`;
    case "exclusiveMaximum":
      return `less than ${assertion.limit}`;
    case "minLength":
      return rangeWords(assertion.limit, assertionOf(node, "maxLength")?.limit, characters);
    case "maxLength":
      return limitWords(node, "minLength", assertion.limit, characters);
    case "minItems":
      return rangeWords(assertion.limit, assertionOf(node, "maxItems")?.limit, items);
    case "maxItems":
      return limitWords(node, "minItems", assertion.limit, items);
    case "minProperties":
      return rangeWords(assertion.limit, assertionOf(node, "maxProperties")?.limit, properties);
    case "maxProperties":
      return limitWords(node, "minProperties", assertion.limit, properties);
    case "pattern":
      return `matches ${inlineCode(assertion.pattern.source)}`;
    case "format":
    case "contentEncoding":
    case "contentMediaType":
      // The annotation of the same keyword is shown already.
      return undefined;
    case "uniqueItems":
      return "no two items are equal";
    case "contains": {
      const count = rangeWords(assertion.minimum, assertion.maximum, items);
      return `${count}: ${describe(assertion.subschema.node)}`;
    }
    case "required":
      return requiredWords(node, assertion.names);
    case "dependentRequired":
      return assertion.dependencies
        .map(({ name, required }) => `${inlineCode(name)} requires ${namesWords(required)}`)
        .join("; ");
    case "dependentSchemas":
      return assertion.dependencies
        .map((dependency) => `with ${inlineCode(dependency.name)}: ${describe(dependency.node)}`)
        .join("; ");
    case "patternProperties":
      return assertion.patterns
        .map(
          (member) =>
            `properties whose name matches ${inlineCode(member.pattern.source)}: ${describe(member.node)}`,
        )
        .join("; ");
    case "additionalProperties":
      return additionalWords(node, describe(assertion.subschema.node));
    case "propertyNames":
      return `names of properties: ${describe(assertion.subschema.node)}`;
    case "unevaluatedProperties":
      return otherWords("properties", describe(assertion.subschema.node));
    case "unevaluatedItems":
      return otherWords("items", describe(assertion.subschema.node));
    case "items":
      return isTyped(node, "array") ? undefined : `items: ${describe(assertion.subschema.node)}`;
    case "prefixItems":
      return isTyped(node, "array")
        ? undefined
        : `first items: ${assertion.subschemas.map((member) => describe(member.node)).join(", ")}`;
    case "not":
      return `not ${describe(assertion.subschema.node)}`;
    case "if": {
      const { condition, consequent, alternative } = assertion;
      const branches = [
        ...(consequent === undefined ? [] : [`then ${describe(consequent.node)}`]),
        ...(alternative === undefined ? [] : [`else ${describe(alternative.node)}`]),
      ];
      return branches.length === 0
        ? undefined
        : `if ${describe(condition.node)}, ${branches.join(", ")}`;
    }
    case "false":
    case "type":
    case "enum":
    case "const":
    case "properties":
    case "allOf":
    case "anyOf":
    case "oneOf":
    case "$ref":
      return undefined;
  }
}

function limitWords(
  node: SchemaNode,
  lower: "minimum" | "minLength" | "minItems" | "minProperties",
  limit: number,
  noun: Noun,
): string | undefined {
  return assertionOf(node, lower) === undefined ? `at most ${counted(limit, noun)}` : undefined;
}

function rangeWords(minimum: number, maximum: number | undefined, noun: Noun): string {
  if (maximum === undefined) return `at least ${counted(minimum, noun)}`;
  if (minimum === maximum) return `exactly ${counted(minimum, noun)}`;
  return `${minimum} to ${counted(maximum, noun)}`;
}

/** The names that must be present but are no row of the table of properties. */
function requiredWords(node: SchemaNode, names: readonly string[]): string | undefined {
  const declared = assertionOf(node, "properties")?.properties ?? [];
  const others = names.filter((name) => !declared.some((property) => property.name === name));
  return others.length === 0 ? undefined : `requires ${namesWords(others)}`;
}

function additionalWords(node: SchemaNode, words: string): string | undefined {
  if (words === "anything") return undefined;
  if (words === "nothing") return "no other properties";
  const isSaid = isTyped(node, "object") && assertionOf(node, "properties") === undefined;
  return isSaid ? undefined : `other properties: ${words}`;
}

function isTyped(node: SchemaNode, type: "array" | "object"): boolean {
  return assertionOf(node, "type")?.types.includes(type) ?? false;
}

function namesWords(names: readonly string[]): string {
  return names.map(inlineCode).join(" and ");
}

/** What is allowed where nothing else in the schema speaks for a property or an item. */
function otherWords(noun: "properties" | "items", described: string): string {
  return described === "nothing" ? `no other ${noun}` : `other ${noun}: ${described}`;
}
