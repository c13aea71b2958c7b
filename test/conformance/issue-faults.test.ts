import { describe, expect, it } from "vitest";
import { issueFaults } from "./issue-faults.ts";
import { followLocation } from "./keyword-location.ts";
import { indexResources } from "./schema-resources.ts";

const dialect = "https://json-schema.org/draft/2020-12/schema";

function resourcesOf(schema: unknown, documents: Readonly<Record<string, unknown>> = {}) {
  return indexResources(schema, "https://a.example/schema", dialect, (uri) => documents[uri]);
}

describe("a keyword location", () => {
  it("goes on in what a reference leads to, in another document too", () => {
    const far = { $id: "https://b.example/far", $defs: { x: { $anchor: "x", minimum: 1 } } };
    const resources = resourcesOf(
      {
        properties: { $ref: { $ref: "#/$defs/a~1b" }, far: { $ref: "https://b.example/far#x" } },
        $defs: { "a/b": { type: "string" } },
      },
      { "https://b.example/far": far },
    );
    const found = (location: string) => followLocation(resources, location);
    expect(found("#/properties/$ref/$ref/type")).toMatchObject({
      keyword: "type",
      value: "string",
    });
    expect(found("#/properties/far/$ref/minimum")).toMatchObject({ keyword: "minimum", value: 1 });
    expect(found("#/properties/far/minimum").found).toBe(false);
    expect(found("#/properties/far/$ref/maximum").found).toBe(false);
    expect(found("/properties").found).toBe(false);
  });

  it("finds the target of a dynamic reference by the resources on its way", () => {
    const list = {
      $id: "https://a.example/list",
      items: { $dynamicRef: "#item" },
      $defs: { item: { $dynamicAnchor: "item", type: "null" } },
    };
    const strings = { $dynamicAnchor: "item", type: "string" };
    const resources = resourcesOf(
      { $ref: "list", $defs: { strings } },
      { "https://a.example/list": list },
    );
    const location = "#/$ref/items/$dynamicRef/type";
    expect(followLocation(resources, location)).toMatchObject({ value: "string" });
    const alone = indexResources(list, list.$id, dialect, () => undefined);
    expect(followLocation(alone, "#/items/$dynamicRef/type")).toMatchObject({ value: "null" });
  });
});

describe("an issue", () => {
  const resources = resourcesOf({ properties: { a: { type: "string" }, b: false } });
  const issue = { instancePath: "/a", schemaPath: "#/properties/a/type", keyword: "type" };

  it.each([
    ["in its place", [issue], []],
    [
      "of a schema that is false",
      [{ ...issue, schemaPath: "#/properties/b", keyword: "false" }],
      [],
    ],
    ["that is not there", [], ["the validator rejects without an issue"]],
    [
      "of what the instance has not",
      [{ ...issue, instancePath: "/b" }],
      ["the instance has no /b"],
    ],
    [
      "of what the schema has not",
      [{ ...issue, schemaPath: "#/properties/c/type" }],
      ["#/properties/c/type has no c in properties"],
    ],
    [
      "with another keyword",
      [{ ...issue, keyword: "enum" }],
      ["#/properties/a/type is no place of enum"],
    ],
    [
      "that calls false what is a schema",
      [{ ...issue, schemaPath: "#/properties/a", keyword: "false" }],
      ["#/properties/a is no place of false"],
    ],
  ])("%s is judged", (_, issues, faults) => {
    expect(issueFaults(issues, { a: 1 }, resources)).toEqual(faults);
  });
});
