import { describe, expect, test } from "vitest";
import { compileErrors } from "./compile.ts";
import { moduleText, rootType } from "./model-of.ts";

/** The type that a schema has where it is a property, on one line. */
async function typeOf(schema: unknown, definitions: object = {}): Promise<string> {
  const root = { type: "object", properties: { it: schema }, required: ["it"], $defs: definitions };
  const { text } = await rootType(root);
  const body = text.slice(text.indexOf("it:") + "it:".length, text.lastIndexOf(";\n}"));
  return onOneLine(body);
}

/** A type without what its lines are broken by. */
function onOneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^ (?:\| )?|(?<=[(<]) \| | (?=\))|(?<=\[) |,? (?=\])/g, "");
}

const everyOther = "string | number | boolean | null";

describe("types of single keywords", () => {
  test.each([
    [true, "unknown"],
    [false, "never"],
    [{ title: "Foo" }, "unknown"],
    [{ type: "integer" }, "number"],
    [{ type: ["string", "null"] }, "string | null"],
    [{ type: ["number", "integer"] }, "number"],
    [{ minLength: 3 }, "unknown"],
    [{ const: { a: [1, null, { b: "x" }] } }, '{ a: [1, null, { b: "x"; }]; }'],
    [{ const: {} }, "Record<string, never>"],
    [{ const: [] }, "[]"],
    [{ enum: ["a", -1, true, null] }, '"a" | -1 | true | null'],
    [{ enum: [true, "a", false] }, 'boolean | "a"'],
    [{ enum: ["a", "a"] }, '"a"'],
    [{ enum: ["a\u2028"] }, '"a\\u2028"'],
    [{ not: { type: "string" } }, "number | boolean | null | unknown[] | Record<string, unknown>"],
    [{ not: { type: "integer" } }, "unknown"],
    [{ not: { const: "a" } }, "unknown"],
    [{ enum: ["a", "b", null], not: { enum: ["a", null, 1] } }, '"b"'],
    [{ type: ["boolean", "null"], not: { const: false } }, "true | null"],
  ])("%j is %s", async (schema, expected) => {
    expect(await typeOf(schema)).toBe(expected);
  });

  test("a number beyond the range of doubles is a number", async () => {
    expect(await typeOf({ const: JSON.parse("1e999") as unknown })).toBe("number");
  });

  test("an enum holds only the values of its type", async () => {
    expect(await typeOf({ type: "string", enum: ["a", 1, null] })).toBe('"a"');
    expect(await typeOf({ type: ["string", "null"], enum: ["a", null, "b"] })).toBe(
      '"a" | null | "b"',
    );
  });

  test("an enum whose values all have another type is never", async () => {
    expect(await typeOf({ type: "object", enum: ["refer", "bye"] })).toBe("never");
    expect(await typeOf({ type: "array", items: { type: "string" }, enum: ["a"] })).toBe("never");
  });
});

describe("objects", () => {
  test.each([
    [{ type: "object" }, "Record<string, unknown>"],
    [{ type: "object", properties: {} }, "Record<string, unknown>"],
    [{ type: "object", additionalProperties: false }, "Record<string, never>"],
    [{ type: "object", additionalProperties: { type: "number" } }, "Record<string, number>"],
    [
      { type: "object", additionalProperties: { type: ["number", "null"] } },
      "Record<string, number | null>",
    ],
    [{ type: "object", properties: { a: { type: "string" } } }, "{ a?: string; }"],
    [
      { type: "object", properties: { a: {} }, required: ["a", "b"] },
      "{ a: unknown; b: unknown; }",
    ],
    [
      {
        type: "object",
        properties: { a: { type: "string" } },
        additionalProperties: { type: "number" },
      },
      "{ a?: string; [key: string]: number | string | undefined; }",
    ],
    [
      {
        type: "object",
        properties: { a: { type: "string" } },
        required: ["a", "b"],
        additionalProperties: { type: "number" },
      },
      "{ a: string; b: number; [key: string]: number | string; }",
    ],
    [
      { type: "object", patternProperties: { "^x": { type: "string" } } },
      "{ [key: `x${string}`]: string; }",
    ],
    [
      { type: "object", patternProperties: { "^[xy]": { type: "string" } } },
      "Record<string, unknown>",
    ],
    [
      {
        type: "object",
        patternProperties: { "^[xy]": { type: "string" } },
        additionalProperties: false,
      },
      "Record<string, string>",
    ],
    [
      {
        type: "object",
        propertyNames: { enum: ["a", "b"] },
        additionalProperties: { type: "string" },
      },
      "{ a?: string; b?: string; }",
    ],
    [{ type: "object", propertyNames: { minLength: 2 } }, "Record<string, unknown>"],
  ])("%j is %s", async (schema, expected) => {
    expect(await typeOf(schema)).toBe(expected);
  });

  test("a schema without type admits every other type as well", async () => {
    const schema = { properties: { a: { type: "string" } } };
    expect(await typeOf(schema)).toBe(`${everyOther} | unknown[] | { a?: string; }`);
    expect(await typeOf({ items: { type: "string" } })).toBe(
      `${everyOther} | string[] | Record<string, unknown>`,
    );
  });

  test("a sibling narrows a schema without type", async () => {
    const schema = { properties: { a: { type: "string" } }, allOf: [{ type: "object" }] };
    expect(await typeOf(schema)).toBe("{ a?: string; }");
  });

  test("a required property of a closed object that is not declared is never", async () => {
    expect(await typeOf({ type: "object", required: ["a"], additionalProperties: false })).toBe(
      "{ a: never; }",
    );
  });
});

