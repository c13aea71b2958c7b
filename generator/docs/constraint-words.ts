import { assertionOf } from "../model/assertion-of.ts";
import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../model/model.ts";
import type { Markup } from "./markup.ts";
import { formatWords, items, limitWords, rangeWords } from "../words/limit-words.ts";

/** Says in words what a schema accepts. */
export type DescribeSchema = (id: NodeId) => string;

/**
 * Says in words what a schema demands beside its type: one text for each assertion, or pair of
 * limits, that the words for its type leave out.
 */
export function constraintWords(
  node: SchemaNode,
  describe: DescribeSchema,
  markup: Pick<Markup, "code" | "text">,
): readonly string[] {
  return [
    ...node.assertions.flatMap((assertion) => {
      const words = assertionWords(node, assertion, describe, markup);
      return words === undefined ? [] : [words];
    }),
    ...formatWords(node.annotations, markup.code),
  ];
}

function assertionWords(
  node: SchemaNode,
  assertion: Assertion,
  describe: DescribeSchema,
  { code, text }: Pick<Markup, "code" | "text">,
): string | undefined {
  switch (assertion.keyword) {
    case "multipleOf":
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
    case "minProperties":
    case "maxProperties":
    case "pattern":
    case "uniqueItems":
    case "dependentRequired":
      return limitWords(node, assertion, code);
    case "format":
    case "contentEncoding":
    case "contentMediaType":
      // The annotation of the same keyword is shown already.
      return undefined;
    case "custom":
      return text(assertion.message);
    case "contains": {
      const count = rangeWords(assertion.minimum, assertion.maximum, items);
      return `${count}: ${describe(assertion.subschema.node)}`;
    }
    case "required":
      return requiredWords(node, assertion.names, code);
    case "dependentSchemas":
      return assertion.dependencies
        .map((dependency) => `with ${code(dependency.name)}: ${describe(dependency.node)}`)
        .join("; ");
    case "patternProperties":
      return assertion.patterns
        .map(
          (member) =>
            `properties whose name matches ${code(member.pattern.source)}: ${describe(member.node)}`,
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

/** The names that must be present but are no row of the table of properties. */
function requiredWords(
  node: SchemaNode,
  names: readonly string[],
  code: Markup["code"],
): string | undefined {
  const declared = assertionOf(node, "properties")?.properties ?? [];
  const others = names.filter((name) => !declared.some((property) => property.name === name));
  return others.length === 0 ? undefined : `requires ${others.map(code).join(" and ")}`;
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

/** What is allowed where nothing else in the schema speaks for a property or an item. */
function otherWords(noun: "properties" | "items", described: string): string {
  return described === "nothing" ? `no other ${noun}` : `other ${noun}: ${described}`;
}
