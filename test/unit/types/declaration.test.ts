import { describe, expect, test } from "vitest";
import { formatTypeScript } from "../../../generator/text/format-typescript.ts";
import { compileErrors } from "./compile.ts";
import { moduleText, rootLink, rootType } from "./model-of.ts";

const oddNames = [
  "$ref",
  "$id",
  "",
  "0",
  "a-b",
  "é",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "oneOf",
  "allOf",
  "description",
  "type",
  "default",
  "definitions",
  "tsType",
  "title",
  "deprecated",
  "extends",
  "enum",
];

function ownProperties(names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, { type: "string", description: "Odd." }]));
}

function indented(lines: string): string {
  return lines.replaceAll(/^(?=.)/gm, "  ");
}

const linked = `/** ${rootLink} */\n`;

describe("a declaration", () => {
  test("of an object with properties is an interface, of anything else an alias", async () => {
    expect((await rootType({ type: "object", required: ["a"] })).text).toBe(
      `${linked}export interface Root {\n  a: unknown;\n}`,
    );
    expect((await rootType({ type: "object" })).text).toBe(
      `${linked}export type Root = Record<string, unknown>;`,
    );
    expect((await rootType({ type: ["string", "null"] })).text).toBe(
      `${linked}export type Root = string | null;`,
    );
    expect((await rootType(false)).text).toBe(`${linked}export type Root = never;`);
  });

  test("carries its description, default and deprecation", async () => {
    const annotations = {
      description: "One.\n\n@default prose */ {@link X}",
      default: { a: "*/ @x" },
      deprecated: true,
    };
    const comment = (...last: readonly string[]) =>
      [
        "/**",
        " * One.",
        " *",
        " * \\@default prose *\\/ {\\@link X}",
        " *",
        ' * @default {"a":"*\\/ \\u0040x"}',
        " * @deprecated",
        ...last.map((line) => ` * ${line}`),
        " */",
        "",
      ].join("\n");
    expect((await rootType({ ...annotations, type: "string" })).text).toBe(
      `${comment(rootLink)}export type Root = string;`,
    );
    expect((await rootType({ ...annotations, type: "object", required: ["a"] })).text).toBe(
      `${comment(rootLink)}export interface Root {\n  a: unknown;\n}`,
    );
    const inner = { type: "object", properties: { a: { ...annotations, type: "string" } } };
    expect((await rootType(inner)).text).toBe(
      `${linked}export interface Root {\n${indented(comment())}  a?: string;\n}`,
    );
  });

  test("says its limits in words, and shows examples", async () => {
    const { text } = await rootType({
      type: "object",
      properties: {
        code: {
          type: "string",
          minLength: 1,
          maxLength: 3,
          pattern: "^a|b*/",
          examples: ["a", "*/", "x".repeat(300), "left out"],
        },
        ids: { type: "array", uniqueItems: true, items: { type: "string", format: "uuid" } },
      },
      required: ["code"],
      dependentRequired: { code: ["ids"] },
    });
    expect(text).toBe(
      [
        "/**",
        " * `code` requires `ids`.",
        ` * ${rootLink}`,
        " */",
        "export interface Root {",
        "  /**",
        "   * 1 to 3 characters; matches `^a|b*\\/`.",
        '   * @example "a"',
        '   * @example "*\\/"',
        "   */",
        "  code: string;",
        "  /** No two items are equal. */",
        "  ids: string[];",
        "}",
      ].join("\n"),
    );
  });

  test("says its title only where that says more than its name", async () => {
    const { text } = await rootType({
      title: "ROOT",
      type: "object",
      properties: {
        itsName: { title: "Its name" },
        size: { title: "Size in bytes" },
        kind: { title: "The kind", description: "Which kind." },
      },
    });
    const lines = ["  itsName?: unknown;", "  /** Size in bytes */", "  size?: unknown;"];
    const kind = ["  /** Which kind. */", "  kind?: unknown;"];
    expect(text).toBe(`${linked}export interface Root {\n${[...lines, ...kind].join("\n")}\n}`);
  });

  test("leaves out a default that is too long to read", async () => {
    const { text } = await rootType({ type: "string", default: "x".repeat(300) });
    expect(text).toBe(`${linked}export type Root = string;`);
  });

  test("keeps its header where a description imitates one", async () => {
    const { text } = await rootType({
      type: "string",
      description: "export type Declaration = any\nexport interface Declaration {",
    });
    expect(text.endsWith(" */\nexport type Root = string;")).toBe(true);
  });

  test("documents a property by the description beside its reference", async () => {
    const schema = {
      type: "object",
      properties: { a: { description: "Mine.", allOf: [{ $ref: "#/$defs/Shared" }] } },
      $defs: { Shared: { type: "string", description: "Shared." } },
    };
    expect((await rootType(schema)).text).toBe(
      `${linked}export interface Root {\n  /** Mine. */\n  a?: Shared;\n}`,
    );
  });

  test.each(oddNames)("keeps a property called %j", async (name) => {
    const { text } = await rootType({
      type: "object",
      properties: ownProperties([name]),
      required: [name],
    });
    const access = `export const read = (it: Root): string => it[${JSON.stringify(name)}];`;
    expect(compileErrors(`${text}\n${access}`)).toEqual([]);
    expect(text).toContain("/** Odd. */");
  });

  test("keeps properties of all odd names together", async () => {
    for (const names of [oddNames, oddNames.filter((name) => name !== "hasOwnProperty")]) {
      const { text } = await rootType({
        type: "object",
        properties: ownProperties(names),
        additionalProperties: { type: "string" },
      });
      expect(compileErrors(text)).toEqual([]);
      expect(text.match(/Odd\./g)).toHaveLength(names.length);
      expect(text).toMatch(/\[key: string\]: string \|(?: \{\}\["\w+"\] \|)+ undefined/);
    }
  });

  test("keeps a contradictory property as never, and itself as an interface", async () => {
    const { text } = await rootType({
      type: "object",
      properties: {
        verb: { type: "object", enum: ["refer"] },
        kind: { type: "object", enum: ["fixed"] },
      },
      required: ["kind"],
    });
    expect(text).toBe(`${linked}export interface Root {\n  verb?: never;\n  kind: never;\n}`);
  });

  test("documents the properties of nested objects", async () => {
    const { text } = await rootType({
      type: "array",
      items: {
        type: "object",
        properties: { a: { type: "object", properties: { "b c": { description: "B.\n\nC." } } } },
        required: ["a"],
      },
    });
    expect(text).toBe(
      `${linked}export type Root = {
  a: {
    /**
     * B.
     *
     * C.
     */
    "b c"?: unknown;
  };
}[];`,
    );
  });

  test("names the other declarations that it refers to, in order", async () => {
    const { references } = await rootType({
      type: "object",
      properties: {
        b: { type: "array", items: { $ref: "#/$defs/B" } },
        a: { $ref: "#/$defs/A" },
        self: { $ref: "#" },
      },
      $defs: { A: { type: "string" }, B: { type: "string" } },
    });
    expect(references).toHaveLength(2);
    expect(references).toEqual([...references].sort((a, b) => a - b));
  });

  test("may be called Record without hiding what free-form objects are", async () => {
    const text = await moduleText({
      type: "object",
      properties: { free: { type: "object" }, map: { $ref: "#/$defs/Record" } },
      $defs: { Record: { type: "object", additionalProperties: { type: "string" } } },
    });
    expect(text).toContain("free?: { [key: string]: unknown };\n");
    expect(text).toContain("export type Record = { [key: string]: string };");
    expect(compileErrors(text)).toEqual([]);
  });

  test.each([
    { type: "object", additionalProperties: { $ref: "#" } },
    { type: "array", items: { $ref: "#" } },
    { type: "array", prefixItems: [{ $ref: "#" }] },
    { anyOf: [{ type: "null" }, { type: "object", additionalProperties: { $ref: "#" } }] },
    { type: "object", properties: { a: { type: "object", additionalProperties: { $ref: "#" } } } },
    {
      type: "object",
      additionalProperties: { $ref: "#/$defs/Node" },
      $defs: { Node: { anyOf: [{ $ref: "#" }, { type: "string" }] } },
    },
  ])("that is recursive compiles: %j", async (schema) => {
    expect(compileErrors(await moduleText(schema))).toEqual([]);
  });

  test.each([
    [{ type: "array", items: { const: -1 } }, "(-1 & number)[]"],
    [
      { type: "array", prefixItems: [true], items: { const: -1 } },
      "[unknown?, ...(-1 & number)[]]",
    ],
    [{ type: "array", items: { enum: [-1, 1] } }, "(-1 | 1)[]"],
  ])("that has arrays of negative numbers is formatted as it stands: %j", async (schema, type) => {
    const formatted = await formatTypeScript((await rootType(schema)).text);
    expect(formatted).toBe(`${linked}export type Root = ${type};\n`);
    expect(await formatTypeScript(formatted)).toBe(formatted);
    const claim = "export const list: readonly unknown[] = [-1] satisfies Root;\n";
    expect(compileErrors(formatted + claim)).toEqual([]);
  });

  test("is the same text each time", async () => {
    const schema = { anyOf: [{ type: "string" }, { type: "object", required: ["a", "b"] }] };
    expect(await moduleText(schema)).toBe(await moduleText(structuredClone(schema)));
  });
});