describe("arrays", () => {
  const string = { type: "string" };
  const number = { type: "number" };
  test.each([
    [{ type: "array" }, "unknown[]"],
    [{ type: "array", items: string }, "string[]"],
    [{ type: "array", items: { type: ["string", "number"] } }, "(string | number)[]"],
    [{ type: "array", items: false }, "[]"],
    [{ type: "array", prefixItems: [string, number] }, "[string?, number?, ...unknown[]]"],
    [
      { type: "array", prefixItems: [string, number], minItems: 1, items: false },
      "[string, number?]",
    ],
    [
      { type: "array", prefixItems: [string, number], minItems: 2, items: { enum: ["a", 1] } },
      '[string, number, ...("a" | 1)[]]',
    ],
    [
      { type: "array", prefixItems: [string, number], minItems: 2, maxItems: 2 },
      "[string, number]",
    ],
    [{ type: "array", prefixItems: [string, number], maxItems: 1 }, "[string?]"],
    [
      { type: "array", prefixItems: [{ type: ["string", "null"] }] },
      "[(string | null)?, ...unknown[]]",
    ],
  ])("%j is %s", async (schema, expected) => {
    expect(await typeOf(schema)).toBe(expected);
  });
});

describe("combinations", () => {
  const definitions = {
    Foo: { type: "object", properties: { a: { type: "string" } } },
    Bar: { type: "object", properties: { b: { type: "string" } } },
    Text: { type: "string" },
    Broken: {
      type: "object",
      properties: { a: { type: "object", enum: ["a"] } },
      required: ["a"],
    },
  };
  const foo = { $ref: "#/$defs/Foo" };
  const bar = { $ref: "#/$defs/Bar" };
  const text = { $ref: "#/$defs/Text" };
  const object = (properties: object, ...required: string[]) => ({
    type: "object",
    properties,
    required,
  });

  test.each([
    [foo, "Foo"],
    [{ ...foo, title: "None" }, "Foo"],
    [{ allOf: [foo] }, "Foo"],
    [{ oneOf: [foo] }, "Foo"],
    [{ allOf: [{ $ref: "#/$defs/Broken" }] }, "Broken"],
    [{ type: "object", allOf: [foo] }, "Foo"],
    [{ type: "string", allOf: [foo] }, "never"],
    [{ allOf: [foo, bar] }, "{ a?: string; b?: string; }"],
    [{ allOf: [foo, foo] }, "Foo"],
    [{ oneOf: [{ type: "string" }, foo] }, "string | Foo"],
    [{ type: "object", oneOf: [{ type: "string" }, foo] }, "Foo"],
    [{ ...text, enum: ["a"] }, 'Text & "a"'],
    [{ items: true, anyOf: [text, { type: "null" }] }, "Text | null"],
    [
      { allOf: [object({ a: { type: "string" } }), object({ b: {} }, "a", "b")] },
      "{ a: string; b: unknown; }",
    ],
    [
      { allOf: [object({ a: { enum: [1, 2, 3] } }), object({ a: { enum: [2, 3, 4] } })] },
      "{ a?: 2 | 3; }",
    ],
    [{ ...object({ b: {} }), allOf: [foo] }, "{ b?: unknown; a?: string; }"],
    [{ ...object({ b: {} }), oneOf: [foo, bar] }, "(Foo | Bar) & { b?: unknown; }"],
    [
      { ...object({ a: {}, b: {} }), oneOf: [{ required: ["a"] }, { required: ["b"] }] },
      "{ a: unknown; b?: unknown; } | { a?: unknown; b: unknown; }",
    ],
    [
      {
        ...object({ kind: { enum: ["a"] } }, "kind"),
        oneOf: [object({ kind: { const: "a" }, x: {} }), object({ kind: { const: "b" }, y: {} })],
      },
      '{ kind: "a"; x?: unknown; }',
    ],
    [
      {
        allOf: [
          { type: "array", prefixItems: [{ type: "string" }], minItems: 1 },
          { type: "array", items: { type: ["string", "null"] } },
        ],
      },
      "[string, ...(string | null)[]]",
    ],
    [
      {
        allOf: [
          { type: "array", prefixItems: [true], minItems: 1 },
          { type: "array", items: false },
        ],
      },
      "never",
    ],
    [{ if: { type: "string" }, then: { enum: ["a", 1] }, else: { type: "null" } }, '"a" | null'],
    [
      { if: { type: "string" }, then: { enum: ["a"] } },
      '"a" | number | boolean | null | unknown[] | Record<string, unknown>',
    ],
  ])("%j is %s", async (schema, expected) => {
    expect(await typeOf(schema, definitions)).toBe(expected);
  });

  test("a union too long to be multiplied out stays an intersection", async () => {
    const branches = Array.from({ length: 30 }, (_, index) => object({ [`p${index}`]: {} }));
    const type = await typeOf({ ...object({ a: {} }, "a"), anyOf: branches });
    expect(type.startsWith("{ a: unknown; } & ({ p0?: unknown; } | ")).toBe(true);
  });

  test("unions of literals meet exactly however long they are", async () => {
    const values = (from: number) => Array.from({ length: 200 }, (_, index) => from + index);
    expect(await typeOf({ enum: values(0), allOf: [{ enum: values(198) }] })).toBe("198 | 199");
  });

  test("nested choices do not multiply each other's text", async () => {
    let schema: object = { type: "string" };
    for (let level = 0; level < 12; level++) {
      const choices = Array.from({ length: 8 }, (_, index) => ({ required: [`p${index}`] }));
      schema = { ...object({ deep: schema }), oneOf: choices };
    }
    expect((await typeOf(schema)).length).toBeLessThan(100_000);
  });
});

