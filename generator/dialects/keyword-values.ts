import { isJsonObject } from "./subschemas.ts";

/** Says that a keyword's value is not what the keyword takes. */
export type ReportKeyword = (path: string, message: string, expected: string) => void;

/** The keywords of one schema, read with the form that each must have. */
export interface KeywordReader {
  has(keyword: string): boolean;
  number(keyword: string): number | undefined;
  /** A whole number, zero or more. */
  count(keyword: string): number | undefined;
  boolean(keyword: string): boolean | undefined;
  string(keyword: string): string | undefined;
  strings(keyword: string): readonly string[] | undefined;
  array(keyword: string): readonly unknown[] | undefined;
  filledArray(keyword: string): readonly unknown[] | undefined;
  object(keyword: string): Readonly<Record<string, unknown>> | undefined;
}

/**
 * Reads keywords of a schema object. Absent ones and ones that `knows` refuses are `undefined`, and
 * so are malformed ones, which are reported.
 */
export function keywordReader(
  schema: Readonly<Record<string, unknown>>,
  knows: (keyword: string) => boolean,
  report: ReportKeyword,
): KeywordReader {
  const known = new Map(Object.entries(schema).filter(([keyword]) => knows(keyword)));

  function read<Value>(
    keyword: string,
    expected: string,
    accepts: (value: unknown) => value is Value,
  ): Value | undefined {
    const value = known.get(keyword);
    if (value === undefined || accepts(value)) return value;
    report(
      `/${keyword}`,
      `${keyword} must be ${expected}`,
      `write ${expected}, or leave ${keyword} out`,
    );
    return undefined;
  }
  return {
    has: (keyword) => known.has(keyword),
    number: (keyword) => read(keyword, "a number", isNumber),
    count: (keyword) => read(keyword, "a whole number that is not negative", isCount),
    boolean: (keyword) => read(keyword, "true or false", isBoolean),
    string: (keyword) => read(keyword, "a string", isString),
    strings: (keyword) => read(keyword, "an array of strings", isStrings),
    array: (keyword) => read(keyword, "an array", isArray),
    filledArray: (keyword) => read(keyword, "an array that is not empty", isFilledArray),
    object: (keyword) => read(keyword, "an object", isJsonObject),
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

/**
 * Whether a value is an array of strings.
 */
export function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isString);
}

function isFilledArray(value: unknown): value is readonly unknown[] {
  return isArray(value) && value.length > 0;
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
