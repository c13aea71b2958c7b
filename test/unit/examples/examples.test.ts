import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it, test } from "vitest";
import { exampleOf, examplesOf } from "./examples-of.ts";

const object = (properties: object, others: object = {}) => ({
  type: "object",
  properties,
  ...others,
});

/** Schemas with what is made of them: the least, and what shows all. */
const cases: readonly (readonly [what: string, schema: object, minimal: unknown, full: unknown])[] =
  [
    ["a constant", { const: { a: 1 } }, { a: 1 }, { a: 1 }],
    ["the first of listed values", { enum: ["low", "high"] }, "low", "low"],
    ["a text of a format", { type: "string", format: "date" }, "2025-05-17", "2025-05-17"],
    ["a text of a pattern", { type: "string", pattern: "^[A-Z]{2}-\\d{4}$" }, "AB-4567", "AB-4567"],
    [
      "a text of a length",
      { type: "string", minLength: 20, maxLength: 24 },
      "example example exam",
      "example example exam",
    ],
    ["a number within limits", { type: "integer", minimum: 7, multipleOf: 5 }, 10, 10],
    [
      "a number between limits",
      { type: "number", exclusiveMinimum: 2, exclusiveMaximum: 3 },
      2.5,
      2.5,
    ],
    [
      "what must be there, and what can be",
      object({ name: { type: "string" }, email: { type: "string" } }, { required: ["name"] }),
      { name: "Example" },
      { name: "Example", email: "ada@example.com" },
    ],
    [
      "what the schema gives",
      object({ a: { type: "string", default: "x" }, b: { type: "number", examples: [42] } }),
      {},
      { a: "x", b: 42 },
    ],
    [
      "nothing deprecated, unless it must be there",
      object(
        { a: { deprecated: true }, b: { type: "boolean", deprecated: true } },
        { required: ["b"] },
      ),
      { b: true },
      { b: true },
    ],
    [
      "as many items as there must be, all different",
      { type: "array", items: { type: "string" }, minItems: 2, uniqueItems: true },
      ["example", "example-2"],
      ["example", "example-2"],
    ],
    [
      "each of a tuple",
      { type: "array", prefixItems: [{ type: "string" }, { type: "boolean" }], items: false },
      [],
      ["example", true],
    ],
    [
      "items that must be contained",
      { type: "array", items: { type: "number" }, contains: { const: 7 } },
      [7],
      [7],
    ],
    [
      "a branch of a union, not null",
      {
        oneOf: [
          { type: "null" },
          { type: "object", required: ["kind"], properties: { kind: { const: "a" } } },
        ],
      },
      null,
      { kind: "a" },
    ],
    [
      "an entry of a map",
      {
        type: "object",
        additionalProperties: { type: "integer" },
        propertyNames: { pattern: "^x-" },
      },
      {},
      { "x-": 1 },
    ],
    [
      "what others bring with them",
      object({ a: { type: "boolean" } }, { required: ["a"], dependentRequired: { a: ["b"] } }),
      { a: true, b: "b" },
      { a: true, b: "b" },
    ],
    [
      "all that the guard lets it have, where properties exclude each other",
      object({ a: { const: 1 }, b: { const: 2 } }, { not: { required: ["a", "b"] } }),
      {},
      { a: 1 },
    ],
    [
      "what is optional, where nothing else is accepted",
      { ...object({ a: { const: 1 }, b: { const: 2 } }), minProperties: 2 },
      { a: 1, b: 2 },
      { a: 1, b: 2 },
    ],
    [
      "an own property of any name",
      JSON.parse(
        '{"type":"object","properties":{"__proto__":{"const":1}},"required":["__proto__"]}',
      ) as object,
      JSON.parse('{"__proto__":1}'),
      JSON.parse('{"__proto__":1}'),
    ],
  ];

describe("an example", () => {
  test.each(cases)("shows %s", async (_, schema, minimal, full) => {
    expect(await exampleOf(schema)).toEqual({ minimal, full });
  });

  test.each(cases)("of %s is accepted by ajv, too", async (_, schema) => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const { minimal, full } = await exampleOf(schema);
    expect([ajv.validate(schema, minimal), ajv.validate(schema, full)]).toEqual([true, true]);
  });

  it("is there of no schema that accepts nothing, or whose values are not found", async () => {
    expect(await exampleOf({ type: "string", minLength: 3, maxLength: 2 })).toEqual({});
    expect(await exampleOf({ type: "string", pattern: "/^a$/" })).toEqual({});
    expect(
      await exampleOf({ type: "object", required: ["a"], properties: { a: { $ref: "#" } } }),
    ).toEqual({});
  });

  it("comes to an end where schemas refer to themselves", async () => {
    const tree = object({
      name: { type: "string" },
      children: { items: { $ref: "#" }, type: "array" },
    });
    expect((await exampleOf({ ...tree, required: ["name", "children"] })).full).toEqual({
      name: "Example",
      children: [{ name: "Example", children: [] }],
    });
  });

  it("does not depend on which was asked for first", async () => {
    const schemas = {
      "a.json": { oneOf: [{ type: "string", pattern: "/x$/" }, { $ref: "b.json" }, { const: 1 }] },
      "b.json": object({ a: { $ref: "a.json" }, c: { $ref: "c.json" } }, { required: ["a"] }),
      "c.json": object({ a: { $ref: "a.json" }, b: { $ref: "b.json" } }),
    };
    const found = await examplesOf(schemas);
    const reversed = await examplesOf(schemas, { order: (names) => names.toReversed() });
    expect(new Map([...reversed].reverse())).toEqual(found);
    expect(found.get("A")?.minimal).toEqual({ value: 1 });
  });

  it("of the schema's own is given where its guard accepts it", async () => {
    const examples = await examplesOf({ "a.json": { type: "string", examples: ["good", 3] } });
    expect(examples.get("A")?.given).toEqual(["good"]);
  });

  it("has the formats that the guard asserts, those of the project among them", async () => {
    const schema = { type: "string", format: "ipv4", pattern: "^\\d" };
    expect(await exampleOf(schema, { formats: "assert" })).toEqual({
      minimal: "192.0.2.1",
      full: "192.0.2.1",
    });
  });
});
