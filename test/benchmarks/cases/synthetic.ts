import { emitSchema } from "../emit.ts";
import type { BenchmarkCase } from "./benchmark-case.ts";

/** Schemas that are large in one way each, with documents that touch all of it. */
export function syntheticCases(): BenchmarkCase[] {
  return [
    taggedUnion(64),
    unionOfConstants("anyOf", 500),
    unionOfConstants("oneOf", 500),
    wideObject(2_000),
    longEnum(10_000),
    deepRecursion(200),
    uniqueObjects(1_000),
  ];
}

function syntheticCase(
  name: string,
  schema: object,
  valid: readonly unknown[],
  invalid: readonly unknown[],
): BenchmarkCase {
  const dialect = "2020-12";
  const documents = (values: readonly unknown[], verdict: boolean) =>
    values.map((value) => ({ text: JSON.stringify(value), valid: verdict }));
  return {
    name,
    synthetic: true,
    dialect,
    schema,
    emit: () => emitSchema(schema, dialect),
    documents: () =>
      Promise.resolve({
        timed: [...documents(valid, true), ...documents(invalid, false)],
        compared: [],
      }),
  };
}

function listOf<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}

function objectOf(length: number, make: (index: number) => readonly [string, unknown]): object {
  return Object.fromEntries(listOf(length, make));
}

function taggedUnion(branches: number): BenchmarkCase {
  const branch = (index: number) => ({
    type: "object",
    properties: {
      kind: { const: `kind-${index}` },
      name: { type: "string", minLength: 1 },
      [`count${index}`]: { type: "integer", minimum: 0 },
      flags: { type: "array", items: { type: "boolean" } },
    },
    required: ["kind", "name", `count${index}`],
  });
  const document = (index: number) => ({
    kind: `kind-${index}`,
    name: `the name of ${index}`,
    [`count${index}`]: index,
    flags: [true, false],
  });
  return syntheticCase(
    `tagged-union-of-${branches}`,
    { oneOf: listOf(branches, branch) },
    listOf(branches, document),
    listOf(branches, (index) =>
      index % 2 === 0 ? { ...document(index), kind: "none" } : { ...document(index), flags: [0] },
    ),
  );
}

function unionOfConstants(keyword: "anyOf" | "oneOf", branches: number): BenchmarkCase {
  return syntheticCase(
    `${keyword}-of-${branches}-constants`,
    { [keyword]: listOf(branches, (index) => ({ const: `value-${index}` })) },
    listOf(branches / 10, (index) => `value-${10 * index + 9}`),
    listOf(branches / 10, (index) => `other-${index}`),
  );
}

function wideObject(properties: number): BenchmarkCase {
  const schemas = [
    { type: "string" },
    { type: "integer" },
    { type: "boolean" },
    { type: "array", items: { type: "number" } },
  ];
  const values = ["text", 7, true, [1.5, 2.5]];
  const name = (index: number) => `property${index}`;
  const whole = objectOf(properties, (index) => [name(index), values[index % values.length]]);
  const half = objectOf(properties / 2, (index) => [
    name(2 * index),
    values[(2 * index) % values.length],
  ]);
  return syntheticCase(
    `object-of-${properties}-properties`,
    {
      type: "object",
      properties: objectOf(properties, (index) => [name(index), schemas[index % schemas.length]]),
      required: listOf(properties / 2, (index) => name(2 * index)),
      additionalProperties: false,
    },
    [whole, half],
    [
      { ...whole, [name(properties)]: true },
      { ...whole, [name(properties - 1)]: ["text"] },
      { ...half, [name(properties / 2)]: undefined },
    ],
  );
}

function longEnum(length: number): BenchmarkCase {
  return syntheticCase(
    `enum-of-${length}`,
    { enum: listOf(length, (index) => `value-${index}`) },
    listOf(1_000, (index) => `value-${(index * length) / 1_000}`),
    listOf(1_000, (index) => `value-${length + index}`),
  );
}

function uniqueObjects(length: number): BenchmarkCase {
  const item = (index: number) => ({
    kind: "part",
    id: `part-${index}`,
    place: { row: index % 10, shelf: index },
    labels: ["stored", "counted"],
  });
  const whole = listOf(length, item);
  const { labels, ...others } = item(length / 4);
  const reordered = { labels, ...others };
  return syntheticCase(
    `unique-array-of-${length}-objects`,
    {
      type: "array",
      uniqueItems: true,
      items: {
        type: "object",
        properties: {
          kind: { type: "string" },
          id: { type: "string" },
          place: {
            type: "object",
            properties: { row: { type: "integer" }, shelf: { type: "integer" } },
          },
          labels: { type: "array", items: { type: "string" } },
        },
        required: ["kind", "id"],
      },
    },
    [whole, whole.slice(0, 10)],
    [whole.with((3 * length) / 4, reordered), [...whole.slice(0, 10), item(4)]],
  );
}

function deepRecursion(depth: number): BenchmarkCase {
  const chain = (innermost: object) =>
    listOf(depth, (index) => index).reduce<object>(
      (next, value) => ({ value, next, tags: ["a", "b"] }),
      innermost,
    );
  return syntheticCase(
    `recursion-of-depth-${depth}`,
    {
      type: "object",
      properties: {
        value: { type: "integer" },
        tags: { type: "array", items: { type: "string" } },
        next: { $ref: "#" },
      },
      required: ["value"],
      additionalProperties: false,
    },
    [chain({ value: 0 })],
    [chain({ value: "0" }), chain({})],
  );
}
