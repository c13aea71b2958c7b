import { describe, expect, test } from "vitest";
import { compileErrors } from "./compile.ts";
import { moduleText } from "./model-of.ts";

describe("listed values as objects", () => {
  const schema = {
    $ref: "#/$defs/Level",
    $defs: {
      Level: { enum: ["low", "very-high", "ВЫСОКИЙ"], description: "How loud." },
      Clash: { enum: ["a b", "a-b", "<", "__proto__", "proto", 2] },
      Set: { enum: ["a"] },
      Mixed: { enum: ["a", null] },
    },
  };

  test("are exported under the name of their type, each value by its words", async () => {
    const text = await moduleText(schema, { enums: "const-object" });
    expect(text).toContain(`export const Level = {
  Low: "low",
  VeryHigh: "very-high",
  "ВЫСОКИЙ": "ВЫСОКИЙ",
} as const;`);
    expect(text).toContain("export type Level = (typeof Level)[keyof typeof Level];");
    expect(text).toContain('"a b": "a b",\n  "a-b": "a-b",\n  "<": "<",\n');
    const use = [
      "export const level: Level = Level.VeryHigh;",
      'export const literal: Level = "low";',
      'export const odd: Clash = Clash["__proto__"];',
    ];
    expect(compileErrors([text, ...use].join("\n"))).toEqual([]);
    expect(compileErrors(`${text}\nexport const level: Level = "lower";`)).toHaveLength(1);
  });

  test("stay types where an object would hide a global, or values are no keys", async () => {
    const text = await moduleText(schema, { enums: "const-object" });
    expect(text).toContain('export type Set = "a";');
    expect(text).toContain('export type Mixed = "a" | null;');
  });
});

test("types are readonly through and through where that is asked for", async () => {
  const schema = {
    type: "object",
    properties: {
      list: { type: "array", items: { type: "array", items: { type: ["string", "null"] } } },
      pair: { type: "array", prefixItems: [true, { type: "array" }], minItems: 1 },
      map: { type: "object", additionalProperties: { type: "number" } },
    },
  };
  const text = await moduleText(schema, { readonly: true });
  expect(text.split("\n").slice(1).join("\n")).toBe(`export interface Root {
  readonly list?: readonly (readonly (string | null)[])[];
  /** At least 1 item. */
  readonly pair?: readonly [unknown, (readonly unknown[])?, ...unknown[]];
  readonly map?: { readonly [key: string]: number };
}`);
  expect(compileErrors(text)).toEqual([]);
});

test("open objects have an index signature where that is asked for, closed ones never", async () => {
  const schema = {
    type: "object",
    properties: {
      open: { type: "object", properties: { a: { type: "string" } } },
      closed: {
        type: "object",
        properties: { a: { type: "string" } },
        additionalProperties: false,
      },
    },
  };
  const value = 'export const root: Root = { other: 1, open: { b: 2 }, closed: { a: "" } };';
  const text = await moduleText(schema, { openObjects: "index" });
  expect(compileErrors(`${text}\n${value}`)).toEqual([]);
  const misspelt = "export const root: Root = { closed: { b: 2 } };";
  expect(compileErrors(`${text}\n${misspelt}`)).toHaveLength(1);
  expect(compileErrors(`${await moduleText(schema)}\n${value}`)).not.toEqual([]);
});

test("an optional property by the name of a member of Object is that member where it is absent", async () => {
  const text = await moduleText({
    type: "object",
    properties: { toString: { type: "number" }, constructor: { type: "string" } },
    required: ["constructor"],
  });
  expect(compileErrors(`${text}\nexport const root: Root = { constructor: "" };`)).toEqual([]);
  const wrong = 'export const root: Root = { constructor: "", toString: "" };';
  expect(compileErrors(`${text}\n${wrong}`)).toHaveLength(1);
});
