import { expect, test } from "vitest";
import { recogniseDocument } from "../../../generator/load/recognise.ts";
import { createFolder, load, summary } from "./input-folder.ts";

test.each([
  [true, "schema"],
  [{}, "schema"],
  [{ unknown: 1 }, "schema"],
  [{ type: "object", properties: { openapi: {} } }, "schema"],
  [{ openapi: { type: "string" } }, "schema"],
  [{ openapi: "3.0.3" }, "openapi-3.0"],
  [{ openapi: "3.1.0" }, "openapi-3.1"],
  [{ openapi: "3.2.0" }, "openapi-3.2"],
])("the value %j is a document of kind %s", (value, kind) => {
  expect(recogniseDocument(value)).toEqual({ ok: true, kind });
});

test.each([
  [null, "not-a-schema", ""],
  [[], "not-a-schema", ""],
  ["x", "not-a-schema", ""],
  [{ swagger: "2.0" }, "openapi-unsupported", "/swagger"],
  [{ swagger: 2 }, "openapi-unsupported", "/swagger"],
  [{ openapi: "3.3.0" }, "openapi-unsupported", "/openapi"],
  [{ openapi: "3.10.0" }, "openapi-unsupported", "/openapi"],
  [{ openapi: 3.1 }, "openapi-unsupported", "/openapi"],
])("the value %j is no document: %s", (value, code, pointer) => {
  expect(recogniseDocument(value)).toMatchObject({ ok: false, code, pointer });
});

test("a file that is no schema is reported and left out", async () => {
  const folder = createFolder({ "a.json": "\n [1]", "b.yaml": "swagger: '2.0'", "c.json": {} });
  const { documents, diagnostics } = await load(folder, {});
  expect(documents.map(({ source }) => source)).toEqual(["c.json"]);
  expect(diagnostics.map(summary).sort()).toEqual([
    "not-a-schema 2:2 the file holds an array, not a schema",
    "openapi-unsupported 1:10 Swagger 2.0 is not supported",
  ]);
});

test("each component schema of an OpenAPI document is an input schema, in its order", async () => {
  const folder = createFolder({
    "api.yaml": 'openapi: "3.0.0"\ncomponents:\n  schemas:\n    B: {}\n    a/b: {}\n    A: {}\n',
  });
  const { schemas } = await load(folder, {});
  expect(schemas.map(({ pointer }) => pointer)).toEqual([
    "/components/schemas/B",
    "/components/schemas/a~1b",
    "/components/schemas/A",
  ]);
});

test("an OpenAPI document without component schemas is an error", async () => {
  const folder = createFolder({ "api.json": '{"openapi": "3.1.0",\n "components": {}}' });
  const { diagnostics } = await load(folder, {});
  expect(diagnostics.map(summary)).toEqual([
    "not-a-schema 2:16 the OpenAPI document has no component schemas",
  ]);
});
