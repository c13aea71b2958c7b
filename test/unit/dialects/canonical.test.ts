import { describe, expect, test } from "vitest";
import { assertionsOf, nodeAt, placesOf, runOnSchema } from "../model/inputs.ts";

describe("limits", () => {
  test("an exclusive flag turns the limit beside it exclusive in draft-04 and OpenAPI 3.0", () => {
    const schema = { minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false };
    for (const dialect of ["draft-04", "openapi-3.0"] as const) {
      expect(assertionsOf(schema, dialect)).toEqual([
        { keyword: "exclusiveMinimum", path: "/exclusiveMinimum", limit: 1 },
        { keyword: "maximum", path: "/maximum", limit: 5 },
      ]);
    }
  });

  test("exclusive limits are numbers of their own from draft-06 on", () => {
    expect(assertionsOf({ exclusiveMinimum: 1, minimum: 0 }, "draft-06")).toEqual([
      { keyword: "minimum", path: "/minimum", limit: 0 },
      { keyword: "exclusiveMinimum", path: "/exclusiveMinimum", limit: 1 },
    ]);
  });

  test("what every value meets is left out", () => {
    const schema = {
      minLength: 0,
      minItems: 0,
      minProperties: 0,
      required: [],
      uniqueItems: false,
      properties: {},
      patternProperties: {},
      if: {},
    };
    expect(assertionsOf({ contains: {}, minContains: 0 }, "2019-09")).toEqual([]);
    expect(assertionsOf(schema, "draft-07")).toEqual([]);
    expect(runOnSchema(schema, "draft-07").diagnostics).toEqual([]);
  });
});

describe("values", () => {
  test("nullable adds null to the type of OpenAPI 3.0 alone", () => {
    const schema = { type: "string", nullable: true };
    expect(assertionsOf(schema, "openapi-3.0")).toMatchObject([{ types: ["string", "null"] }]);
    expect(assertionsOf(schema, "openapi-3.1")).toMatchObject([{ types: ["string"] }]);
  });

  test.each([
    [{ nullable: true }, ["keyword-without-effect /nullable"]],
    [{ nullable: true, allOf: [{}] }, ["keyword-without-effect /nullable"]],
    [{ nullable: true, enum: ["a"] }, ["keyword-without-effect /nullable"]],
    [{ nullable: true, type: "string", enum: ["a"] }, ["keyword-without-effect /nullable"]],
    [{ nullable: true, type: "string", enum: ["a", null] }, []],
    [{ nullable: false }, []],
    [{ nullable: true, $ref: "#" }, ["ignored-beside-ref /nullable"]],
  ])("that nullable has no effect is warned about: %j", (schema, warnings) => {
    const { diagnostics } = runOnSchema({ properties: { p: schema } }, "openapi-3.0");
    const places = placesOf(diagnostics);
    expect(places).toEqual(warnings.map((place) => place.replace(" ", " /properties/p")));
    expect(runOnSchema({ properties: { p: schema } }, "openapi-3.1").diagnostics).toEqual([]);
  });

  test("nullable without type and beside enum adds nothing to either", () => {
    expect(assertionsOf({ nullable: true }, "openapi-3.0")).toEqual([]);
    expect(assertionsOf({ nullable: true, enum: ["a"] }, "openapi-3.0")).toEqual([
      { keyword: "enum", path: "/enum", values: ["a"] },
    ]);
  });

  test("null is a value of const, which is taken with a warning in draft-04", () => {
    const assertions = [{ keyword: "const", path: "/const", value: null }];
    expect(assertionsOf({ const: null })).toEqual(assertions);
    expect(assertionsOf({ const: null }, "draft-04")).toEqual(assertions);
    expect(placesOf(runOnSchema({ const: null }, "draft-04").diagnostics)).toEqual([
      "keyword-of-later-dialect /const",
    ]);
  });

  test("false accepts nothing, true and {} everything", () => {
    expect(assertionsOf(false)).toEqual([{ keyword: "false", path: "" }]);
    expect(assertionsOf(true)).toEqual([]);
    expect(assertionsOf({})).toEqual([]);
  });
});