describe("a conjunction of references", () => {
  test("is one interface, however many objects they are", async () => {
    const names = Array.from({ length: 30 }, (_, index) => `Part${index}`);
    const schema = {
      type: "object",
      allOf: names.map((name) => ({ $ref: `#/$defs/${name}` })),
      $defs: Object.fromEntries(
        names.map((name) => [name, { properties: { [name]: { type: "string" } } }]),
      ),
    };
    const text = await moduleText(schema);
    expect(text).toContain("export interface Root {\n  Part0?: string;\n  Part1?: string;\n");
    expect(compileErrors(text)).toEqual([]);
  });

  test("keeps the names of what comes back to itself", async () => {
    const text = await moduleText({
      type: "object",
      properties: { child: { allOf: [{ $ref: "#" }, { required: ["name"] }] } },
    });
    expect(text).toContain("child?: Root & ");
    expect(compileErrors(text)).toEqual([]);
  });

  test("keeps the names of unions", async () => {
    const text = await moduleText({
      allOf: [{ $ref: "#/$defs/Either" }, { type: "object", required: ["c"] }],
      $defs: {
        Either: {
          oneOf: [
            { type: "object", required: ["a"] },
            { type: "object", required: ["b"] },
          ],
        },
      },
    });
    expect(text).toContain("export type Root = Either & ");
  });
});

describe("properties whose names have a pattern", () => {
  const text = { type: "string" };
  test.each([
    [{ "^x-": text }, "{ [key: `x-${string}`]: string; }"],
    [{ "\\.js$": text }, "{ [key: `${string}.js`]: string; }"],
    [{ _id: text }, "{ [key: `${string}_id${string}`]: string; }"],
    [{ "^(a|b)$": text, "^c$": true }, "{ a?: string; b?: string; c?: unknown; }"],
    [{ ".*": text }, "Record<string, string>"],
    [{ "^`${\\\\": text }, "Record<string, unknown>"],
    [{ "^`\\$\\{\\\\": text }, "{ [key: `\\`\\${\\\\${string}`]: string; }"],
    // What `.` matches is no line break, so that these match fewer names than a type can say.
    [{ "^.*$": text }, "Record<string, unknown>"],
    [{ "^x.+": text }, "Record<string, unknown>"],
  ])("%j: %s", async (patternProperties, expected) => {
    expect(await typeOf({ type: "object", patternProperties })).toBe(expected);
  });

  test("hold for declared properties, by any pattern", async () => {
    const schema = {
      type: "object",
      properties: { ab: { enum: ["x", 1] }, "x-a": { type: ["string", "null"] } },
      patternProperties: { "^[a-c]+$": text, "^x-": { type: ["null", "number"] } },
    };
    expect(await typeOf(schema)).toBe(
      '{ ab?: "x"; "x-a"?: null; [key: `x-${string}`]: null | number | undefined; }',
    );
  });

  test("are all that a closed object has besides", async () => {
    const schema = {
      type: "object",
      properties: { a: true },
      patternProperties: { "^x-": text },
      additionalProperties: false,
    };
    const value = (content: string) => `export const root: Root = { ${content} };`;
    const types = await moduleText(schema);
    expect(compileErrors(`${types}\n${value('a: 1, "x-b": ""')}`)).toEqual([]);
    expect(compileErrors(`${types}\n${value('"x-b": 1')}`)).toHaveLength(1);
    expect(compileErrors(`${types}\n${value("b: 1")}`)).toHaveLength(1);
  });
});

