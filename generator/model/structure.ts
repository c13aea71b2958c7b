import type { Assertion, NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";

/**
 * Tells schemas apart by what they assert: two have the same number where they assert the same, whatever
 * they are called and wherever they stand. Each is looked at once.
 *
 * @param isDeclared whether a schema has a name: inside others it is the same as itself alone
 */
export function structureNumbers(
  nodes: readonly SchemaNode[],
  isDeclared: (id: NodeId) => boolean,
): (id: NodeId) => number {
  const numbers: number[] = [];
  const known = new Map<string, number>();

  const numberOfText = (text: string): number => {
    const number = known.get(text);
    if (number !== undefined) return number;
    known.set(text, known.size);
    return known.size - 1;
  };
  const innerNumber = (id: NodeId): number =>
    isDeclared(id) ? numberOfText(`node ${id}`) : numberOf(id);
  const numberOf = (id: NodeId): number => {
    const found = numbers[id];
    if (found !== undefined) return found;
    const assertions = nodes[id]?.assertions ?? [];
    const text = assertions.every(isWritable)
      ? JSON.stringify(assertions.map((assertion) => numbered(assertion, innerNumber)))
      : `node ${id}`;
    const number = numberOfText(text);
    numbers[id] = number;
    return number;
  };
  return numberOf;
}

/** Whether JSON can write an assertion: numbers that are not finite it cannot. */
function isWritable(assertion: Assertion): boolean {
  switch (assertion.keyword) {
    case "const":
      return isFinite(assertion.value);
    case "enum":
      return assertion.values.every(isFinite);
    case "multipleOf":
      return isFinite(assertion.divisor);
    default:
      return !("limit" in assertion) || isFinite(assertion.limit);
  }
}

function isFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isFinite);
}

/** An assertion with the numbers of the schemas that it holds or refers to in place of their nodes. */
function numbered(assertion: Assertion, numberOf: (id: NodeId) => number): unknown {
  const each = <Inner extends Subschema>(inner: Inner): Inner => ({
    ...inner,
    node: numberOf(inner.node),
  });
  switch (assertion.keyword) {
    case "$ref":
      return { ...assertion, target: numberOf(assertion.target) };
    case "prefixItems":
    case "allOf":
    case "anyOf":
    case "oneOf":
      return { ...assertion, subschemas: assertion.subschemas.map(each) };
    case "contains":
    case "items":
    case "additionalProperties":
    case "propertyNames":
    case "unevaluatedItems":
    case "unevaluatedProperties":
    case "not":
      return { ...assertion, subschema: each(assertion.subschema) };
    case "properties":
      return { ...assertion, properties: assertion.properties.map(each) };
    case "patternProperties":
      return { ...assertion, patterns: assertion.patterns.map(each) };
    case "dependentSchemas":
      return { ...assertion, dependencies: assertion.dependencies.map(each) };
    case "if":
      return {
        ...assertion,
        condition: each(assertion.condition),
        consequent: assertion.consequent && each(assertion.consequent),
        alternative: assertion.alternative && each(assertion.alternative),
      };
    default:
      return assertion;
  }
}
