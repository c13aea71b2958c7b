import type { DialectName } from "./dialect-name.ts";

/** How a keyword holds subschemas. */
export type SubschemaShape =
  /** One schema. */
  | "schema"
  /** An array of schemas. */
  | "array"
  /** An object whose every member is a schema. */
  | "map"
  /** One schema or an array of them: `items` before 2020-12. */
  | "schema-or-array"
  /** An object whose members are schemas or arrays of property names: `dependencies`. */
  | "schema-or-names-map";

/** What sets a dialect apart: the keywords that it knows, and how it identifies and refers. */
export interface Dialect {
  readonly name: DialectName;
  /** The value of `$schema` that declares it, without a trailing empty fragment. */
  readonly uri: string | undefined;
  /** The keyword that gives a schema resource its URI; `undefined` where the dialect has none. */
  readonly identifier: "id" | "$id" | undefined;
  /** Whether a fragment-only identifier is a plain-name anchor (draft-04 to draft-07). */
  readonly fragmentIdentifiers: boolean;
  /** Whether keywords beside `$ref` are ignored (draft-07 core §8.3, OpenAPI 3.0 "Reference Object"). */
  readonly refStandsAlone: boolean;
  /** Keywords that hold named definitions. */
  readonly definitionKeywords: readonly string[];
  /** Keywords that hold subschemas, with the way in which each does. */
  readonly subschemaKeywords: ReadonlyMap<string, SubschemaShape>;
  /** Assertion and annotation keywords without subschemas that it knows. */
  readonly plainKeywords: ReadonlySet<string>;
  /** Whether exclusive limits are flags beside `minimum` and `maximum` (draft-04, OpenAPI 3.0). */
  readonly booleanExclusiveLimits: boolean;
  /** Whether `items` holds an array of schemas, with `additionalItems` behind (up to 2019-09). */
  readonly arrayItems: boolean;
  /** Whether `contains` makes the items that match it evaluated (2020-12 core §10.3.1.3). */
  readonly containsEvaluates: boolean;
  /** Whether its meta-schema makes `format` an assertion (2020-12 validation §7.2.2). */
  readonly formatAsserts: boolean;
  /** What the URIs of its vocabularies begin with; `undefined` where it has none. */
  readonly vocabularyPrefix: string | undefined;
  /** Whether `nullable` and `example` have a meaning (OpenAPI 3.0). */
  readonly nullable: boolean;
}

const plain04 =
  "type enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern " +
  "maxItems minItems uniqueItems maxProperties minProperties required " +
  "title description default format $ref";
const plain06 = `${plain04} const examples`;
const plain07 = `${plain06} readOnly writeOnly contentEncoding contentMediaType`;
const plain2019 = `${plain07} dependentRequired minContains maxContains deprecated $anchor $recursiveRef $recursiveAnchor`;
const plain2020 = `${plain07} dependentRequired minContains maxContains deprecated $anchor $dynamicRef $dynamicAnchor`;
const plainOpenApi30 = `${plain04} nullable example readOnly writeOnly deprecated discriminator`;

/** The keywords without subschemas that OpenAPI adds to 2020-12 and that say something to us. */
export const openApiKeywords: readonly string[] = ["example", "discriminator"];

type SubschemaKeywords = Readonly<Record<string, SubschemaShape>>;

const subschemas04: SubschemaKeywords = {
  properties: "map",
  patternProperties: "map",
  additionalProperties: "schema",
  items: "schema-or-array",
  additionalItems: "schema",
  dependencies: "schema-or-names-map",
  allOf: "array",
  anyOf: "array",
  oneOf: "array",
  not: "schema",
  definitions: "map",
};
const subschemas06: SubschemaKeywords = {
  ...subschemas04,
  propertyNames: "schema",
  contains: "schema",
};
const subschemas07: SubschemaKeywords = {
  ...subschemas06,
  if: "schema",
  then: "schema",
  else: "schema",
};
const subschemas2019: SubschemaKeywords = {
  ...subschemas07,
  $defs: "map",
  dependentSchemas: "map",
  unevaluatedItems: "schema",
  unevaluatedProperties: "schema",
};
const subschemas2020: SubschemaKeywords = {
  ...subschemas2019,
  items: "schema",
  prefixItems: "array",
};
const subschemasOpenApi30: SubschemaKeywords = {
  properties: "map",
  additionalProperties: "schema",
  items: "schema",
  allOf: "array",
  anyOf: "array",
  oneOf: "array",
  not: "schema",
};

const json2020 = {
  identifier: "$id",
  fragmentIdentifiers: false,
  refStandsAlone: false,
  definitionKeywords: ["$defs", "definitions"],
  subschemaKeywords: new Map(
    Object.entries(subschemas2020).filter(([keyword]) => keyword !== "additionalItems"),
  ),
  plainKeywords: words(plain2020),
  booleanExclusiveLimits: false,
  arrayItems: false,
  containsEvaluates: true,
  formatAsserts: false,
  vocabularyPrefix: "https://json-schema.org/draft/2020-12/vocab/",
  nullable: false,
} as const;

