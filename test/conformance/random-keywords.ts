import fc from "fast-check";
import { divisors, type Json, type Members, names, objectOf, valueOf } from "./random-values.ts";

/** The dialects whose schemas are drawn: those that both peers judge. */
export const randomDialects = ["draft-07", "2019-09", "2020-12"] as const;

/** One of the dialects whose schemas are drawn. */
export type RandomDialect = (typeof randomDialects)[number];

const bounds = fc.constantFrom(0, 0.3, 1, 1.5, 2, 3);

const counts = fc.nat({ max: 3 });

const patterns = fc.constantFrom("^a", "b$", "^.$", "o+", "^__", "^\\p{L}+$", "[^a]");

const types = fc.constantFrom("null", "boolean", "integer", "number", "string", "array", "object");

const values = valueOf(1);

const fewNames = fc.uniqueArray(names, { maxLength: 2 });

/** Draws the one member with a name. */
export function keyword(name: string, value: fc.Arbitrary<Json>): fc.Arbitrary<Members> {
  return value.map((drawn) => [[name, drawn]]);
}

/** Draws the members that each of several draws. */
export function keywords(...each: readonly fc.Arbitrary<Members>[]): fc.Arbitrary<Members> {
  return fc.tuple(...each).map((members) => members.flat());
}

/** Draws members or none. */
function maybe(each: fc.Arbitrary<Members>): fc.Arbitrary<Members> {
  return fc.option(each, { nil: [] });
}

const assertions: readonly fc.Arbitrary<Members>[] = [
  keyword("type", types),
  keyword("type", fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
  keyword("const", values),
  keyword("enum", fc.array(values, { minLength: 1, maxLength: 4 })),
  keyword("multipleOf", divisors),
  ...["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"].map((name) =>
    keyword(name, bounds),
  ),
  ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"].map(
    (name) => keyword(name, counts),
  ),
  keyword("pattern", patterns),
  keyword("uniqueItems", fc.boolean()),
  keyword("required", fewNames),
];

const text = fc.constantFrom("", "*/", "${a}");

const annotations: readonly fc.Arbitrary<Members>[] = [
  ...["title", "description", "$comment"].map((name) => keyword(name, text)),
  ...["readOnly", "writeOnly", "deprecated"].map((name) => keyword(name, fc.boolean())),
  keyword("default", values),
  keyword("examples", fc.array(values, { maxLength: 2 })),
  keyword("format", fc.constantFrom("date", "ipv4", "regex", "unknown")),
  keyword("contentEncoding", fc.constantFrom("base64", "unknown")),
  keyword("contentMediaType", fc.constantFrom("application/json", "unknown")),
];

/** Draws keywords without subschemas: assertions and now and then an annotation. */
export function plainKeywords(dialect: RandomDialect): fc.Arbitrary<Members> {
  const dependentRequired = keyword("dependentRequired", objectOf(fewNames, 2));
  const asserted = dialect === "draft-07" ? assertions : [...assertions, dependentRequired];
  return fc.oneof(
    { weight: 7, arbitrary: fc.oneof(...asserted) },
    { weight: 1, arbitrary: fc.oneof(...annotations) },
  );
}

/** Draws applicators to the instance itself. */
export function inPlaceApplicators(
  dialect: RandomDialect,
  schema: fc.Arbitrary<Json>,
): fc.Arbitrary<Members> {
  const several = fc.array(schema, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    ...["allOf", "anyOf", "oneOf"].map((name) => keyword(name, several)),
    keyword("not", schema),
    keywords(keyword("if", schema), maybe(keyword("then", schema)), maybe(keyword("else", schema))),
    dialect === "draft-07"
      ? keyword("dependencies", objectOf(fc.oneof(schema, fewNames), 2))
      : keyword("dependentSchemas", objectOf(schema, 2)),
  );
}

/** Draws applicators to the items, the properties or the content of the instance. */
export function childApplicators(
  dialect: RandomDialect,
  schema: fc.Arbitrary<Json>,
): fc.Arbitrary<Members> {
  const properties = keyword("properties", objectOf(schema, 3));
  const each = [
    properties,
    keywords(properties, keyword("required", fewNames)),
    keyword("patternProperties", objectOf(schema, 2, patterns)),
    keyword("additionalProperties", schema),
    keyword("propertyNames", schema),
    keyword("items", schema),
    tuple(dialect, fc.array(schema, { minLength: 1, maxLength: 3 }), schema),
  ];
  if (dialect === "draft-07") return fc.oneof(...each, keyword("contains", schema));
  return fc.oneof(
    ...each,
    keywords(
      keyword("contains", schema),
      maybe(keyword("minContains", counts)),
      maybe(keyword("maxContains", counts)),
    ),
    keyword("unevaluatedProperties", schema),
    keyword("unevaluatedItems", schema),
    keyword("contentSchema", schema),
  );
}

function tuple(
  dialect: RandomDialect,
  prefix: fc.Arbitrary<Json>,
  rest: fc.Arbitrary<Json>,
): fc.Arbitrary<Members> {
  return dialect === "2020-12"
    ? keyword("prefixItems", prefix)
    : keywords(keyword("items", prefix), maybe(keyword("additionalItems", rest)));
}
