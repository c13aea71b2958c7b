import { describe, expect, test } from "vitest";
import { compareSchemas, linesOf } from "./compared.ts";

const object = { type: "object" };
const closed = { type: "object", additionalProperties: false };
const text = { type: "string" };
const tagged = (tag: string, rest: object = {}) => ({
  type: "object",
  properties: { tag: { const: tag }, ...rest },
  required: ["tag"],
});

/** Each is told the other way round, too, with the sides exchanged. */
const narrowing: readonly (readonly [string, unknown, unknown, string, string])[] = [
  [
    "a type less",
    { type: ["string", "null"] },
    text,
    "type no longer accepts null",
    "type accepts null too",
  ],
  [
    "integers alone",
    { type: "number" },
    { type: "integer" },
    "type integer was number",
    "type number was integer",
  ],
  [
    "a limit of length",
    { ...text, maxLength: 9 },
    { ...text, maxLength: 4 },
    "`maxLength` 4 was 9",
    "`maxLength` 9 was 4",
  ],
  [
    "a new limit",
    { type: "number" },
    { type: "number", minimum: 3 },
    "`minimum` 3 is new",
    "`minimum` 3 is gone",
  ],
  [
    "an exclusive limit",
    { type: "number", maximum: 3 },
    { type: "number", exclusiveMaximum: 3 },
    "`exclusiveMaximum` 3 was `maximum` 3",
    "`maximum` 3 was `exclusiveMaximum` 3",
  ],
  [
    "a pattern",
    text,
    { ...text, pattern: "^a" },
    "`pattern` `^a` is new",
    "`pattern` `^a` is gone",
  ],
  [
    "whole multiples",
    { type: "number", multipleOf: 2 },
    { type: "number", multipleOf: 6 },
    "`multipleOf` 6 was 2",
    "`multipleOf` 2 was 6",
  ],
  [
    "items that are unique",
    { type: "array" },
    { type: "array", uniqueItems: true },
    "`uniqueItems` is new",
    "`uniqueItems` is gone",
  ],
  [
    "a required property",
    { ...object, properties: { a: text } },
    { ...object, properties: { a: text }, required: ["a"] },
    "property `a` became required",
    "property `a` became optional",
  ],
  [
    "a declared property of an open object",
    object,
    { ...object, properties: { a: text } },
    "property `a` is declared now, where any value was accepted",
    "",
  ],
  ["a list", text, { enum: ["a", "b"] }, 'only `"a"`, `"b"` is accepted now', ""],
  [
    "nothing",
    { items: text },
    { items: false },
    "other items are no longer accepted as before",
    "",
  ],
  [
    "closed objects",
    object,
    closed,
    "other properties are no longer accepted as before",
    "other properties are accepted that were refused",
  ],
  ["a branch less", { oneOf: [tagged("a"), tagged("b")] }, { oneOf: [tagged("a")] }, "", ""],
];

describe("what the new schema refuses breaks producers, and turned round consumers", () => {
  test.each(narrowing)("%s", (_, wide, narrow, forth, back) => {
    const there = compareSchemas(wide, narrow);
    expect({ ...there, changes: [] }).toMatchObject({ producers: "breaking", consumers: "safe" });
    if (forth !== "") expect(linesOf(there)).toEqual([`${forth}: breaking, safe`]);
    const again = compareSchemas(narrow, wide);
    expect(again).toMatchObject({ producers: "safe", consumers: "breaking" });
    if (back !== "") expect(linesOf(again)).toEqual([`${back}: safe, breaking`]);
  });
});

describe("names that programs use and that are gone break consumers", () => {
  test("a property of a closed object", () => {
    const comparison = compareSchemas({ ...closed, properties: { a: text } }, closed);
    expect(linesOf(comparison)).toEqual(["property `a` was removed: breaking, breaking"]);
  });

  test("a property of an open object that could have any value", () => {
    const comparison = compareSchemas({ ...object, properties: { a: {} } }, object);
    expect(linesOf(comparison)).toEqual(["property `a` was removed: safe, breaking"]);
  });

  test("a value of a list", () => {
    const comparison = compareSchemas({ enum: ["a", "b"] }, { enum: ["b"] });
    expect(linesOf(comparison)).toEqual(['`enum` lost `"a"`: breaking, breaking']);
  });

  test("the type of a part that has a name of its own", () => {
    const part = { ...object, properties: { a: text, b: text, c: text } };
    const comparison = compareSchemas(
      { ...object, properties: { part } },
      { ...object, properties: { part: { $ref: "#/$defs/P" } }, $defs: { P: part } },
    );
    expect(comparison).toMatchObject({ producers: "breaking", consumers: "breaking" });
    expect(linesOf(comparison)).toEqual([
      "the type `APart` of a part of it is no longer exported: breaking, breaking",
    ]);
  });
});