const draft07 = {
  identifier: "$id",
  fragmentIdentifiers: true,
  refStandsAlone: true,
  definitionKeywords: ["definitions"],
  booleanExclusiveLimits: false,
  arrayItems: true,
  containsEvaluates: false,
  formatAsserts: false,
  vocabularyPrefix: undefined,
  nullable: false,
} as const;

const dialects: Readonly<Record<DialectName, Dialect>> = {
  "draft-04": {
    ...draft07,
    name: "draft-04",
    uri: "http://json-schema.org/draft-04/schema",
    identifier: "id",
    subschemaKeywords: new Map(Object.entries(subschemas04)),
    // Schemas of draft-04 often say const, and mean it; every validator in use obeys it.
    plainKeywords: words(`${plain04} const`),
    booleanExclusiveLimits: true,
  },
  "draft-06": {
    ...draft07,
    name: "draft-06",
    uri: "http://json-schema.org/draft-06/schema",
    subschemaKeywords: new Map(Object.entries(subschemas06)),
    plainKeywords: words(plain06),
  },
  "draft-07": {
    ...draft07,
    name: "draft-07",
    uri: "http://json-schema.org/draft-07/schema",
    subschemaKeywords: new Map(Object.entries(subschemas07)),
    plainKeywords: words(plain07),
  },
  "2019-09": {
    ...json2020,
    name: "2019-09",
    uri: "https://json-schema.org/draft/2019-09/schema",
    subschemaKeywords: new Map(Object.entries(subschemas2019)),
    plainKeywords: words(plain2019),
    arrayItems: true,
    containsEvaluates: false,
    formatAsserts: false,
    vocabularyPrefix: "https://json-schema.org/draft/2019-09/vocab/",
  },
  "2020-12": {
    ...json2020,
    name: "2020-12",
    uri: "https://json-schema.org/draft/2020-12/schema",
  },
  "openapi-3.0": {
    name: "openapi-3.0",
    uri: undefined,
    identifier: undefined,
    fragmentIdentifiers: false,
    refStandsAlone: true,
    definitionKeywords: [],
    subschemaKeywords: new Map(Object.entries(subschemasOpenApi30)),
    plainKeywords: words(plainOpenApi30),
    booleanExclusiveLimits: true,
    arrayItems: false,
    containsEvaluates: false,
    formatAsserts: false,
    vocabularyPrefix: undefined,
    nullable: true,
  },
  "openapi-3.1": {
    ...json2020,
    name: "openapi-3.1",
    uri: "https://spec.openapis.org/oas/3.1/dialect/base",
    plainKeywords: new Set([...words(plain2020), ...openApiKeywords]),
  },
  "openapi-3.2": {
    ...json2020,
    name: "openapi-3.2",
    uri: "https://spec.openapis.org/oas/3.2/dialect/2025-09-17",
    plainKeywords: new Set([...words(plain2020), ...openApiKeywords]),
  },
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/**
 * The description of a dialect.
 */
export function dialectOf(name: DialectName): Dialect {
  return dialects[name];
}

/**
 * A dialect that knows some plain keywords besides.
 */
export function withKeywords(dialect: Dialect, keywords: Iterable<string>): Dialect {
  return { ...dialect, plainKeywords: new Set([...dialect.plainKeywords, ...keywords]) };
}

/** The revisions of OpenAPI's dialects differ in how their meta-schemas are written alone. */
const openApiDialectUri =
  /^\/\/spec\.openapis\.org\/oas\/(3\.[12])\/dialect\/(?:base|\d{4}-\d\d-\d\d)$/;

/**
 * The dialect that a `$schema` value declares; an empty fragment and the choice of http or https
 * make no difference (draft-07 core §7, 2020-12 core §8.1.1), nor does the revision of OpenAPI's.
 */
export function dialectByUri(uri: string): Dialect | undefined {
  const wanted = comparableUri(uri);
  const [, version] = openApiDialectUri.exec(wanted) ?? [];
  if (version !== undefined) return dialects[version === "3.1" ? "openapi-3.1" : "openapi-3.2"];
  return Object.values(dialects).find(
    (dialect) => dialect.uri !== undefined && comparableUri(dialect.uri) === wanted,
  );
}

function comparableUri(uri: string): string {
  return uri.replace(/#$/, "").replace(/^https?:/, "");
}

/**
 * The `$schema` values that are understood, in the order of the dialects' age.
 */
export function knownDialectUris(): string[] {
  return Object.values(dialects).flatMap((dialect) => dialect.uri ?? []);
}
