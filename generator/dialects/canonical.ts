import type { Annotations, Assertion, Discriminator, JsonType } from "./canonical-keywords.ts";
import { readAnnotations } from "./annotations.ts";
import { canonicalArrayKeywords } from "./array-keywords.ts";
import { canonicalCustomKeywords } from "./custom-keywords.ts";
import { withKeywords } from "./dialect.ts";
import { readDiscriminator } from "./discriminator.ts";
import { type IgnoredKeyword, ignoredKeywords } from "./ignored-keywords.ts";
import { type KeywordGroup, keywordGroups } from "./keyword-groups.ts";
import { KeywordReader } from "./keyword-values.ts";
import { canonicalLimits } from "./limit-keywords.ts";
import { canonicalObjectKeywords } from "./object-keywords.ts";
import type { SchemaReading, SchemaSurroundings } from "./schema-reading.ts";
import { isJsonObject } from "./subschemas.ts";

/** What a schema says, in the canonical keywords that the model has for every dialect. */
export interface CanonicalSchema {
  readonly assertions: readonly Assertion[];
  readonly annotations: Annotations;
  readonly ignored: readonly IgnoredKeyword[];
  readonly discriminator?: Discriminator;
}

const empty: CanonicalSchema = { assertions: [], annotations: {}, ignored: [] };

const jsonTypes: ReadonlySet<string> = new Set<JsonType>([
  "null",
  "boolean",
  "integer",
  "number",
  "string",
  "array",
  "object",
]);

/**
 * Says what a schema of any dialect asserts and annotates in canonical keywords. Malformed keywords
 * are reported and left out; keywords that mean nothing where they stand are listed.
 */
export function canonicalize(value: unknown, surroundings: SchemaSurroundings): CanonicalSchema {
  if (value === true) return empty;
  if (value === false) return { ...empty, assertions: [{ keyword: "false", path: "" }] };
  const { customKeywords, report } = surroundings;
  const dialect =
    customKeywords.size === 0
      ? surroundings.dialect
      : withKeywords(surroundings.dialect, customKeywords.keys());
  if (!isJsonObject(value)) {
    report(
      "keyword-invalid",
      "",
      "a schema must be an object or a boolean",
      "write an object with keywords here",
    );
    return empty;
  }
  const read = new KeywordReader(value, dialect, (path, message, help) => {
    report("keyword-invalid", path, message, help);
  });
  // Written out, since an engine copies the members of an object slowly.
  const reading: SchemaReading = {
    schema: value,
    read,
    dialect,
    assertFormats: surroundings.assertFormats,
    customFormats: surroundings.customFormats,
    customKeywords,
    assertContent: surroundings.assertContent,
    assumeObject: surroundings.assumeObject,
    subschema: surroundings.subschema,
    target: surroundings.target,
    dynamicTarget: surroundings.dynamicTarget,
    mappingTarget: surroundings.mappingTarget,
    report,
  };
  const annotations = readAnnotations(
    value,
    new KeywordReader(value, dialect, (path, message, help) => {
      report("annotation-invalid", path, message, help);
    }),
  );
  const ignored = ignoredKeywords(value, dialect);
  const groups = keywordGroups(value);
  const reference = groups.has("reference") ? read.string("$ref") : undefined;
  if (reference !== undefined && dialect.refStandsAlone) {
    reportIgnoredSiblings(reading, ignored);
    return { assertions: canonicalReference(reading, reference), annotations, ignored };
  }
  const discriminator = readDiscriminator(reading);
  const assertions: Assertion[] = [];
  if (reference !== undefined) assertions.push(...canonicalReference(reading, reference));
  for (const [group, canonical] of readers) {
    if (groups.has(group)) assertions.push(...canonical(reading));
  }
  if (customKeywords.size > 0) assertions.push(...canonicalCustomKeywords(reading));
  return {
    assertions,
    annotations,
    ignored,
    ...(discriminator === undefined ? {} : { discriminator }),
  };
}

/** What reads the keywords of each group, in the order that assertions have. */
const readers: readonly (readonly [KeywordGroup, (reading: SchemaReading) => Assertion[]])[] = [
  ["reference", canonicalDynamicReference],
  ["type", canonicalType],
  ["values", canonicalValues],
  ["limits", canonicalLimits],
  ["arrays", canonicalArrayKeywords],
  ["objects", canonicalObjectKeywords],
  ["logic", canonicalLogic],
];

function canonicalReference({ target }: SchemaReading, reference: string): Assertion[] {
  const node = target();
  return node === undefined ? [] : [{ keyword: "$ref", path: "/$ref", target: node, reference }];
}

