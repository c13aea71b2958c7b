import { describe, expect, test } from "vitest";
import { dialectOf } from "../../../generator/dialects/dialect.ts";
import type { DialectName } from "../../../generator/dialects/dialect-name.ts";
import { ignoredKeywords } from "../../../generator/dialects/ignored-keywords.ts";
import { dialectOfMetaSchema } from "../../../generator/dialects/vocabularies.ts";

function ignored(schema: Readonly<Record<string, unknown>>, dialect: DialectName = "2020-12") {
  return ignoredKeywords(schema, dialectOf(dialect));
}

describe("a keyword that no dialect knows", () => {
  test.each([
    ["requred", ["required"]],
    ["additionalproperties", ["additionalProperties"]],
    ["anyof", ["anyOf"]],
    ["patern", ["pattern"]],
    ["regexp", []],
  ])("%s is ignored, with what it is likely meant to be", (keyword, nearest) => {
    expect(ignored({ type: "object", [keyword]: [] })).toEqual([
      { keyword, path: `/${keyword}`, reason: "unknown", nearest },
    ]);
  });

  test("is pointed to by an escaped pointer, and may have the name of an inherited member", () => {
    expect(ignored({ "a/b": 1, constructor: 1 })).toMatchObject([
      { path: "/a~1b" },
      { path: "/constructor" },
    ]);
  });

  test("is none of those that people, editors and generators read", () => {
    const schema = {
      $comment: "",
      title: "",
      markdownDescription: "",
      enumDescriptions: [],
      markdownEnumDescriptions: [],
      tsEnumNames: [],
      "x-enumDescriptions": {},
      "x-enum-descriptions": [],
      "x-enum-varnames": [],
      "x-enumNames": [],
      "x-order": 1,
      example: 1,
      defaultSnippets: [],
      tsType: "Date",
      $defs: {},
      definitions: {},
    };
    expect(ignored(schema)).toEqual([]);
    expect(ignored(schema, "draft-04")).toEqual([]);
  });
});

describe("a keyword of another dialect", () => {
  test.each([
    ["draft-07", "dependentRequired", ["2019-09", "2020-12", "openapi-3.1", "openapi-3.2"]],
    ["draft-07", "prefixItems", ["2020-12", "openapi-3.1", "openapi-3.2"]],
    ["draft-07", "nullable", ["openapi-3.0"]],
    ["draft-07", "id", ["draft-04"]],
    ["2020-12", "additionalItems", ["draft-04", "draft-06", "draft-07", "2019-09"]],
  ] as const)(
    "of %s: %s is ignored, with the dialects that know it",
    (dialect, keyword, others) => {
      expect(ignored({ [keyword]: [] }, dialect)).toEqual([
        { keyword, path: `/${keyword}`, reason: "other-dialect", dialects: others },
      ]);
    },
  );

  test("is taken where the dialect takes it all the same", () => {
    expect(ignored({ const: 1 }, "draft-04")).toEqual([]);
    expect(ignored({ dependencies: {} }, "2020-12")).toEqual([]);
  });

  test("is ignored where the meta-schema leaves out its vocabulary", () => {
    const found = dialectOfMetaSchema({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $vocabulary: { "https://json-schema.org/draft/2020-12/vocab/applicator": true },
    });
    if (found?.ok !== true) throw new Error("the meta-schema is not understood");
    expect(ignoredKeywords({ properties: {}, minLength: 1 }, found.dialect)).toMatchObject([
      { keyword: "minLength", reason: "other-dialect" },
    ]);
  });
});

describe("a keyword beside $ref", () => {
  test("is ignored where the $ref stands alone, but for what speaks to people", () => {
    const schema = {
      $ref: "#/a",
      type: "object",
      description: "",
      definitions: {},
      deprecated: true,
    };
    expect(ignored(schema, "draft-07")).toEqual([
      { keyword: "type", path: "/type", reason: "beside-ref" },
    ]);
    expect(ignored(schema, "2019-09")).toEqual([]);
  });
});

describe("a keyword whose partner is missing", () => {
  test.each([
    [{ then: {} }, "if"],
    [{ else: {} }, "if"],
    [{ minContains: 1 }, "contains"],
    [{ maxContains: 1 }, "contains"],
  ])("%j is ignored", (schema, partner) => {
    expect(ignored(schema)).toMatchObject([{ reason: "without-partner", partner }]);
    expect(ignored({ ...schema, [partner]: {} })).toEqual([]);
  });

  test("is additionalItems where items is no array", () => {
    const schema = { items: {}, additionalItems: false };
    expect(ignored(schema, "draft-07")).toMatchObject([{ keyword: "additionalItems" }]);
    expect(ignored({ ...schema, items: [] }, "draft-07")).toEqual([]);
  });

  test("is an exclusive flag without its limit, not an exclusive limit", () => {
    expect(ignored({ exclusiveMinimum: true }, "draft-04")).toMatchObject([{ partner: "minimum" }]);
    expect(ignored({ exclusiveMaximum: true }, "openapi-3.0")).toMatchObject([
      { partner: "maximum" },
    ]);
    expect(ignored({ exclusiveMinimum: 1 }, "draft-07")).toEqual([]);
  });

  test("is if without branches, unless unevaluated properties can ask what it matches", () => {
    expect(ignored({ if: {} }, "draft-07")).toMatchObject([{ partner: "then" }]);
    expect(ignored({ if: {} }, "2019-09")).toEqual([]);
  });
});