describe("what depends on a choice", () => {
  const kinds = { kind: { enum: ["a", "b", "c"] } };
  const whereKind = (kind: string) => ({
    properties: { kind: { const: kind } },
    required: ["kind"],
  });
  test.each([
    [
      { properties: kinds, required: ["kind"], if: whereKind("a"), then: { required: ["x"] } },
      '{ kind: "a"; x: unknown; } | { kind: "b" | "c"; }',
    ],
    [
      {
        properties: { kind: { enum: ["a", "b"] }, x: { type: "string" } },
        required: ["kind"],
        if: whereKind("a"),
        then: { required: ["x"] },
        else: { properties: { x: false } },
      },
      '{ kind: "a"; x: string; } | { kind: "b"; x?: never; }',
    ],
    [
      { properties: { a: { type: "string" } }, dependentRequired: { a: ["b"] } },
      "{ a?: never; [key: string]: unknown; } | { a: string; b: unknown; }",
    ],
    [
      {
        properties: { a: { type: "string" }, b: { type: "number" } },
        dependentSchemas: { a: { properties: { b: { const: 1 } } } },
      },
      "{ a?: never; b?: number; } | { a: string; b?: 1; }",
    ],
    [{ properties: { a: true, b: true }, not: { required: ["a"] } }, "{ a?: never; b?: unknown; }"],
    [{ properties: kinds, not: whereKind("b") }, '{ kind?: "a" | "c"; }'],
    [
      { properties: { a: true, b: true }, not: { required: ["a", "b"] } },
      "{ a?: never; b?: unknown; } | { a?: unknown; b?: never; }",
    ],
    [
      { properties: { a: true }, if: { minProperties: 1 }, then: { required: ["b"] } },
      "{ a?: unknown; }",
    ],
  ])("%j is %s", async (schema, expected) => {
    expect(await typeOf({ type: "object", ...schema })).toBe(expected);
  });

  test("stands beside an object that is too large to be written for each alternative", async () => {
    const properties = { a: true, b: true, c: true, d: { type: "string" } };
    const types = await moduleText({ type: "object", properties, dependentRequired: { d: ["a"] } });
    expect(onOneLine(types)).toContain(
      "{ a?: unknown; b?: unknown; c?: unknown; d?: string; } & ({ d?: never; } | { d: string; a: unknown; });",
    );
  });
});

describe("what is not evaluated", () => {
  test.each([
    [
      { type: "object", properties: { a: true }, unevaluatedProperties: { type: "string" } },
      "{ a?: unknown; [key: string]: unknown; }",
    ],
    [{ type: "object", unevaluatedProperties: false }, "Record<string, never>"],
    [
      { type: "object", patternProperties: { "^[ab]": true }, unevaluatedProperties: false },
      "Record<string, unknown>",
    ],
    [{ type: "array", prefixItems: [true], unevaluatedItems: false }, "[unknown?]"],
    [{ type: "array", contains: true, unevaluatedItems: false }, "unknown[]"],
  ])("%j is %s", async (schema, expected) => {
    expect(await typeOf(schema)).toBe(expected);
  });
});

describe("limited numbers of items", () => {
  const items = { type: "string" };
  test.each([
    [{ items, minItems: 1 }, "[string, ...string[]]"],
    [{ items, maxItems: 2 }, "[string?, string?]"],
    [{ items, minItems: 2, maxItems: 2 }, "[string, string]"],
    [{ items, minItems: 1, maxItems: 100 }, "[string, ...string[]]"],
    [{ items, minItems: 9 }, "string[]"],
    [{ items, maxItems: 0 }, "[]"],
    [{ prefixItems: [{ type: "null" }], items, minItems: 2 }, "[null, string, ...string[]]"],
  ])("%j is %s", async (schema, expected) => {
    expect(await typeOf({ type: "array", ...schema })).toBe(expected);
  });
});