function reportIgnoredSiblings(
  { dialect, report }: SchemaReading,
  ignored: readonly IgnoredKeyword[],
): void {
  for (const { keyword, path, reason } of ignored) {
    if (reason !== "beside-ref") continue;
    report(
      "ignored-beside-ref",
      path,
      `${keyword} stands beside $ref and is ignored, as ${dialect.name} says`,
      'put the $ref into an allOf to keep both, as in {"allOf": [{"$ref": …}], …}',
    );
  }
}

/**
 * `$dynamicRef` and `$recursiveRef`. What they lead to in one dynamic scope is settled, so they are a
 * `$ref` in a node of that scope.
 */
function canonicalDynamicReference({ read, dynamicTarget }: SchemaReading): Assertion[] {
  return ["$dynamicRef", "$recursiveRef"].flatMap((keyword): Assertion[] => {
    const reference = read.string(keyword);
    const node = reference === undefined ? undefined : dynamicTarget();
    if (reference === undefined || node === undefined) return [];
    return [{ keyword: "$ref", path: `/${keyword}`, target: node, reference }];
  });
}

/** `type` (2020-12 validation §6.1.1), with OpenAPI 3.0's `nullable` beside it. */
function canonicalType(reading: SchemaReading): Assertion[] {
  const { schema, read, report } = reading;
  if (!read.has("type")) {
    const assumed = assumedType(reading);
    if (assumed.length === 0 && read.boolean("nullable") === true) reportIdleNullable(reading);
    return assumed;
  }
  const value = schema["type"];
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (names.length === 0 || !names.every(isJsonType)) {
    report(
      "keyword-invalid",
      "/type",
      `type ${JSON.stringify(value)} names no type`,
      `use one of ${[...jsonTypes].join(", ")}, or an array of them`,
    );
    return [];
  }
  const nullable = read.boolean("nullable") === true && !names.includes("null");
  if (nullable && read.array("enum")?.includes(null) === false) reportIdleNullable(reading);
  return [{ keyword: "type", path: "/type", types: nullable ? [...names, "null"] : names }];
}

/** The `type` that a schema with `properties` is meant to have, where it is to be assumed. */
function assumedType({ read, assumeObject }: SchemaReading): Assertion[] {
  const isMeant = assumeObject && read.has("properties") && !read.has("enum") && !read.has("const");
  if (!isMeant) return [];
  const types: JsonType[] = read.boolean("nullable") === true ? ["object", "null"] : ["object"];
  return [{ keyword: "type", path: "/properties", types }];
}

/** `nullable` adds to a `type` beside it, and to nothing else (OpenAPI 3.0.3 §4.7.24.1). */
function reportIdleNullable({ read, report }: SchemaReading): void {
  const [reason, mend] = read.has("enum")
    ? ["null is none of the values of enum", "add null to enum to allow it"]
    : ["no type stands beside it", 'write a type beside it, or allow null as in {"enum": [null]}'];
  report("keyword-without-effect", "/nullable", `nullable has no effect, since ${reason}`, mend);
}

function isJsonType(value: unknown): value is JsonType {
  return typeof value === "string" && jsonTypes.has(value);
}

/** `enum` and `const` (2020-12 validation §6.1.2, §6.1.3). */
function canonicalValues({ schema, read, dialect, report }: SchemaReading): Assertion[] {
  if (dialect.name === "draft-04" && read.has("const")) {
    report(
      "keyword-of-later-dialect",
      "/const",
      "const is no keyword of draft-04, and is taken as draft-06 has it",
      "declare a later dialect in $schema, or write an enum of one value",
    );
  }
  const values = read.array("enum");
  return [
    ...(values === undefined ? [] : [{ keyword: "enum", path: "/enum", values } as const]),
    ...(read.has("const")
      ? [{ keyword: "const", path: "/const", value: schema["const"] } as const]
      : []),
  ];
}

/** The in-place applicators (2020-12 core §10.2.1, §10.2.2.1). */
function canonicalLogic(reading: SchemaReading): Assertion[] {
  const { read, subschema, dialect } = reading;
  const assertions: Assertion[] = [];
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
    const branches = read.filledArray(keyword);
    if (branches === undefined) continue;
    const path = `/${keyword}`;
    const subschemas = branches.map((_, index) => subschema(`${path}/${index}`));
    assertions.push({ keyword, path, subschemas });
  }
  if (read.has("not"))
    assertions.push({ keyword: "not", path: "/not", subschema: subschema("/not") });
  // By itself it asserts nothing, but evaluates what it matches.
  const evaluates = dialect.subschemaKeywords.has("unevaluatedProperties");
  if (read.has("if") && (evaluates || read.has("then") || read.has("else"))) {
    assertions.push({
      keyword: "if",
      path: "/if",
      condition: subschema("/if"),
      consequent: read.has("then") ? subschema("/then") : undefined,
      alternative: read.has("else") ? subschema("/else") : undefined,
    });
  }
  return assertions;
}