describe("what is the same is not told", () => {
  test.each<[string, unknown, unknown]>([
    [
      "the order of properties",
      { properties: { a: text, b: {} } },
      { properties: { b: {}, a: text } },
    ],
    ["the order of branches", { anyOf: [text, object] }, { anyOf: [object, text] }],
    ["the order of values", { enum: ["a", 1] }, { enum: [1, "a"] }],
    ["const for an enum of one", { enum: ["a"] }, { const: "a" }],
  ])("%s", (_, old, later) => {
    expect(compareSchemas(old, later)).toBeUndefined();
  });

  test.each<[string, unknown, unknown]>([
    [
      "an allOf that is written out",
      { allOf: [text, { maxLength: 3 }] },
      { ...text, maxLength: 3 },
    ],
    [
      "a definition that is written out",
      { $ref: "#/$defs/t", $defs: { t: text } },
      { ...text, $defs: { t: text } },
    ],
    [
      "a limit that the other implies",
      { type: "integer", minimum: 1, exclusiveMinimum: 0 },
      { type: "integer", minimum: 1 },
    ],
    ["types as a union", { type: ["string", "null"] }, { anyOf: [text, { type: "null" }] }],
    ["a list as a union", { enum: ["a", "b"] }, { oneOf: [{ const: "a" }, { const: "b" }] }],
    [
      "a closed object by other keywords",
      { ...closed, properties: { a: text } },
      { ...object, properties: { a: text }, unevaluatedProperties: false },
    ],
    ["a comment", text, { ...text, description: "a text" }],
  ])("as a wording is told %s", (_, old, later) => {
    expect(compareSchemas(old, later)).toMatchObject({
      status: "reworded",
      changes: [],
      producers: "safe",
      consumers: "safe",
    });
  });
});

describe("what cannot be told may break", () => {
  test.each<[string, unknown, unknown, string]>([
    [
      "two patterns",
      { ...text, pattern: "^a" },
      { ...text, pattern: "^ab" },
      "`pattern` `^ab` was `^a`",
    ],
    ["two negations", { not: { pattern: "a" } }, { not: { pattern: "ab" } }, "`not` is another"],
    [
      "two conditions",
      { if: text, then: { maxLength: 1 } },
      { if: text, then: { maxLength: 2 }, else: object },
      "`if` is another",
    ],
  ])("%s", (_, old, later, words) => {
    expect(linesOf(compareSchemas(old, later))).toEqual([`${words}: may-break, may-break`]);
  });
});

test("a change stands at its place in both schemas", () => {
  const comparison = compareSchemas(
    { ...object, properties: { a: { items: { ...text, maxLength: 9 } } } },
    {
      ...object,
      properties: { a: { items: { $ref: "#/$defs/t" } } },
      $defs: { t: { ...text, maxLength: 4 } },
    },
  );
  expect(comparison?.changes).toMatchObject([
    {
      aspect: "maxLength",
      old: { source: "a.json", pointer: "/properties/a/items/maxLength" },
      new: { source: "a.json", pointer: "/$defs/t/maxLength" },
    },
  ]);
});

test("branches of a union are matched by their tag, whatever their order", () => {
  const comparison = compareSchemas(
    { oneOf: [tagged("a", { n: { maximum: 9 } }), tagged("b")] },
    { oneOf: [tagged("b"), tagged("a", { n: { maximum: 7 } })] },
  );
  expect(linesOf(comparison)).toEqual(["`maximum` 7 was 9: breaking, safe"]);
  expect(comparison?.changes[0]?.new.pointer).toBe("/oneOf/1/properties/n/maximum");
});

test("a schema that refers to itself is compared as far as it goes", () => {
  const tree = (maxItems: number) => ({
    ...object,
    properties: { next: { type: "array", items: { $ref: "#" }, maxItems } },
  });
  expect(compareSchemas(tree(3), tree(3))).toBeUndefined();
  expect(linesOf(compareSchemas(tree(3), tree(2)))).toEqual(["`maxItems` 2 was 3: breaking, safe"]);
});

test("undeclared properties are taken not to be there where that is asked for", () => {
  const later = { ...object, properties: { a: text } };
  const options = { ignoreUndeclared: true };
  expect(compareSchemas(object, later, options)).toMatchObject({ producers: "safe" });
  expect(linesOf(compareSchemas(object, later, options))).toEqual([
    "property `a` was added: safe, safe",
  ]);
});
