import fc from "fast-check";
import type { JudgedChange } from "./change-judgement.ts";
import { chooserOf, nearInstance } from "./near-instances.ts";
import type { Json } from "./random-values.ts";

const counts = [1, 2, 3];

const limits = [
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"],
];

/** Schemas of one keyword, of which many accept what others do. */
const simple: readonly Json[] = [
  ...["null", "boolean", "integer", "number", "string", "array", "object"].map((type) => ({
    type,
  })),
  ...limits.flatMap((keyword) => counts.map((limit) => ({ [keyword]: limit }))),
  ...[{ const: 1 }, { const: "a" }, { enum: [1, "a", null] }, { enum: [1, 2, "ab"] }],
  ...[{ required: ["a"] }, { required: ["a", "b"] }, { dependentRequired: { a: ["b"] } }],
  ...[{ uniqueItems: true }, { pattern: "^a" }, { pattern: "b$" }, true, false],
];

/** The keywords that hold one schema, and those that hold several. */
const holders: readonly ((schema: Json) => Json)[] = [
  ...["not", "items", "contains", "additionalProperties", "propertyNames", "unevaluatedItems"].map(
    (keyword) => (schema: Json) => ({ [keyword]: schema }),
  ),
  ...["properties", "patternProperties", "dependentSchemas"].map((keyword) => (schema: Json) => ({
    [keyword]: { a: schema },
  })),
  (schema) => ({ properties: { a: true }, unevaluatedProperties: schema }),
  (schema) => ({ properties: { a: schema }, required: ["a"], additionalProperties: false }),
  (schema) => ({ contains: schema, minContains: 2 }),
  (schema) => ({ contains: schema, minContains: 0, maxContains: 1 }),
  (schema) => ({ prefixItems: [schema], items: false }),
];

const joiners: readonly ((schemas: readonly Json[]) => Json)[] = [
  ...["allOf", "anyOf", "oneOf"].map((keyword) => (schemas: readonly Json[]) => ({
    [keyword]: schemas,
  })),
  ([condition = true, consequent = true, alternative = true]) => ({
    if: condition,
    then: consequent,
    else: alternative,
  }),
];

function schemaOf(depth: number): fc.Arbitrary<Json> {
  const leaf = fc.constantFrom(...simple);
  if (depth === 0) return leaf;
  const inner = schemaOf(depth - 1);
  return fc.oneof(
    leaf,
    fc.tuple(fc.constantFrom(...holders), inner).map(([hold, schema]) => hold(schema)),
    fc
      .tuple(fc.constantFrom(...joiners), fc.array(inner, { minLength: 1, maxLength: 3 }))
      .map(([join, schemas]) => join(schemas)),
    // Keywords of several schemas side by side.
    fc.tuple(inner, leaf).map(([left, right]) => ({ ...asMembers(left), ...asMembers(right) })),
  );
}

function asMembers(schema: Json): Readonly<Record<string, Json>> {
  if (typeof schema === "boolean") return schema ? {} : { not: {} };
  return schema as Readonly<Record<string, Json>>;
}

/** Puts another schema in the place of one that is held, or beside it. */
function variantOf(schema: Json, other: Json, choose: (limit: number) => number): Json {
  if (typeof schema !== "object" || schema === null || choose(3) === 0) return other;
  const entries = Object.entries(schema) as readonly (readonly [string, Json])[];
  const changed = choose(entries.length);
  return Object.fromEntries<Json>(
    entries.map(([key, value], index): readonly [string, Json] => {
      if (index !== changed) return [key, value];
      if (typeof value === "number") return [key, value + choose(3) - 1 || 1];
      if (Array.isArray(value)) {
        const at = choose(value.length);
        const isSchemas = ["allOf", "anyOf", "oneOf", "prefixItems"].includes(key);
        const members = value as readonly Json[];
        if (!isSchemas) return [key, value];
        return [
          key,
          members.map((each, place) => (place === at ? variantOf(each, other, choose) : each)),
        ];
      }
      return [
        key,
        typeof value === "object" || typeof value === "boolean"
          ? variantOf(value, other, choose)
          : value,
      ];
    }),
  );
}

/**
 * Draws pairs of small schemas that have most of what they say in common, so that one accepts what the
 * other does more often than not, or all but so.
 *
 * @param instances how many near to each of the two
 */
export function relatedCases(instances: number): fc.Arbitrary<JudgedChange> {
  return fc.tuple(schemaOf(2), schemaOf(1), fc.nat()).map(([schema, other, seed]) => {
    const choose = chooserOf(seed);
    const changed = variantOf(schema, other, choose);
    return {
      dialect: "2020-12",
      schema,
      changed,
      instances: [schema, changed].flatMap((each) =>
        Array.from({ length: instances }, () => nearInstance(each, each, choose)),
      ),
    };
  });
}