describe("arrays", () => {
  test("the array form of items becomes prefixItems, additionalItems the rest", () => {
    const schema = { items: [{ type: "string" }], additionalItems: false };
    for (const dialect of ["draft-04", "draft-07", "2019-09"] as const) {
      expect(assertionsOf(schema, dialect)).toMatchObject([
        { keyword: "prefixItems", path: "/items", subschemas: [{ path: "/items/0" }] },
        {
          keyword: "items",
          path: "/additionalItems",
          from: 1,
          subschema: { path: "/additionalItems" },
        },
      ]);
    }
  });

  test("additionalItems says nothing where items is one schema", () => {
    expect(
      assertionsOf({ items: { type: "string" }, additionalItems: false }, "draft-07"),
    ).toMatchObject([{ keyword: "items", path: "/items", from: 0 }]);
  });

  test("items after prefixItems speaks for those behind", () => {
    expect(assertionsOf({ prefixItems: [true, true], items: false })).toMatchObject([
      {
        keyword: "prefixItems",
        subschemas: [{ path: "/prefixItems/0" }, { path: "/prefixItems/1" }],
      },
      { keyword: "items", from: 2 },
    ]);
  });

  test("contains takes its limits into one assertion", () => {
    expect(assertionsOf({ contains: {}, minContains: 2, maxContains: 3 })).toMatchObject([
      {
        keyword: "contains",
        path: "/contains",
        minimum: 2,
        minimumPath: "/minContains",
        maximum: 3,
        maximumPath: "/maxContains",
      },
    ]);
    expect(assertionsOf({ contains: {}, minContains: 2 }, "draft-07")).toMatchObject([
      { minimum: 1, minimumPath: "/contains", maximum: undefined },
    ]);
  });
});

describe("objects", () => {
  test("dependencies become dependentRequired and dependentSchemas, by their written paths", () => {
    const schema = { dependencies: { a: ["b"], "c/d": { type: "object" } } };
    expect(assertionsOf(schema, "draft-07")).toMatchObject([
      {
        keyword: "dependentRequired",
        path: "/dependencies",
        dependencies: [{ name: "a", required: ["b"], path: "/dependencies/a" }],
      },
      {
        keyword: "dependentSchemas",
        path: "/dependencies",
        dependencies: [{ name: "c/d", path: "/dependencies/c~1d" }],
      },
    ]);
  });

  test("additionalProperties knows the names and patterns of its siblings", () => {
    const schema = {
      properties: { a: {} },
      patternProperties: { "^x": {} },
      additionalProperties: false,
    };
    expect(assertionsOf(schema).at(-1)).toMatchObject({
      keyword: "additionalProperties",
      declared: ["a"],
      patterns: [{ source: "^x", flags: "u" }],
    });
  });

  test("properties that are called __proto__ and oneOf are properties", () => {
    const schema: unknown = JSON.parse('{"properties":{"__proto__":{},"oneOf":{"type":"array"}}}');
    expect(assertionsOf(schema)).toMatchObject([
      { keyword: "properties", properties: [{ name: "__proto__" }, { name: "oneOf" }] },
    ]);
  });
});

describe("applicators", () => {
  test("if needs then or else to say anything where nothing asks what it evaluates", () => {
    expect(assertionsOf({ if: {} }, "draft-07")).toEqual([]);
    expect(assertionsOf({ if: {} })).toMatchObject([{ keyword: "if" }]);
    expect(assertionsOf({ then: false, else: false })).toEqual([]);
    expect(assertionsOf({ if: {}, else: false })).toMatchObject([
      {
        keyword: "if",
        condition: { path: "/if" },
        consequent: undefined,
        alternative: { path: "/else" },
      },
    ]);
    expect(assertionsOf({ if: {}, then: false }, "draft-06")).toEqual([]);
  });

  test("allOf of one reference stays an allOf (trap 7)", () => {
    const schema = {
      $defs: { a: {} },
      allOf: [{ $ref: "#/$defs/a" }],
      description: "Of this place",
    };
    expect(assertionsOf(schema)).toMatchObject([
      { keyword: "allOf", subschemas: [{ path: "/allOf/0" }] },
    ]);
  });
});

