import type { Dialect } from "./dialect.ts";
import { isJsonObject } from "./subschemas.ts";

/** Says that a keyword's value is not what the keyword takes. */
export type ReportKeyword = (path: string, message: string, expected: string) => void;

/**
 * The keywords of one schema, read with the form that each must have. Absent ones and ones that the
 * dialect does not know are `undefined`, and so are malformed ones, which are reported.
 */
export class KeywordReader {
  private readonly schema: Readonly<Record<string, unknown>>;
  private readonly dialect: Dialect;
  private readonly report: ReportKeyword;

  constructor(schema: Readonly<Record<string, unknown>>, dialect: Dialect, report: ReportKeyword) {
    this.schema = schema;
    this.dialect = dialect;
    this.report = report;
  }

  has(keyword: string): boolean {
    const { plainKeywords, subschemaKeywords } = this.dialect;
    return (
      Object.hasOwn(this.schema, keyword) &&
      (plainKeywords.has(keyword) || subschemaKeywords.has(keyword))
    );
  }

  number(keyword: string): number | undefined {
    return this.read(keyword, "a number", isNumber);
  }

  /** A whole number, zero or more. */
  count(keyword: string): number | undefined {
    return this.read(keyword, "a whole number that is not negative", isCount);
  }

  boolean(keyword: string): boolean | undefined {
    return this.read(keyword, "true or false", isBoolean);
  }

  string(keyword: string): string | undefined {
    return this.read(keyword, "a string", isString);
  }

  strings(keyword: string): readonly string[] | undefined {
    return this.read(keyword, "an array of strings", isStrings);
  }

  array(keyword: string): readonly unknown[] | undefined {
    return this.read(keyword, "an array", isArray);
  }

  filledArray(keyword: string): readonly unknown[] | undefined {
    return this.read(keyword, "an array that is not empty", isFilledArray);
  }

  object(keyword: string): Readonly<Record<string, unknown>> | undefined {
    return this.read(keyword, "an object", isJsonObject);
  }

  private read<Value>(
    keyword: string,
    expected: string,
    accepts: (value: unknown) => value is Value,
  ): Value | undefined {
    if (!this.has(keyword)) return undefined;
    const value = this.schema[keyword];
    if (value === undefined || accepts(value)) return value;
    this.report(
      `/${keyword}`,
      `${keyword} must be ${expected}`,
      `write ${expected}, or leave ${keyword} out`,
    );
    return undefined;
  }
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
