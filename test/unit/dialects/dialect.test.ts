import { describe, expect, test } from "vitest";
import { dialectByUri, dialectOf, knownDialectUris } from "../../../generator/dialects/dialect.ts";
import { dialectNames } from "../../../generator/dialects/dialect-name.ts";
import { subschemaPlaces } from "../../../generator/dialects/subschemas.ts";

describe("dialectByUri", () => {
  test.each([
    ["http://json-schema.org/draft-04/schema#", "draft-04"],
    ["http://json-schema.org/draft-06/schema#", "draft-06"],
    ["http://json-schema.org/draft-07/schema", "draft-07"],
    ["https://json-schema.org/draft-07/schema#", "draft-07"],
    ["https://json-schema.org/draft/2019-09/schema", "2019-09"],
    ["https://json-schema.org/draft/2020-12/schema#", "2020-12"],
    ["https://spec.openapis.org/oas/3.1/dialect/base", "openapi-3.1"],
    ["https://spec.openapis.org/oas/3.1/dialect/2024-11-10", "openapi-3.1"],
    ["https://spec.openapis.org/oas/3.2/dialect/2025-09-17", "openapi-3.2"],
  ])("%s declares %s", (uri, name) => {
    expect(dialectByUri(uri)?.name).toBe(name);
  });

  test("an unknown URI declares none", () => {
    expect(dialectByUri("https://example.com/dialect")).toBeUndefined();
    expect(dialectByUri("https://spec.openapis.org/oas/3.1/dialect/other")).toBeUndefined();
    expect(dialectByUri("https://spec.openapis.org/oas/3.3/dialect/base")).toBeUndefined();
  });

  test("every known URI is one that declares a dialect", () => {
    expect(knownDialectUris()).toHaveLength(dialectNames.length - 1);
    for (const uri of knownDialectUris()) expect(dialectByUri(uri)).toBeDefined();
  });
});

describe("subschemaPlaces", () => {
  const paths = (schema: unknown, name: (typeof dialectNames)[number] = "2020-12") =>
    subschemaPlaces(schema, dialectOf(name)).map((place) => place.path);

  test("a property's name is no keyword (trap 11)", () => {
    const schema = { properties: { oneOf: {}, type: {}, description: {}, $ref: {}, "a/b~c": {} } };
    expect(paths(schema)).toEqual([
      "/properties/oneOf",
      "/properties/type",
      "/properties/description",
      "/properties/$ref",
      "/properties/a~1b~0c",
    ]);
  });

  test("data under enum, const, default and examples is never walked", () => {
    const data = { properties: { a: {} } };
    expect(paths({ enum: [data], const: data, default: data, examples: [data] })).toEqual([]);
  });

  test("items of an array form hold schemas before 2020-12 only", () => {
    expect(paths({ items: [{}, {}] }, "draft-07")).toEqual(["/items/0", "/items/1"]);
    expect(paths({ items: [{}, {}] }, "2020-12")).toEqual(["/items"]);
  });

  test("additionalItems is unknown in 2020-12", () => {
    expect(paths({ additionalItems: {} }, "2019-09")).toEqual(["/additionalItems"]);
    expect(paths({ additionalItems: {} })).toEqual([]);
  });

  test("dependencies hold schemas beside arrays of names", () => {
    expect(paths({ dependencies: { a: ["b"], c: {} } }, "draft-07")).toEqual(["/dependencies/c"]);
  });

  test("keywords that a dialect does not know hold nothing", () => {
    expect(paths({ if: {}, then: {} }, "draft-06")).toEqual([]);
    expect(paths({ contains: {}, propertyNames: {} }, "draft-04")).toEqual([]);
    expect(paths({ patternProperties: { a: {} } }, "openapi-3.0")).toEqual([]);
  });

  test("a $ref stands alone up to draft-07, but for the definitions beside it", () => {
    const schema = { $ref: "#/x", properties: { a: {} }, definitions: { x: {} } };
    expect(paths(schema, "draft-07")).toEqual(["/definitions/x"]);
    expect(paths(schema)).toEqual(["/properties/a", "/definitions/x"]);
  });

  test("members called __proto__ and constructor are ordinary", () => {
    const schema: unknown = JSON.parse('{"properties":{"__proto__":{},"constructor":{}}}');
    expect(paths(schema)).toEqual(["/properties/__proto__", "/properties/constructor"]);
  });
});