describe("$ref", () => {
  const schema = {
    definitions: { a: { type: "string" } },
    $ref: "#/definitions/a",
    title: "A label",
    description: "A label too",
    minLength: 3,
    type: "string",
  };

  test("stands alone up to draft-07: siblings are ignored with a warning, labels stay", () => {
    const outcome = runOnSchema(schema, "draft-07");
    expect(nodeAt(outcome, "").assertions.map(({ keyword }) => keyword)).toEqual(["$ref"]);
    expect(nodeAt(outcome, "").annotations).toEqual({
      title: "A label",
      description: "A label too",
    });
    expect(placesOf(outcome.diagnostics)).toEqual([
      "ignored-beside-ref /minLength",
      "ignored-beside-ref /type",
    ]);
  });

  test("is one assertion among others from 2019-09 on", () => {
    const outcome = runOnSchema(schema, "2019-09");
    expect(nodeAt(outcome, "").assertions.map(({ keyword }) => keyword)).toEqual([
      "$ref",
      "type",
      "minLength",
    ]);
    expect(outcome.diagnostics).toEqual([]);
  });
});

describe("annotations", () => {
  test("OpenAPI's example is one of the examples", () => {
    expect(nodeAt(runOnSchema({ example: 3 }, "openapi-3.0"), "").annotations).toEqual({
      examples: [3],
    });
  });

  test("a default of null or false is there", () => {
    expect(nodeAt(runOnSchema({ default: null }), "").annotations).toEqual({
      default: { value: null },
    });
    expect(nodeAt(runOnSchema({ default: false }), "").annotations).toEqual({
      default: { value: false },
    });
  });

  test("format and content keywords constrain nothing", () => {
    const schema = { format: "date", contentEncoding: "base64", contentMediaType: "text/plain" };
    const node = nodeAt(runOnSchema(schema), "");
    expect(node.assertions).toEqual([]);
    expect(node.annotations).toEqual(schema);
  });
});

describe("patterns", () => {
  test("a pattern that is valid only without the u flag is used so, with a warning", () => {
    const outcome = runOnSchema({ pattern: "^\\-$" });
    expect(nodeAt(outcome, "").assertions).toMatchObject([
      { pattern: { source: "^\\-$", flags: "" } },
    ]);
    expect(placesOf(outcome.diagnostics)).toEqual(["pattern-not-unicode /pattern"]);
  });

  test("a pattern that is valid neither way is an error at its place", () => {
    const outcome = runOnSchema({ patternProperties: { "(": {} } });
    expect(nodeAt(outcome, "").assertions).toEqual([]);
    expect(placesOf(outcome.diagnostics)).toEqual(["pattern-invalid /patternProperties/("]);
  });

  test("of both faults the help says what to mend", () => {
    const { diagnostics } = runOnSchema({ pattern: "\\-", patternProperties: { "[": true } });
    expect(diagnostics.map(({ severity, help }) => [severity, help])).toEqual([
      ["warning", "mend it: Invalid escape"],
      ["error", "write a regular expression as ECMA-262 has them"],
    ]);
  });

  test("one that is written like a literal is used as it stands, with a warning", () => {
    const outcome = runOnSchema({
      pattern: "/^a\\/b$/i",
      patternProperties: { "/^x-/": true },
    });
    expect(nodeAt(outcome, "").assertions).toMatchObject([
      { pattern: { source: "/^a\\/b$/i", flags: "u" } },
      { patterns: [{ pattern: { source: "/^x-/", flags: "u" } }] },
    ]);
    expect(outcome.diagnostics.map(({ message, help }) => [message, help])).toEqual([
      [
        'pattern "/^a\\\\/b$/i" is written like a literal of JavaScript; its slashes and flags are matched as text',
        'write "^a/b$" and say in it what the "i" said; if the slashes are meant, write "\\\\/^a\\\\/b$\\\\/i"',
      ],
      [
        'pattern "/^x-/" is written like a literal of JavaScript; its slashes are matched as text',
        'write "^x-"; if the slashes are meant, write "\\\\/^x-\\\\/"',
      ],
    ]);
    expect(placesOf(outcome.diagnostics)).toEqual([
      "pattern-literal /pattern",
      "pattern-literal /patternProperties/~1^x-~1",
    ]);
  });

  test.each(["/[/]/", "/a/gimsuy", "/\\p{L}/u", "/\\//"])("%s is a literal", (pattern) => {
    expect(placesOf(runOnSchema({ pattern }).diagnostics)).toEqual(["pattern-literal /pattern"]);
  });

  test.each(["/api/v1/", "/a", "//", "/", "\\/a\\/", "/a/b", "^/a/$", "/[/", "/a/x"])(
    "%s is none",
    (pattern) => {
      const { diagnostics } = runOnSchema({ pattern });
      expect(placesOf(diagnostics)).not.toContain("pattern-literal /pattern");
    },
  );
});

