import { describe, expect, test } from "vitest";
import { nodeAt, runOnSchema } from "./inputs.ts";

const typesAt = (schema: unknown, pointer = "") => {
  const outcome = runOnSchema(schema);
  return [...(outcome.graph.facts[nodeAt(outcome, pointer).id]?.types ?? [])].sort();
};

const every = ["array", "boolean", "null", "number", "object", "string"];
const all = (...without: readonly string[]) => every.filter((type) => !without.includes(type));

describe("the types that a schema accepts", () => {
  test.each<[string, unknown, readonly string[]]>([
    ["everything", {}, every],
    ["nothing", false, []],
    [
      "those of type, an integer being a number",
      { type: ["integer", "string"] },
      ["number", "string"],
    ],
    ["those of enum's values", { enum: [1, null, [], {}] }, ["array", "null", "number", "object"]],
    ["enum's values only as far as type goes", { type: "string", enum: [1, "a"] }, ["string"]],
    ["no fraction for an integer", { type: "integer", enum: [1.5] }, []],
    ["that of const", { const: false }, ["boolean"]],
    [
      "what all of allOf accept",
      { allOf: [{ type: ["string", "null"] }, { type: ["null", "array"] }] },
      ["null"],
    ],
    [
      "what any of anyOf accepts",
      { anyOf: [{ type: "string" }, { type: "null" }] },
      ["null", "string"],
    ],
    ["what any of oneOf accepts", { oneOf: [{ type: "string" }, false] }, ["string"]],
    [
      "either way of a condition",
      { if: { type: "string" }, then: false, else: { type: "null" } },
      ["null"],
    ],
    ["anything but what then refuses", { if: { type: "string" }, then: true }, every],
    ["what a reference accepts", { $ref: "#/$defs/a", $defs: { a: { type: "array" } } }, ["array"]],
    ["no number between crossed limits", { minimum: 3, maximum: 2 }, all("number")],
    ["one number between equal limits", { minimum: 2, maximum: 2 }, every],
    [
      "no number where an equal limit is exclusive",
      { exclusiveMinimum: 2, maximum: 2 },
      all("number"),
    ],
    ["no string between crossed lengths", { minLength: 3, maxLength: 2 }, all("string")],
    ["no array between crossed counts", { minItems: 3, maxItems: 2 }, all("array")],
    [
      "no array whose demanded item is impossible",
      { prefixItems: [true, false], minItems: 2 },
      all("array"),
    ],
    [
      "arrays that end before an impossible item",
      { prefixItems: [true, false], minItems: 1 },
      every,
    ],
    ["no array with more items than are possible", { items: false, minItems: 1 }, all("array")],
    ["no object between crossed counts", { minProperties: 3, maxProperties: 2 }, all("object")],
    [
      "no object whose required property is impossible",
      { properties: { a: false }, required: ["a"] },
      all("object"),
    ],
    ["objects without an impossible optional property", { properties: { a: false } }, every],
    [
      "no object whose required name is refused",
      { required: ["a"], additionalProperties: false },
      all("object"),
    ],
    [
      "objects whose required name matches a pattern",
      { required: ["ab"], patternProperties: { "^a": {} }, additionalProperties: false },
      every,
    ],
  ])("%s: %j", (_, schema, types) => {
    expect(typesAt(schema)).toEqual(types);
  });

  test("a schema that requires itself is not excluded by that", () => {
    expect(
      typesAt({ type: "object", properties: { next: { $ref: "#" } }, required: ["next"] }),
    ).toEqual(["object"]);
  });

  test("impossibility passes through references and required properties", () => {
    const schema = {
      $defs: {
        inner: {
          type: "object",
          properties: { x: { type: "object", enum: ["a"] } },
          required: ["x"],
        },
        outer: { type: "object", properties: { y: { $ref: "#/$defs/inner" } }, required: ["y"] },
      },
    };
    expect(typesAt(schema, "/$defs/outer")).toEqual([]);
  });

  test("a required property called constructor is not one that every object has", () => {
    expect(
      typesAt({ required: ["constructor"], properties: {}, additionalProperties: false }),
    ).toEqual(all("object"));
  });
});
