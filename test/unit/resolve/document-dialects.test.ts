import { describe, expect, test } from "vitest";
import { documentOf, nodeAt, type Outcome, placesOf, runOn } from "../model/inputs.ts";

const nullable = { type: "string", nullable: true };

/** The types that the schema at a place accepts; `nullable` tells OpenAPI 3.0 from all others. */
function typesAt(outcome: Outcome, source: string, pointer = ""): readonly string[] | undefined {
  const type = nodeAt(outcome, pointer, source).assertions.find(
    ({ keyword }) => keyword === "type",
  );
  return type?.keyword === "type" ? type.types : undefined;
}

function api(source: string, kind: "openapi-3.0" | "openapi-3.1" | "openapi-3.2", schemas: object) {
  return documentOf(source, { components: { schemas } }, kind);
}

const ofOpenApi30 = ["string", "null"];
const ofOthers = ["string"];

describe("jsonSchemaDialect", () => {
  const declaring = (jsonSchemaDialect: unknown, schemas: object) => ({
    jsonSchemaDialect,
    components: { schemas },
  });

  test.each(["openapi-3.1", "openapi-3.2"] as const)(
    "is the dialect of each schema of an %s document that has no $schema",
    (kind) => {
      const value = declaring("http://json-schema.org/draft-07/schema#", {
        T: { items: [{}] },
        U: { $schema: "https://json-schema.org/draft/2020-12/schema", prefixItems: [{}] },
      });
      const outcome = runOn([documentOf("a.json", value, kind)]);
      expect(outcome.diagnostics).toEqual([]);
      for (const name of ["T", "U"]) {
        expect(nodeAt(outcome, `/components/schemas/${name}`).assertions).toMatchObject([
          { keyword: "prefixItems" },
        ]);
      }
    },
  );

  test("may name a meta-schema among the inputs", () => {
    const meta = {
      $id: "https://example.com/meta",
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $vocabulary: { "https://json-schema.org/draft/2020-12/vocab/core": true },
    };
    const value = declaring("https://example.com/meta", { T: { type: "string" } });
    const outcome = runOn([documentOf("a.json", value, "openapi-3.1"), documentOf("m.json", meta)]);
    expect(outcome.diagnostics).toEqual([]);
    expect(nodeAt(outcome, "/components/schemas/T").assertions).toEqual([]);
  });

  test("that is unknown is an error at its place, and the version's own dialect is taken", () => {
    const value = declaring("urn:mine", { T: { prefixItems: [{}] } });
    const outcome = runOn([documentOf("a.json", value, "openapi-3.1")]);
    expect(placesOf(outcome.diagnostics)).toEqual(["dialect-unknown /jsonSchemaDialect"]);
    expect(outcome.diagnostics[0]?.help).toContain("https://spec.openapis.org/oas/3.1/dialect/");
    expect(nodeAt(outcome, "/components/schemas/T").assertions).toHaveLength(1);
  });

  test("is no member of an OpenAPI 3.0 document", () => {
    const value = declaring("urn:mine", { T: nullable });
    const outcome = runOn([documentOf("a.json", value, "openapi-3.0")]);
    expect(outcome.diagnostics).toEqual([]);
    expect(typesAt(outcome, "a.json", "/components/schemas/T")).toEqual(ofOpenApi30);
  });
});

describe("a plain file without $schema", () => {
  test("has the default dialect where no OpenAPI document refers to it", () => {
    const outcome = runOn([
      api("api.json", "openapi-3.0", { A: {} }),
      documentOf("b.json", nullable),
    ]);
    expect(typesAt(outcome, "b.json")).toEqual(ofOthers);
  });

  test("has the dialect of the OpenAPI document that refers to it, through other files too", () => {
    const outcome = runOn([
      api("api.json", "openapi-3.0", { A: { $ref: "b.json" }, B: { $ref: "d.json#/Pet" } }),
      documentOf("b.json", { properties: { c: { $ref: "folder/c.json" } } }),
      documentOf("folder/c.json", nullable),
      documentOf("d.json", { Pet: nullable }),
    ]);
    expect(typesAt(outcome, "folder/c.json")).toEqual(ofOpenApi30);
    expect(typesAt(outcome, "d.json", "/Pet")).toEqual(ofOpenApi30);
  });

  test("has it where a part of the document beside the components refers to it", () => {
    const value = {
      paths: { "/x": { get: { parameters: [{ schema: { $ref: "b.json" } }] } } },
      components: { schemas: { A: { $ref: "#/paths/~1x/get/parameters/0/schema" } } },
    };
    const outcome = runOn([
      documentOf("api.json", value, "openapi-3.0"),
      documentOf("b.json", nullable),
    ]);
    expect(typesAt(outcome, "b.json")).toEqual(ofOpenApi30);
  });

  test("that two dialects refer to is warned about, and read in that of the first", () => {
    const outcome = runOn([
      api("a.json", "openapi-3.0", { A: { $ref: "c.json" } }),
      api("b.json", "openapi-3.1", { B: { $ref: "c.json" } }),
      documentOf("c.json", nullable),
    ]);
    expect(outcome.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        "ambiguous-dialect",
        "a.json refers to this file as openapi-3.0 and b.json as openapi-3.1; it is read as openapi-3.0",
      ],
    ]);
    expect(typesAt(outcome, "c.json")).toEqual(ofOpenApi30);
  });
});

test("a file that declares its dialect keeps it, whoever refers to it", () => {
  const $schema = "https://json-schema.org/draft/2020-12/schema";
  const outcome = runOn([
    api("a.json", "openapi-3.0", {
      A: { $ref: "c.json" },
      B: { $ref: "b.json#/components/schemas/B" },
    }),
    api("b.json", "openapi-3.1", { B: nullable }),
    documentOf("c.json", { $schema, ...nullable }),
  ]);
  expect(outcome.diagnostics).toEqual([]);
  expect(typesAt(outcome, "c.json")).toEqual(ofOthers);
  expect(typesAt(outcome, "b.json", "/components/schemas/B")).toEqual(ofOthers);
});
