import { describe, expect, test } from "vitest";
import { compileErrors } from "./compile.ts";
import { moduleText } from "./model-of.ts";

interface Sample {
  readonly name: string;
  readonly schema: object;
  readonly accepted: readonly unknown[];
  readonly rejected: readonly unknown[];
}

const shape = (kind: string, property: string) => ({
  type: "object",
  properties: { kind: { const: kind }, [property]: { type: "string" } },
  required: ["kind", property],
});

const samples: readonly Sample[] = [
  {
    name: "an object",
    schema: {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "number" } },
      required: ["a"],
    },
    accepted: [{ a: "x" }, { a: "x", b: 1.5 }],
    rejected: [{}, { a: 1 }, { a: "x", b: null }, { a: "x", misspelt: 1 }, [], "a", null],
  },
  {
    name: "a free-form object",
    schema: { type: "object" },
    accepted: [{}, { a: 1 }, { __proto__x: null }],
    rejected: ["a", 1, true, null],
  },
  {
    name: "an object without type",
    schema: { properties: { a: { type: "string" } } },
    accepted: ["text", 1, null, [1], { a: "x" }],
    rejected: [{ a: 1 }],
  },
  {
    name: "an object with further properties of a type",
    schema: {
      type: "object",
      properties: { a: { type: "string" } },
      additionalProperties: { type: "number" },
    },
    accepted: [{}, { a: "x" }, { a: "x", b: 1 }, { b: 1 }],
    rejected: [{ b: null }, { a: 1 }],
  },
  {
    name: "a union told apart by a tag",
    schema: { oneOf: [shape("a", "x"), shape("b", "y")] },
    accepted: [
      { kind: "a", x: "" },
      { kind: "b", y: "" },
    ],
    rejected: [{ kind: "a", y: "" }, { kind: "c", x: "" }, {}],
  },
  {
    name: "an object of which one of two properties is required",
    schema: {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "string" } },
      oneOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    accepted: [{ a: "" }, { b: "" }],
    rejected: [{}],
  },
  {
    name: "a tuple",
    schema: {
      type: "array",
      prefixItems: [{ type: "string" }, { type: "number" }],
      items: { type: "boolean" },
      minItems: 1,
    },
    accepted: [["a"], ["a", 1], ["a", 1, true, false]],
    rejected: [[], [1], ["a", "b"], ["a", 1, 2]],
  },
  {
    name: "a property that is never",
    schema: { type: "object", properties: { verb: { type: "object", enum: ["refer"] } } },
    accepted: [{}],
    rejected: [{ verb: "refer" }, { verb: {} }],
  },
  {
    name: "a deep constant",
    schema: { enum: [{ a: [1, { b: null }] }, ["x"]] },
    accepted: [{ a: [1, { b: null }] }, ["x"]],
    rejected: [{ a: [1, { b: 1 }] }, ["y"], { a: [1] }, []],
  },
  {
    name: "a reference merged with siblings",
    schema: {
      $ref: "#/$defs/Base",
      properties: { b: { type: "string" } },
      required: ["b"],
      $defs: { Base: { type: "object", properties: { a: { type: "string" } }, required: ["a"] } },
    },
    accepted: [{ a: "", b: "" }],
    rejected: [{ a: "" }, { b: "" }, { a: "", b: 1 }],
  },
];

describe.each(samples)("$name", ({ schema, accepted, rejected }) => {
  test("admits what the schema accepts, and refuses what TypeScript can tell", async () => {
    const types = await moduleText(schema);
    const declare = (value: unknown, index: number) =>
      `export const value${index}: Root = ${JSON.stringify(value)};`;
    const accepting = accepted.map(declare);
    const rejecting = rejected.map((value, index) => declare(value, accepted.length + index));
    const errors = compileErrors([types, ...accepting, ...rejecting].join("\n"));
    const refused = [...accepting, ...rejecting].filter((declaration) =>
      errors.some((error) => error.startsWith(declaration)),
    );
    expect(refused).toEqual(rejecting);
    expect(errors.every((error) => error.startsWith("export const value"))).toBe(true);
  });
});

test("an intersection that TypeScript could not multiply out is left wider, and compiles", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `Part${index}`);
  const allOf = names.map((name) => ({ $ref: `#/$defs/${name}` }));
  const parts = names.map(
    (name) => [name, { properties: { [name]: { type: "string" } } }] as const,
  );
  const joined = (name: string) => ({ $ref: `#/$defs/${name}`, required: ["x"] });
  // So deep inside each other, declarations keep their names.
  const schema = {
    ...joined("Outer"),
    $defs: {
      Outer: { type: "object", properties: { inner: joined("Inner") } },
      Inner: { type: "object", properties: { deep: { allOf } } },
      ...Object.fromEntries(parts),
    },
  };
  const text = await moduleText(schema);
  expect(text).toContain("Part0 & Part1");
  expect(compileErrors(text)).toEqual([]);
});
