import type { Assertion, NodeId, Pattern } from "../dialects/canonical-keywords.ts";
import { inlineCode, jsonCode } from "../text/markdown.ts";
import { counted, type Noun, properties } from "../words/count-words.ts";
import { items, rangeWords } from "../words/limit-words.ts";

const characters: Noun = [" character", " characters"];

/** So many members of a list are told. */
const toldMembers = 8;

/**
 * Says in words what one assertion demands.
 *
 * @param describe what a schema inside it, or a schema that it refers to, accepts
 */
export function keywordMeaning(assertion: Assertion, describe: (id: NodeId) => string): string {
  const inner = ({ node }: { readonly node: NodeId }) => describe(node);
  switch (assertion.keyword) {
    case "false":
      return "accepts nothing";
    case "type":
      return `is ${assertion.types.join(" or ")}`;
    case "enum":
      return `is one of ${told(assertion.values.map(jsonCode))}`;
    case "const":
      return `is ${jsonCode(assertion.value)}`;
    case "multipleOf":
      return `a number is a multiple of ${assertion.divisor}`;
    case "minimum":
      return `a number is at least ${assertion.limit}`;
    case "exclusiveMinimum":
      return `a number is more than ${assertion.limit}`;
    case "maximum":
      return `a number is at most ${assertion.limit}`;
    case "exclusiveMaximum":
      return `a number is less than ${assertion.limit}`;
    case "minLength":
      return `a string has at least ${counted(assertion.limit, characters)}`;
    case "maxLength":
      return `a string has at most ${counted(assertion.limit, characters)}`;
    case "pattern":
      return `a string matches ${patternWords(assertion.pattern)}`;
    case "format":
      return `a string or number is of the format ${inlineCode(assertion.format)}`;
    case "contentEncoding":
      return `a string is encoded in ${inlineCode(assertion.encoding)}`;
    case "contentMediaType":
      return `a string holds ${inlineCode(assertion.mediaType)}`;
    case "custom":
      return `${articleFor(assertion.predicate.constrains)} ${assertion.predicate.constrains} ${assertion.message}`;
    case "minItems":
      return `an array has at least ${counted(assertion.limit, items)}`;
    case "maxItems":
      return `an array has at most ${counted(assertion.limit, items)}`;
    case "uniqueItems":
      return "no two items of an array are equal";
    case "contains":
      return `an array has ${rangeWords(assertion.minimum, assertion.maximum, items)} like this: ${inner(assertion.subschema)}`;
    case "prefixItems":
      return `the first items of an array: ${told(assertion.subschemas.map(inner))}`;
    case "items":
      return `${itemsFrom(assertion.from)} of an array: ${inner(assertion.subschema)}`;
    case "minProperties":
      return `an object has at least ${counted(assertion.limit, properties)}`;
    case "maxProperties":
      return `an object has at most ${counted(assertion.limit, properties)}`;
    case "required":
      return `an object has ${told(assertion.names.map(inlineCode))}`;
    case "dependentRequired":
      return assertion.dependencies
        .map(
          ({ name, required }) =>
            `with ${inlineCode(name)} an object has ${told(required.map(inlineCode))}`,
        )
        .join("; ");
    case "properties":
      return `declares ${told(assertion.properties.map(({ name }) => inlineCode(name)))} of an object`;
    case "patternProperties":
      return assertion.patterns
        .map(
          (member) =>
            `a property whose name matches ${patternWords(member.pattern)}: ${inner(member)}`,
        )
        .join("; ");
    case "additionalProperties":
      return othersWords("property", inner(assertion.subschema));
    case "unevaluatedProperties":
      return `${othersWords("property", inner(assertion.subschema))}, what other keywords speak for aside`;
    case "unevaluatedItems":
      return `${othersWords("item", inner(assertion.subschema))}, what other keywords speak for aside`;
    case "propertyNames":
      return `the name of each property: ${inner(assertion.subschema)}`;
    case "dependentSchemas":
      return assertion.dependencies
        .map((dependency) => `with ${inlineCode(dependency.name)} an object: ${inner(dependency)}`)
        .join("; ");
    case "allOf":
      return `all hold: ${alternatives(assertion.subschemas.map(inner))}`;
    case "anyOf":
      return `at least one holds: ${alternatives(assertion.subschemas.map(inner))}`;
    case "oneOf":
      return `just one holds: ${alternatives(assertion.subschemas.map(inner))}`;
    case "not":
      return `not: ${inner(assertion.subschema)}`;
    case "if": {
      const { condition, consequent, alternative } = assertion;
      const branches = [
        ...(consequent === undefined ? [] : [`then ${inner(consequent)}`]),
        ...(alternative === undefined ? [] : [`else ${inner(alternative)}`]),
      ];
      return `if ${[inner(condition), ...branches].join(", ")}`;
    }
    case "$ref":
      return `is ${describe(assertion.target)}`;
  }
}

function itemsFrom(position: number): string {
  if (position === 0) return "each item";
  return `each item behind the first${position === 1 ? "" : ` ${position}`}`;
}

function articleFor(word: string): string {
  return /^[aeiou]/.test(word) ? "an" : "a";
}

function othersWords(noun: "property" | "item", words: string): string {
  return words === "nothing" ? `there is no other ${noun}` : `each other ${noun}: ${words}`;
}

function patternWords({ source, flags }: Pattern): string {
  return `${inlineCode(source)}${flags === "" ? " (without the flag u)" : ""}`;
}

function told(members: readonly string[]): string {
  const hidden = members.length - toldMembers;
  const shown = members.slice(0, toldMembers).join(", ");
  return hidden > 0 ? `${shown} and ${hidden} more` : shown || "nothing";
}

function alternatives(members: readonly string[]): string {
  return told(members.map((words) => (/[,;]/.test(words) ? `(${words})` : words)));
}