describe("faults", () => {
  test.each([
    [{ minimum: "3" }, "/minimum"],
    [{ maximum: 1e400 }, "/maximum"],
    [{ multipleOf: 0 }, "/multipleOf"],
    [{ minLength: -1 }, "/minLength"],
    [{ maxItems: 1.5 }, "/maxItems"],
    [{ uniqueItems: "yes" }, "/uniqueItems"],
    [{ required: "x" }, "/required"],
    [{ required: [1] }, "/required"],
    [{ type: "text" }, "/type"],
    [{ type: [] }, "/type"],
    [{ enum: "a" }, "/enum"],
    [{ pattern: 3 }, "/pattern"],
    [{ properties: [] }, "/properties"],
    [{ properties: { a: 5 } }, "/properties/a"],
    [{ items: [{}] }, "/items"],
    [{ not: null }, "/not"],
    [{ allOf: [] }, "/allOf"],
    [{ anyOf: {} }, "/anyOf"],
    [{ oneOf: [true, "x"] }, "/oneOf/1"],
    [{ dependentRequired: { a: "b" } }, "/dependentRequired/a"],
    [{ $ref: 5 }, "/$ref"],
  ])("%j is reported once, at its place", (schema, pointer) => {
    const { diagnostics } = runOnSchema(schema);
    expect(placesOf(diagnostics)).toEqual([`keyword-invalid ${pointer}`]);
    expect(diagnostics[0]?.help).toBeTruthy();
  });

  test("a malformed annotation is a warning, and left out", () => {
    const { diagnostics } = runOnSchema({ description: 5, examples: "x" });
    expect(placesOf(diagnostics)).toEqual([
      "annotation-invalid /description",
      "annotation-invalid /examples",
    ]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
  });

  test("a dynamic reference without a target dangles", () => {
    const { diagnostics } = runOnSchema({ properties: { a: { $dynamicRef: "#meta" } } });
    expect(placesOf(diagnostics)).toEqual(["dangling-ref /properties/a/$dynamicRef"]);
  });

  test("keywords of no dialect are ignored", () => {
    expect(runOnSchema({ "x-internal": 5, constructor: 1, toString: 2 }).diagnostics).toEqual([]);
  });
});

describe("what a schema says of the values of its enum", () => {
  function membersOf(schema: unknown) {
    const { enumMembers } = nodeAt(runOnSchema(schema), "").annotations;
    return enumMembers === undefined ? undefined : [...enumMembers];
  }

  test("is read from lists and maps, one keyword before the other, value by value", () => {
    const schema = {
      enum: ["a", 2, null, { b: 1 }],
      markdownEnumDescriptions: ["*A*", "", 3],
      enumDescriptions: ["A", "Two"],
      "x-enumDescriptions": { a: "no", null: "None" },
      "x-enum-varnames": ["A", "TWO", "NONE", "B", "SURPLUS"],
    };
    expect(membersOf(schema)).toEqual([
      ["a", { name: "A", description: "*A*" }],
      [2, { name: "TWO", description: "Two" }],
      [null, { name: "NONE", description: "None" }],
      [{ b: 1 }, { name: "B" }],
    ]);
  });

  test("is nothing where there are no values, or the keywords have none of these forms", () => {
    expect(membersOf({ enumDescriptions: ["A"], type: "string" })).toBeUndefined();
    expect(membersOf({ enum: ["a"], enumDescriptions: "A", "x-enumNames": [1] })).toBeUndefined();
    const unprintable = { toString: 1, valueOf: 1 };
    const descriptions = { "[object Object]": "An object.", a: "A list." };
    expect(membersOf({ enum: [unprintable, {}, ["a"]], "x-enumDescriptions": descriptions })).toBe(
      undefined,
    );
  });
});
