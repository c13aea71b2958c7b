import { describe, expect, test } from "vitest";
import { formatTypeScript } from "../../../generator/text/format-typescript.ts";
import type { TypeOptions } from "../../../generator/options.ts";
import { tightenComments } from "../../../generator/text/comment.ts";
import { compileErrors } from "./compile.ts";
import { moduleText } from "./model-of.ts";

/** What a schema's property `value` is declared as, formatted. */
async function propertyOf(schema: unknown, options: Partial<TypeOptions> = {}): Promise<string> {
  const text = await moduleText({ type: "object", properties: { value: schema } }, options);
  expect(compileErrors(text)).toEqual([]);
  const formatted = tightenComments(await formatTypeScript(text));
  expect(await formatTypeScript(formatted)).toBe(formatted);
  return /^ {2}(?:readonly )?value\?:(.*?);\n\}/ms.exec(formatted)?.[1] ?? "";
}

/** What a schema comes to that demands a reason for one of the values of a property. */
async function conditional(level: unknown): Promise<string> {
  return await propertyOf({
    type: "object",
    properties: { level, reason: { type: "string" } },
    if: { properties: { level: { const: "high" } }, required: ["level"] },
    then: { required: ["reason"] },
  });
}

describe("a union has its members' documentation", () => {
  test("from the branches of a oneOf or anyOf that are one value each", async () => {
    const branches = [
      { const: "low", description: "Quiet.", title: "Low level" },
      { enum: ["high"], title: "Loud as can be", deprecated: true },
      { const: "off", title: "OFF" },
    ];
    for (const keyword of ["oneOf", "anyOf"]) {
      expect(await propertyOf({ [keyword]: branches })).toBe(`
    /** Quiet. */
    | "low"
    /**
     * Loud as can be
     * @deprecated
     */
    | "high"
    | "off"`);
    }
  });

  test("beside members that are no values, and within what else lists the values", async () => {
    const auto = { const: "auto", description: "By itself." };
    const none = { const: "none", description: "Not at all." };
    expect(await propertyOf({ anyOf: [auto, none, { type: "number", description: "Pixels." }] }))
      .toBe(`
    /** By itself. */
    | "auto"
    /** Not at all. */
    | "none"
    | number`);
    expect(await propertyOf({ type: "string", enum: ["none", "auto"], oneOf: [auto, none] })).toBe(`
    /** By itself. */
    | "auto"
    /** Not at all. */
    | "none"`);
  });

  test.each([
    ["enumDescriptions", ["Quiet.", "Loud."]],
    ["markdownEnumDescriptions", ["Quiet.", "Loud."]],
    ["x-enum-descriptions", ["Quiet.", "Loud."]],
    ["x-enumDescriptions", { 2: "Loud.", low: "Quiet.", constructor: "None." }],
    ["x-enum-descriptions", { 2: "Loud.", low: "Quiet." }],
  ])("from %s: %j", async (keyword, descriptions) => {
    expect(await propertyOf({ enum: ["low", 2], [keyword]: descriptions })).toBe(`
    /** Quiet. */
    | "low"
    /** Loud. */
    | 2`);
  });

  test("wherever the union stands that a comment can stand in", async () => {
    const listed = { enum: ["a", "b"], enumDescriptions: ["", "Second."] };
    expect(await propertyOf({ type: "array", items: listed }, { readonly: true })).toBe(` readonly (
    | "a"
    /** Second. */
    | "b"
  )[]`);
    expect(await propertyOf({ type: "object", additionalProperties: listed })).toBe(` {
    [key: string]:
      | "a"
      /** Second. */
      | "b";
  }`);
    const inBrackets = { type: "array", prefixItems: [listed], items: false, minItems: 1 };
    expect(await propertyOf(inBrackets)).toBe(' ["a" | "b"]');
  });

  test("escaped, so that no text ends the comment or begins a tag", async () => {
    const enumDescriptions = ["*/ evil(); /*", "@see `*/`\u2028\n\nEnd."];
    expect(await propertyOf({ enum: ["a", "b"], enumDescriptions })).toBe(`
    /** *\\/ evil(); /* */
    | "a"
    /**
     * \\@see \`*\\/\`
     *
     *
     * End.
     */
    | "b"`);
  });
});

test("what alternatives leave of a union is documented in each of them", async () => {
  const level = {
    description: "How loud.",
    enum: ["low", "mid", "high"],
    enumDescriptions: ["Quiet.", "So so.", "Loud."],
    examples: ["low"],
  };
  expect(await conditional(level)).toBe(`
    | {
        /**
         * How loud.
         *
         * Loud.
         *
         * @example "low"
         */
        level: "high";
        reason: string;
      }
    | {
        /**
         * How loud.
         * @example "low"
         */
        level?:
          /** Quiet. */
          | "low"
          /** So so. */
          | "mid";
        reason?: string;
      }`);
});

test.each([
  { enum: ["a", "b"] },
  { enum: ["a", "b"], enumDescriptions: [] },
  { enum: ["a", "b"], enumDescriptions: ["", " "], "x-enum-descriptions": [1, null] },
  { enum: ["a", "b"], "x-enumDescriptions": "Letters.", "x-enum-varnames": ["A", "B"] },
  { oneOf: [{ const: "a", title: "A" }, { const: "b" }] },
  { type: "string", enum: ["a", "b"], description: "A letter." },
])("values of which nothing is said stand on one line: %j", async (schema) => {
  expect(await propertyOf(schema)).toBe(' "a" | "b"');
});

describe("an object of values", () => {
  async function objectOf(schema: unknown): Promise<string> {
    const text = await moduleText(
      { $ref: "#/$defs/Level", $defs: { Level: schema } },
      { enums: "const-object" },
    );
    expect(compileErrors(text)).toEqual([]);
    return /export const Level = (\{.*?\}) as const;/s.exec(text)?.[1] ?? "";
  }

  test("has the documentation of each member, and the keys that its schema wants", async () => {
    const schema = {
      enum: [1, 2, 3],
      "x-enum-varnames": ["LOW", "MID", "HIGH"],
      "x-enum-descriptions": ["Quiet.", "", "Loud.\nVery."],
    };
    expect(await objectOf(schema)).toBe(`{
  /** Quiet. */
  LOW: 1,
  MID: 2,
  /**
   * Loud.
   * Very.
   */
  HIGH: 3,
}`);
  });

  test("documents the branches of a oneOf", async () => {
    const oneOf = [{ const: "low" }, { const: "very-high", description: "Loud." }];
    expect(await objectOf({ oneOf })).toBe(`{
  Low: "low",
  /** Loud. */
  VeryHigh: "very-high",
}`);
    const named = { enum: [1], "x-enum-varnames": ["ONE"], description: "One." };
    expect(await objectOf({ oneOf: [named, { const: 2 }] })).toBe(`{
  /** One. */
  ONE: 1,
  "2": 2,
}`);
  });

  test("takes names from any keyword for them, unless they are no identifiers", async () => {
    expect(await objectOf({ enum: [1, 2], "x-enumNames": ["One", "not one"] })).toBe(
      '{\n  One: 1,\n  "2": 2,\n}',
    );
    expect(await objectOf({ enum: [1, 2], tsEnumNames: { 2: "Two" } })).toBe(
      '{\n  "1": 1,\n  Two: 2,\n}',
    );
    expect(await objectOf({ enum: [1], "x-enum-varnames": ["__proto__"] })).toBe(
      '{\n  ["__proto__"]: 1,\n}',
    );
  });
});
