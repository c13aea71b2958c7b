import type { FormatForm } from "../config/config.ts";
import type { AssertionOf } from "../dialects/canonical-keywords.ts";
import { formatPredicates } from "../dialects/formats.ts";
import type { TypeExpression } from "./type-expression.ts";
import { wholeType } from "./type-expression.ts";

/**
 * What every string of a format looks like, as far as a template literal type can say it. A format
 * that is not here has no such shape.
 */
const templates: ReadonlyMap<string, string> = new Map([
  ["date", "`${number}-${number}-${number}`"],
  ["date-time", "`${number}-${number}-${string}:${string}:${string}`"],
  ["duration", "`P${string}`"],
  ["email", "`${string}@${string}`"],
  ["idn-email", "`${string}@${string}`"],
  ["ipv4", "`${number}.${number}.${number}.${number}`"],
  ["ipv6", "`${string}:${string}`"],
  ["iri", "`${string}:${string}`"],
  ["json-pointer", '"" | `/${string}`'],
  ["time", "`${number}:${number}:${string}`"],
  ["uri", "`${string}:${string}`"],
  ["uuid", "`${string}-${string}-${string}-${string}-${string}`"],
]);

/**
 * The type of the strings of a format that the guard asserts.
 */
export function formatType(
  { format, predicate }: Pick<AssertionOf<"format">, "format" | "predicate">,
  form: FormatForm,
): TypeExpression {
  switch (form) {
    case "string":
      return wholeType("string");
    case "template": {
      // A predicate of the user's own may accept strings of any shape.
      const text = formatPredicates.get(format) === predicate ? templates.get(format) : undefined;
      return text === undefined ? wholeType("string") : { kind: "text", text, types: ["string"] };
    }
    case "brand": {
      const text = `string & { readonly __format: ${JSON.stringify(format)} }`;
      return { kind: "text", text, types: ["string"] };
    }
  }
}
