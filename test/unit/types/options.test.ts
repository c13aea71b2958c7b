import { describe, expect, test } from "vitest";
import { makeProject } from "../../harness/project.ts";
import { defaultTypes } from "../../../generator/options.ts";
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
      Twice: { enum: [2, "2"] },
    },
  };

  test("are exported under the name of their type, each value by its words", async () => {
    const text = await moduleText(schema, { enums: "const-object" });
    expect(text).toContain(`export const Level = {
  Low: "low",
  VeryHigh: "very-high",
  ВЫСОКИЙ: "ВЫСОКИЙ",
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
    expect(text).toContain('export type Twice = 2 | "2";');
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

describe("strings of an asserted format", () => {
  const dialect = "https://json-schema.org/draft/2020-12/schema";
  const schema = {
    $schema: dialect,
    type: "object",
    properties: {
      at: { type: "string", format: "date-time" },
      id: { enum: ["a-b"], type: "string", format: "uuid" },
      host: { type: "string", format: "hostname" },
    },
  };

  async function typeOf(formats: "template" | "brand", asserted: boolean): Promise<string> {
    const { files } = await makeProject(
      { "root.json": schema },
      { types: { ...defaultTypes, formats }, formats: asserted ? "assert" : "annotate" },
    );
    return /export interface Root \{.*?\n\}/s.exec(files.get("Root.ts") ?? "")?.[0] ?? "";
  }

  test("have the shape of the format, where it has one", async () => {
    const text = await typeOf("template", true);
    expect(text).toContain("at?: `${number}-${number}-${string}:${string}:${string}`;");
    expect(text).toContain('id?: "a-b";');
    expect(text).toContain("host?: string;");
    const date = 'export const root: Root = { at: "2026-01-01t00:00:00z" };';
    expect(compileErrors(`${text}\n${date}`)).toEqual([]);
    expect(compileErrors(`${text}\n${date.replace("T00", " 00").replace("-", "/")}`)).toHaveLength(
      1,
    );
  });

  test("are told by their guard alone as brands", async () => {
    expect(await typeOf("brand", true)).toContain(
      'at?: string & { readonly __format: "date-time" };',
    );
  });

  test("are any string where the guard does not assert the format", async () => {
    expect(await typeOf("template", false)).toContain("at?: string;");
  });
});

describe("tsType", () => {
  const schema = { type: "object", properties: { when: { type: "number", tsType: "1 | 2" } } };

  test("is the type of its schema where the config trusts it", async () => {
    expect(await moduleText(schema, { tsType: true })).toContain("when?: 1 | 2;\n");
    expect(await moduleText(schema)).toContain("when?: number;\n");
  });

  test.each(["1 |", "string; evil()", "string) | (string", "string /*", "`${", ""])(
    "is refused where it is not one type: %j",
    async (tsType) => {
      const project = makeProject(
        { "root.json": { properties: { a: { tsType } } } },
        { types: { ...defaultTypes, tsType: true } },
      );
      await expect(project).rejects.toThrow("is no TypeScript type");
    },
  );

  test.each(['Map<string, "(">', "{ a: string; b(): void }", "(a: string) => void"])(
    "may be any type: %j",
    async (tsType) => {
      const types = { ...defaultTypes, tsType: true };
      const { files } = await makeProject({ "root.json": { tsType } }, { types });
      expect(files.get("Root.ts")).toContain("export type Root =");
    },
  );
});

test("properties without a type mean an object where that is assumed, for type and guard", async () => {
  const schema = {
    properties: { a: { properties: { b: {} } }, c: { properties: {}, nullable: true } },
  };
  const made = await makeProject({ "root.json": schema }, { assumeObject: true });
  expect(made.files.get("Root.ts")).toContain("export interface Root {");
  const { isRoot } = (await made.importModule("Root.ts")) as {
    isRoot: (value: unknown) => boolean;
  };
  expect([{}, { a: {} }, { a: "" }, "", null].map(isRoot)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  const plain = await makeProject({ "root.json": schema });
  expect(plain.files.get("Root.ts")).not.toContain("export interface Root {");
});
