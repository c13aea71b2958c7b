import { expect, test } from "vitest";
import { makeProject } from "../../harness/project.ts";

/** The places of the issues that the validator of a schema tells of a value. */
async function placesOf(schema: object, value: unknown): Promise<readonly string[]> {
  const project = await makeProject({ "example.json": schema });
  const module = await project.importModule("Example.ts");
  const validate = module["validateExample"] as (value: unknown) => {
    readonly issues?: readonly { readonly instancePath: string }[];
  };
  return (validate(value).issues ?? []).map(({ instancePath }) => instancePath);
}

const text = { type: "string" };

test("an issue inside maps and lists in one another is told by every key and index on the way", async () => {
  const map = (inner: object) => ({ type: "object", additionalProperties: inner });
  const list = (inner: object) => ({ type: "array", items: inner });
  const nested = map(list(map(list(text))));
  expect(await placesOf(nested, { a: [{}, { b: ["", 1] }] })).toEqual(["/a/1/b/1"]);
  expect(await placesOf(map(map(map(text))), { a: { b: { c: 1 } } })).toEqual(["/a/b/c"]);
});

test("a property by the name of a variable of a walk is told apart from that", async () => {
  const property = { type: "object", additionalProperties: text };
  const schema = {
    type: "object",
    properties: { key: property, required: property, index: property, check: property },
    patternProperties: { "^x": property },
    additionalProperties: false,
  };
  const value = {
    key: { a: 1 },
    required: { b: 1 },
    index: { c: 1 },
    check: { d: 1 },
    x: { e: 1 },
  };
  expect(await placesOf(schema, value)).toEqual([
    "/key/a",
    "/required/b",
    "/index/c",
    "/check/d",
    "/x/e",
  ]);
});

test("equal items are told of, beside their own issues, where items must be scalars, too", async () => {
  const schema = { type: "array", items: text, uniqueItems: true };
  expect(await placesOf(schema, [{ a: 1 }, "a", { a: 1 }])).toEqual(["", "/0", "/2"]);
  expect(await placesOf(schema, ["a", "b", "a"])).toEqual([""]);
  expect(await placesOf(schema, ["a", "b"])).toEqual([]);
});
