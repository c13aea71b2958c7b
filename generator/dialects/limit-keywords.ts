import type { Assertion } from "./canonical-keywords.ts";
import { encodingPredicate, mediaTypePredicate } from "./content.ts";
import { formatPredicates, unconstrainedFormats } from "./formats.ts";
import { readPattern } from "./patterns.ts";
import type { SchemaReading } from "./schema-reading.ts";

/**
 * The limits on numbers and strings in canonical keywords (2020-12 validation §6.2, §6.3). Limits
 * that every value meets are left out.
 */
export function canonicalLimits(reading: SchemaReading): Assertion[] {
  return [
    ...numberLimits(reading),
    ...stringLimits(reading),
    ...assertedFormat(reading),
    ...assertedContent(reading),
  ];
}

function numberLimits(reading: SchemaReading): Assertion[] {
  const { read, report } = reading;
  const assertions: Assertion[] = [];
  const divisor = read.number("multipleOf");
  if (divisor !== undefined && divisor > 0) {
    assertions.push({ keyword: "multipleOf", path: "/multipleOf", divisor });
  } else if (divisor !== undefined) {
    report(
      "keyword-invalid",
      "/multipleOf",
      "multipleOf must be greater than 0",
      "write a positive number",
    );
  }
  return [
    ...assertions,
    ...limit(reading, "minimum", "exclusiveMinimum"),
    ...limit(reading, "maximum", "exclusiveMaximum"),
  ];
}

type InclusiveLimit = "minimum" | "maximum";
type ExclusiveLimit = "exclusiveMinimum" | "exclusiveMaximum";

/** A limit with its exclusive form, which is a flag beside it in draft-04 and OpenAPI 3.0. */
function limit(
  { read, dialect }: SchemaReading,
  inclusive: InclusiveLimit,
  exclusive: ExclusiveLimit,
): Assertion[] {
  const assertions: Assertion[] = [];
  const add = (keyword: InclusiveLimit | ExclusiveLimit, value: number | undefined) => {
    if (value !== undefined) assertions.push({ keyword, path: `/${keyword}`, limit: value });
  };
  if (dialect.booleanExclusiveLimits) {
    add(read.boolean(exclusive) === true ? exclusive : inclusive, read.number(inclusive));
  } else {
    add(inclusive, read.number(inclusive));
    add(exclusive, read.number(exclusive));
  }
  return assertions;
}

function stringLimits(reading: SchemaReading): Assertion[] {
  const { read } = reading;
  const assertions: Assertion[] = [];
  const minLength = read.count("minLength") ?? 0;
  if (minLength > 0)
    assertions.push({ keyword: "minLength", path: "/minLength", limit: minLength });
  const maxLength = read.count("maxLength");
  if (maxLength !== undefined)
    assertions.push({ keyword: "maxLength", path: "/maxLength", limit: maxLength });
  const source = read.string("pattern");
  const pattern = source === undefined ? undefined : readPattern(reading, source, "/pattern");
  if (pattern !== undefined) assertions.push({ keyword: "pattern", path: "/pattern", pattern });
  return assertions;
}

/** `format` where it is asserted (2020-12 validation §7.2); a format that is not known is not. */
function assertedFormat(reading: SchemaReading): Assertion[] {
  const { read, report, assertFormats, customFormats } = reading;
  const format = read.string("format");
  if (format === undefined) return [];
  const known = assertFormats ? formatPredicates.get(format) : undefined;
  const predicate = customFormats.get(format) ?? known;
  if (predicate !== undefined) return [{ keyword: "format", path: "/format", format, predicate }];
  if (assertFormats && !unconstrainedFormats.has(format)) {
    const name = JSON.stringify(format);
    report(
      "format-unknown",
      "/format",
      `format ${name} is not known, and every value has it`,
      `to assert it, give a module that exports its predicate in the config, as in "customFormats": { ${name}: "./formats/predicate.ts" }`,
    );
  }
  return [];
}

/**
 * `contentEncoding` and `contentMediaType` where they are asserted (draft-07 validation §8); those
 * that are not known are not.
 */
function assertedContent({ read, assertContent }: SchemaReading): Assertion[] {
  if (!assertContent) return [];
  const assertions: Assertion[] = [];
  const encoding = read.string("contentEncoding");
  const mediaType = read.string("contentMediaType");
  const encoded = encoding === undefined ? undefined : encodingPredicate(encoding);
  if (encoding !== undefined && encoded !== undefined) {
    const path = "/contentEncoding";
    assertions.push({ keyword: "contentEncoding", path, encoding, predicate: encoded });
  }
  const held = mediaType === undefined ? undefined : mediaTypePredicate(mediaType, encoding);
  if (mediaType !== undefined && held !== undefined) {
    const path = "/contentMediaType";
    assertions.push({ keyword: "contentMediaType", path, mediaType, predicate: held });
  }
  return assertions;
}
