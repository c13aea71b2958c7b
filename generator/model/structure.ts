import type { Assertion, NodeId, Pattern, Subschema } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";
import { assertionSubschemas } from "./subschemas.ts";

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
      ? assertions.map((assertion) => assertionText(assertion, innerNumber)).join("\n")
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

/** An assertion as text, with the numbers of the schemas that it holds or refers to. */
function assertionText(assertion: Assertion, numberOf: (id: NodeId) => number): string {
  switch (assertion.keyword) {
    case "$ref":
      return `${head(assertion)} ${measured(assertion.reference)} ${numberOf(assertion.target)}`;
    case "contains": {
      const { keyword, path, subschema, ...counts } = assertion;
      return `${head({ keyword, path })}${schemaText(subschema, numberOf)}${JSON.stringify(counts)}`;
    }
    case "properties":
      return head(assertion) + schemaTexts(assertion.properties, numberOf);
    case "patternProperties":
      return assertion.patterns.reduce(
        (text, each) => text + schemaText(each, numberOf) + patternText(each.pattern),
        head(assertion),
      );
    default: {
      const subschemas = assertionSubschemas(assertion);
      return subschemas.length === 0
        ? JSON.stringify(assertion)
        : head(assertion) + schemaTexts(subschemas, numberOf);
    }
  }
}

/** The keyword and where it stands, which leads to what it holds as well. */
function head({ keyword, path }: Pick<Assertion, "keyword" | "path">): string {
  return `${keyword} ${measured(path)}`;
}

function schemaTexts(subschemas: readonly Subschema[], numberOf: (id: NodeId) => number): string {
  let text = "";
  for (const each of subschemas) text += schemaText(each, numberOf);
  return text;
}

function schemaText({ path, node }: Subschema, numberOf: (id: NodeId) => number): string {
  return ` ${measured(path)} ${numberOf(node)}`;
}

function patternText({ source, flags }: Pattern): string {
  return ` ${flags}/${measured(source)}`;
}

/** A text with its length before it, so that what stands behind it is no part of it. */
function measured(text: string): string {
  return `${text.length}:${text}`;
}
