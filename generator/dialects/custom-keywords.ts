import { appendTokens } from "../pointer/json-pointer.ts";
import type { Assertion, ValueType } from "./canonical-keywords.ts";
import { isKnownKeyword } from "./ignored-keywords.ts";
import type { SchemaReading } from "./schema-reading.ts";

/** How a custom keyword is asserted. */
export interface KeywordPredicate {
  /** The emitted module that exports the predicate, below the output folder, without extension. */
  readonly module: string;
  /** The name of the export, which tells whether a value meets the keyword. */
  readonly name: string;
  /** The type of the values that the keyword says anything of; all others meet it. */
  readonly constrains: ValueType;
  /** What it takes besides the value, as TypeScript has it; absent where it takes nothing. */
  readonly argument?: string;
  /** The module of the user's. */
  readonly source: { readonly text: string };
}

/** A keyword that a user has given a meaning. */
export interface CustomKeyword {
  readonly predicate: KeywordPredicate;
  /** What a value must do, as in "must be divisible by {argument}". */
  readonly message: string;
  /** The TypeScript type of the values that meet it; absent where types say nothing of it. */
  readonly type?: string;
}

/**
 * The custom keywords of a schema (2020-12 core §6.5 leaves them to those who know them). One whose
 * predicate takes nothing but the value is asserted where the schema says `true`.
 */
export function canonicalCustomKeywords(reading: SchemaReading): Assertion[] {
  const { schema, read, customKeywords, report } = reading;
  return [...customKeywords].flatMap(([name, keyword]): Assertion[] => {
    if (!read.has(name)) return [];
    const { predicate, message, type } = keyword;
    const path = appendTokens("", name);
    const argument = schema[name];
    const isWanted =
      predicate.argument === undefined
        ? typeof argument === "boolean"
        : isOfType(argument, predicate.argument);
    if (!isWanted) {
      const wanted = predicate.argument ?? "boolean";
      report(
        "keyword-invalid",
        path,
        `${name} must be of the type ${wanted}`,
        "write what the function of its module takes, or let that take what stands here",
      );
      return [];
    }
    if (predicate.argument === undefined && argument === false) return [];
    const words = message.replaceAll("{argument}", () => JSON.stringify(argument));
    const given = predicate.argument === undefined ? {} : { argument };
    return [
      {
        keyword: "custom",
        path,
        name,
        predicate,
        message: words,
        ...given,
        ...(type !== undefined && { type }),
      },
    ];
  });
}

/** Whether a JSON value has one of the types that an argument may have. */
function isOfType(value: unknown, type: string): boolean {
  if (type === "unknown") return true;
  const [, element] = /^readonly (\w+)\[\]$/.exec(type) ?? [];
  if (element === undefined) return typeof value === type;
  return Array.isArray(value) && value.every((each) => isOfType(each, element));
}

/**
 * Whether a keyword may be given a meaning: none that has one in some dialect, or to tools.
 */
export function isFreeKeyword(keyword: string): boolean {
  return keyword !== "" && !keyword.startsWith("$") && !isKnownKeyword(keyword);
}

/**
 * What a keyword is called: a custom one by its own name.
 */
export function keywordName(assertion: Assertion): string {
  return assertion.keyword === "custom" ? assertion.name : assertion.keyword;
}

/**
 * A text that is the same for assertions of custom keywords that judge alike.
 */
export function customIdentity({
  name,
  argument,
  predicate,
}: Assertion & { readonly keyword: "custom" }): string {
  return JSON.stringify([name, argument ?? null, predicate.constrains, predicate.source.text]);
}
