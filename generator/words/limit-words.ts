import { assertionOf } from "../model/assertion-of.ts";
import type { Annotations, Assertion } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../model/model.ts";
import { counted, type Noun, properties } from "./count-words.ts";

/** Writes a piece of code, such as a name or a pattern, into prose. */
export type WriteCode = (text: string) => string;

const plain: Noun = ["", ""];
const characters: Noun = [" character", " characters"];
export const items: Noun = [" item", " items"];

/**
 * Says in words what an assertion without subschemas demands of a value's size or form. A pair of
 * limits is said once, by the lower one. `undefined` for every other assertion.
 */
export function limitWords(
  node: SchemaNode,
  assertion: Assertion,
  code: WriteCode,
): string | undefined {
  switch (assertion.keyword) {
    case "multipleOf":
      return `a multiple of ${assertion.divisor}`;
    case "minimum":
      return rangeWords(assertion.limit, assertionOf(node, "maximum")?.limit, plain);
    case "maximum":
      return upperWords(node, "minimum", assertion.limit, plain);
    case "exclusiveMinimum":
      return `more than ${assertion.limit}`;
    case "exclusiveMaximum":
      return `less than ${assertion.limit}`;
    case "minLength":
      return rangeWords(assertion.limit, assertionOf(node, "maxLength")?.limit, characters);
    case "maxLength":
      return upperWords(node, "minLength", assertion.limit, characters);
    case "minItems":
      return rangeWords(assertion.limit, assertionOf(node, "maxItems")?.limit, items);
    case "maxItems":
      return upperWords(node, "minItems", assertion.limit, items);
    case "minProperties":
      return rangeWords(assertion.limit, assertionOf(node, "maxProperties")?.limit, properties);
    case "maxProperties":
      return upperWords(node, "minProperties", assertion.limit, properties);
    case "pattern":
      return `matches ${code(assertion.pattern.source)}`;
    case "uniqueItems":
      return "no two items are equal";
    case "dependentRequired":
      return assertion.dependencies
        .map(({ name, required }) => `${code(name)} requires ${required.map(code).join(" and ")}`)
        .join("; ");
    default:
      return undefined;
  }
}

/**
 * Says in words what form the annotations of a string claim for it, asserted or not.
 */
export function formatWords(annotations: Annotations, code: WriteCode): readonly string[] {
  const { format, contentEncoding, contentMediaType } = annotations;
  return [
    ...(format === undefined ? [] : [`format ${code(format)}`]),
    ...(contentEncoding === undefined ? [] : [`encoded in ${code(contentEncoding)}`]),
    ...(contentMediaType === undefined ? [] : [`holds ${code(contentMediaType)}`]),
  ];
}

/** Says how many of something there may be. */
export function rangeWords(minimum: number, maximum: number | undefined, noun: Noun): string {
  if (maximum === undefined) return `at least ${counted(minimum, noun)}`;
  if (minimum === maximum) return `exactly ${counted(minimum, noun)}`;
  return `${minimum} to ${counted(maximum, noun)}`;
}

function upperWords(
  node: SchemaNode,
  lower: "minimum" | "minLength" | "minItems" | "minProperties",
  limit: number,
  noun: Noun,
): string | undefined {
  return assertionOf(node, lower) === undefined ? `at most ${counted(limit, noun)}` : undefined;
}
