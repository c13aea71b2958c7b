import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.ts";
import { reportFindings } from "../../../generator/model/findings.ts";
import { placesOf, runOnSchema } from "./inputs.ts";

/** The findings in a schema; each definition is named by its key, the root `Root`. */
function findingsOf(schema: unknown): Diagnostic[] {
  const { graph } = runOnSchema(schema);
  const names = new Map(graph.definitions.map(({ node, key }) => [node, key]));
  for (const { node } of graph.roots) names.set(node, "Root");
  const found: Diagnostic[] = [];
  reportFindings(
    graph,
    (node) => names.get(node),
    (diagnostic) => void found.push(diagnostic),
  );
  return found;
}

describe("contradiction", () => {
  test("names both keywords and the place (trap 1)", () => {
    const schema = {
      type: "object",
      properties: { sipVerb: { type: "object", enum: ["refer", "bye", "dial"], default: "refer" } },
    };
    const found = findingsOf(schema);
    expect(placesOf(found)).toEqual(["contradiction /properties/sipVerb/enum"]);
    expect(found[0]?.message).toBe(
      'type "object" and enum ["refer", "bye", "dial"] admit no common value',
    );
    expect(found[0]?.severity).toBe("warning");
  });

  test.each<[unknown, string]>([
    [{ type: "string", const: 1 }, "/const"],
    [{ enum: [1, 2], const: 3 }, "/const"],
    [{ minimum: 3, maximum: 2 }, "/minimum"],
    [{ exclusiveMinimum: 2, maximum: 2 }, "/exclusiveMinimum"],
    [{ minimum: 2, exclusiveMaximum: 2 }, "/minimum"],
    [{ minLength: 3, maxLength: 2 }, "/minLength"],
    [{ minItems: 3, maxItems: 2 }, "/minItems"],
    [{ contains: {}, minContains: 3, maxContains: 2 }, "/minContains"],
    [{ minProperties: 3, maxProperties: 2 }, "/minProperties"],
    [{ required: ["a"], additionalProperties: false }, "/required"],
    [{ type: "string", anyOf: [{ type: "number" }, { type: "null" }] }, "/type"],
    [{ allOf: [{ type: "number" }, { type: "null" }] }, "/allOf"],
  ])("is found in %j", (schema, pointer) => {
    expect(placesOf(findingsOf({ properties: { p: schema } }))).toEqual([
      `contradiction /properties/p${pointer}`,
    ]);
  });

  test.each<unknown>([
    { type: "object", enum: ["a", {}] },
    { minimum: 2, maximum: 2 },
    { type: "string", minItems: 1 },
    { required: ["a"], additionalProperties: { type: "string" } },
    { required: ["a"], properties: { a: {} }, additionalProperties: false },
    false,
    { anyOf: [false, { type: "string" }] },
  ])("is not found in %j", (schema) => {
    const found = findingsOf({ properties: { p: schema } });
    expect(found.filter(({ code }) => code === "contradiction")).toEqual([]);
  });

  test("is not repeated for what merely contains it", () => {
    const wrong = { type: "object", enum: ["a"] };
    const schema = {
      properties: { p: { allOf: [{ $ref: "#/properties/q" }] }, q: { items: wrong }, r: wrong },
    };
    expect(placesOf(findingsOf(schema))).toEqual([
      "contradiction /properties/r/enum",
      "contradiction /properties/q/items/enum",
    ]);
  });
});

describe("unsatisfiable", () => {
  test("says which required property is the cause", () => {
    const schema = {
      $defs: {
        BackoffPlan: {
          type: "object",
          properties: { type: { type: "object", enum: ["fixed"] } },
          required: ["type"],
        },
      },
    };
    const found = findingsOf(schema).filter(({ code }) => code === "unsatisfiable");
    expect(placesOf(found)).toEqual(["unsatisfiable /$defs/BackoffPlan"]);
    expect(found[0]?.message).toBe(
      'no value satisfies BackoffPlan, because its required property "type" accepts none',
    );
  });

  test("is not said of a schema without a name, nor beside its own contradiction", () => {
    const nothing = { type: "object", properties: { a: false }, required: ["a"] };
    expect(findingsOf({ items: nothing })).toEqual([]);
    expect(placesOf(findingsOf({ type: "string", enum: [1] }))).toEqual(["contradiction /enum"]);
  });
});

describe("keyword-without-effect", () => {
  test("says what the keyword constrains and that it is ignored (trap 2)", () => {
    const found = findingsOf({ properties: { startsWith: { type: "array", maxLength: 20 } } });
    expect(placesOf(found)).toEqual(["keyword-without-effect /properties/startsWith/maxLength"]);
    expect(found[0]?.message).toContain("maxLength constrains only values of type string");
    expect(found[0]?.help).toContain("ignored");
  });

  test("is not said where one of several types is constrained, or none is named", () => {
    expect(findingsOf({ type: ["array", "string"], maxLength: 20 })).toEqual([]);
    expect(findingsOf({ maxLength: 20 })).toEqual([]);
  });
});
