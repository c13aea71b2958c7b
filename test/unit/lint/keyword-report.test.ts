import { describe, expect, test } from "vitest";
import type { FormatMode } from "../../../generator/dialects/formats.ts";
import { reportKeywords, type SchemaKeywords } from "../../../generator/lint/keyword-report.ts";
import type { Sayer } from "../../../generator/lint/statement.ts";
import { defaultTypes } from "../../../generator/options.ts";
import { typeSource } from "../../../generator/types/type-source.ts";
import { modelOf } from "../types/model-of.ts";

function reportOf(schema: object, formats: FormatMode = "dialect"): readonly SchemaKeywords[] {
  return reportKeywords(typeSource(modelOf(schema), defaultTypes), formats);
}

/** The places of the keywords that somebody says, over all schemas of a file. */
function placesOf(saidBy: Sayer, schema: object): readonly string[] {
  return reportOf(schema)
    .flatMap(({ keywords }) => keywords)
    .filter((uses) => uses.saidBy === saidBy)
    .flatMap(({ pointers }) => pointers);
}

/** What is said of the keywords that nobody says. */
function unsaid(schema: object, formats?: FormatMode): readonly string[] {
  return reportOf(schema, formats)
    .flatMap(({ keywords }) => keywords)
    .filter(({ saidBy }) => saidBy === "nobody")
    .map(({ keyword, note, nearest }) => [`${keyword}: ${note}`, ...nearest].join("; "));
}

const draft07 = { $schema: "http://json-schema.org/draft-07/schema#" };

describe("the report of a schema", () => {
  test("groups the uses of a keyword, and sorts by who says it, then by keyword", () => {
    const schema = {
      type: "object",
      properties: {
        b: { type: "integer", minimum: 0 },
        a: { type: "string", default: "" },
        c: { minimum: 1, requred: [] },
      },
    };
    expect(reportOf(schema)).toEqual([
      {
        name: "Root",
        source: "root.json",
        pointer: "",
        keywords: [
          entry("type", "properties", "/properties"),
          entry("type", "type", "/type", "/properties/a/type"),
          {
            ...entry("type-and-guard", "type", "/properties/b/type"),
            note: "whether numbers are whole",
          },
          entry("guard", "minimum", "/properties/b/minimum", "/properties/c/minimum"),
          entry("docs", "default", "/properties/a/default"),
          {
            ...entry("nobody", "requred", "/properties/c/requred"),
            note: "no dialect knows it",
            nearest: ["required"],
          },
        ],
      },
    ]);
  });

  test("leaves definitions to reports of their own, with pointers from the definition", () => {
    const schema = { $ref: "#/$defs/A", $defs: { A: { maxLength: 1 } } };
    expect(reportOf(schema)).toMatchObject([
      { name: "Root", pointer: "", keywords: [{ keyword: "$ref", pointers: ["/$ref"] }] },
      { name: "A", pointer: "/$defs/A", keywords: [{ pointers: ["/maxLength"] }] },
    ]);
  });

  test("is there for each named schema, and empty where it demands nothing", () => {
    expect(reportOf({ description: "Anything." })).toMatchObject([{ name: "Root", keywords: [] }]);
  });

  test("names keywords as their dialect does", () => {
    const schema = {
      ...draft07,
      items: [{ type: "string" }],
      additionalItems: false,
      dependencies: { a: ["b"], c: { required: ["d"] } },
    };
    expect(placesOf("type", schema)).toEqual(["/additionalItems", "/items", "/items/0/type"]);
    expect(placesOf("guard", schema)).toEqual(["/dependencies"]);
  });

  test("names each keyword that takes part in an assertion", () => {
    const schema = { if: {}, then: {}, contains: {}, minContains: 2, maxContains: 3 };
    expect(placesOf("guard", schema)).toEqual([
      "/contains",
      "/if",
      "/maxContains",
      "/minContains",
      "/then",
    ]);
  });

  test("counts what stands inside a keyword that only the guard checks as part of it", () => {
    const schema = { not: { type: "string", maxLength: 1, tpye: "null" } };
    expect(placesOf("guard", schema)).toEqual(["/not"]);
    expect(placesOf("type", schema)).toEqual([]);
    expect(placesOf("nobody", schema)).toEqual(["/not/tpye"]);
  });
});

function entry(saidBy: Sayer, keyword: string, ...pointers: readonly string[]) {
  return { saidBy, keyword, note: "", nearest: [], pointers };
}

describe("nobody says", () => {
  test.each([
    [{ requred: [] }, "requred: no dialect knows it; required"],
    [{ regexp: "a" }, "regexp: no dialect knows it"],
    [{ nullable: true }, "nullable: a keyword of openapi-3.0"],
    [
      { ...draft07, prefixItems: [] },
      "prefixItems: a keyword of 2020-12, openapi-3.1, openapi-3.2",
    ],
    [
      { ...draft07, $ref: "#/definitions/a", type: "string", definitions: { a: {} } },
      "type: ignored beside $ref; an allOf that holds the $ref keeps both",
    ],
    [{ then: {} }, "then: without effect where there is no if"],
    [{ type: "number", maxLength: 1 }, "maxLength: without effect: the schema admits no string"],
  ])("%j: %s", (schema, expected) => {
    expect(unsaid(schema)).toEqual([expected]);
  });

  test("a format that is not asserted, unless the config decides that none is", () => {
    const schema = { format: "email" };
    expect(unsaid(schema)).toEqual([
      'format: not asserted; "formats" in the config decides: "assert" or "annotate"',
    ]);
    expect(unsaid(schema, "annotate")).toEqual([]);
  });

  test("a format that is not known, even where formats are asserted", () => {
    const expected = 'format: the format "datetime" is not known; date-time';
    expect(unsaid({ format: "datetime" })).toEqual([expected]);
    expect(unsaid({ format: "datetime" }, "assert")).toEqual([expected]);
    expect(unsaid({ format: "binary" })).toEqual([]);
  });

  test("nothing of a keyword that only holds schemas which others refer to", () => {
    const shared = { text: { type: "string" } };
    expect(unsaid({ $ref: "#/shared/text", shared })).toEqual([]);
    expect(unsaid({ shared })).toEqual(["shared: no dialect knows it"]);
  });
});
