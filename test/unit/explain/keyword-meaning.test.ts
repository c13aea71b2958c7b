import { describe, expect, test } from "vitest";
import type { DialectName } from "../../../generator/dialects/dialect-name.ts";
import { keywordMeaning } from "../../../generator/explain/keyword-meaning.ts";
import { nodeAt, runOnSchema } from "../model/inputs.ts";

/** What is said of each keyword of a schema; of the schemas inside it, their places. */
function meanings(schema: unknown, dialect?: DialectName): Readonly<Record<string, string>> {
  const outcome = runOnSchema(schema, dialect);
  const describeNode = (id: number) => `<${outcome.graph.nodes[id]?.location.pointer ?? ""}>`;
  return Object.fromEntries(
    nodeAt(outcome, "").assertions.map((assertion) => [
      assertion.keyword,
      keywordMeaning(assertion, describeNode),
    ]),
  );
}

const many = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

describe("the meaning of", () => {
  test.each([
    [{ type: ["string", "null"] }, "is string or null"],
    [{ const: { a: 1 } }, 'is `{"a":1}`'],
    [{ enum: ["a", 1] }, 'is one of `"a"`, `1`'],
    [{ enum: many }, 'is one of `"a"`, `"b"`, `"c"`, `"d"`, `"e"`, `"f"`, `"g"`, `"h"` and 2 more'],
    [{ multipleOf: 0.5 }, "a number is a multiple of 0.5"],
    [{ minimum: 2 }, "a number is at least 2"],
    [{ exclusiveMinimum: 2 }, "a number is more than 2"],
    [{ maximum: 2 }, "a number is at most 2"],
    [{ exclusiveMaximum: 2 }, "a number is less than 2"],
    [{ minLength: 1 }, "a string has at least 1 character"],
    [{ maxLength: 2 }, "a string has at most 2 characters"],
    [{ pattern: "^a" }, "a string matches `^a`"],
    [{ minItems: 1 }, "an array has at least 1 item"],
    [{ maxItems: 2 }, "an array has at most 2 items"],
    [{ uniqueItems: true }, "no two items of an array are equal"],
    [{ contains: {} }, "an array has at least 1 item like this: </contains>"],
    [
      { contains: {}, minContains: 2, maxContains: 3 },
      "an array has 2 to 3 items like this: </contains>",
    ],
    [{ prefixItems: [{}, {}] }, "the first items of an array: </prefixItems/0>, </prefixItems/1>"],
    [{ items: {} }, "each item of an array: </items>"],
    [{ minProperties: 1 }, "an object has at least 1 property"],
    [{ maxProperties: 2 }, "an object has at most 2 properties"],
    [{ required: ["a", "b"] }, "an object has `a`, `b`"],
    [
      { dependentRequired: { a: ["b"], c: ["d", "e"] } },
      /with `a` .* has `b`; with `c` .* `d`, `e`/,
    ],
    [{ properties: { a: {}, b: {} } }, "declares `a`, `b` of an object"],
    [
      { patternProperties: { "^a": {} } },
      "a property whose name matches `^a`: </patternProperties/^a>",
    ],
    [{ additionalProperties: {} }, "each other property: </additionalProperties>"],
    [{ propertyNames: {} }, "the name of each property: </propertyNames>"],
    [{ dependentSchemas: { a: {} } }, "with `a` an object: </dependentSchemas/a>"],
    [{ allOf: [{}, {}] }, "all hold: </allOf/0>, </allOf/1>"],
    [{ anyOf: [{}, {}] }, "at least one holds: </anyOf/0>, </anyOf/1>"],
    [{ oneOf: [{}, {}] }, "just one holds: </oneOf/0>, </oneOf/1>"],
    [{ not: {} }, "not: </not>"],
    [{ if: {}, then: {}, else: {} }, "if </if>, then </then>, else </else>"],
    [{ if: {}, else: {} }, "if </if>, else </else>"],
    [{ $ref: "#/$defs/A", $defs: { A: {} } }, "is </$defs/A>"],
    [
      { unevaluatedProperties: {} },
      "each other property: </unevaluatedProperties>, what other keywords speak for aside",
    ],
    [
      { unevaluatedItems: {} },
      "each other item: </unevaluatedItems>, what other keywords speak for aside",
    ],
  ] as const)("%j", (schema, expected) => {
    const [said = ""] = Object.values(meanings(schema));
    if (typeof expected === "string") expect(said).toBe(expected);
    else expect(said).toMatch(expected);
  });

  test("items behind others tells where they begin", () => {
    const said = [[{}], [{}, {}]].map(
      (prefixItems) => meanings({ prefixItems, items: {} })["items"],
    );
    expect(said).toEqual([
      "each item behind the first of an array: </items>",
      "each item behind the first 2 of an array: </items>",
    ]);
  });

  test("a schema that nothing matches", () => {
    expect(meanings(false)).toEqual({ false: "accepts nothing" });
  });
});

test("what others may not be is told as there being none", () => {
  const outcome = runOnSchema({ additionalProperties: false, unevaluatedItems: false });
  const said = nodeAt(outcome, "").assertions.map((assertion) =>
    keywordMeaning(assertion, () => "nothing"),
  );
  expect(said).toContain("there is no other property");
  expect(said.join("\n")).toContain("there is no other item");
});

test("alternatives that have commas of their own stand in parentheses", () => {
  const outcome = runOnSchema({ anyOf: [{ type: "string" }, { type: "null" }] });
  const [assertion] = nodeAt(outcome, "").assertions;
  if (assertion === undefined) throw new Error("no assertion");
  expect(keywordMeaning(assertion, () => "a, b; c")).toBe(
    "at least one holds: (a, b; c), (a, b; c)",
  );
});
