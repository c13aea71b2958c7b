import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { loadInputs } from "../../../generator/load/load.ts";
import { createFolder, load, summary } from "./input-folder.ts";

const testData = process.env["SCHEMALOOM_TEST_DATA"] ?? "../shared/data";

test("a file that a $ref reaches inside a root is a document too", async () => {
  const folder = createFolder({
    "in/a.json": { $ref: "sub/b.json#/$defs/X" },
    "in/sub/b.json": { $defs: { X: { $dynamicRef: "c.yaml#x" } } },
    "in/sub/c.yaml": "$ref: ../a.json",
    "in/sub/d.json": {},
  });
  const { documents, schemas, diagnostics } = await load(folder, { inputs: ["in/a.json"] });
  expect(diagnostics).toEqual([]);
  expect(documents.map(({ source }) => source)).toEqual(["a.json", "sub/b.json", "sub/c.yaml"]);
  expect(schemas).toHaveLength(3);
});

test("a file is one document however its URL is escaped", async () => {
  const folder = createFolder({ "a.json": { $ref: "%62%20c.json" }, "b c.json": {} });
  const { documents } = await load(folder, {});
  expect(documents.map(({ source }) => source)).toEqual(["a.json", "b c.json"]);
});

test("what a report throws is not swallowed on the way", async () => {
  const folder = createFolder({ "a.json": "{ invalid" });
  const options = {
    inputs: ["."],
    cwd: folder,
    outputFolders: [],
    overlays: [],
    nameOf: () => "A",
  };
  const report = () => {
    throw new Error("stop");
  };
  await expect(loadInputs(options, report)).rejects.toThrow("stop");
});

test("a $ref is followed from its file, not from the $id around it", async () => {
  const folder = createFolder({
    "a.json": {
      $id: "https://example.com/schemas/a.json",
      $schema: "https://json-schema.org/draft/2020-12/schema",
      properties: { b: { $id: "else/where", $ref: "b.json" } },
    },
    "b.json": {},
  });
  const { documents } = await load(folder, { inputs: ["a.json"] });
  expect(documents.map(({ source }) => source)).toEqual(["a.json", "b.json"]);
});

test("no file outside the roots is read", async () => {
  const folder = createFolder({
    "in/a.json": { anyOf: [{ $ref: "../out.json" }, { $ref: "../inside/b.json" }] },
    "out.json": "{ invalid",
    "inside/b.json": "{ invalid",
  });
  const { documents, diagnostics, outside } = await load(folder, { inputs: ["in"] });
  expect(documents.map(({ source }) => source)).toEqual(["a.json"]);
  expect(diagnostics).toEqual([]);
  expect([...outside.values()].map(({ path: file }) => path.relative(folder, file))).toEqual([
    "inside/b.json",
    "out.json",
  ]);
});

test("a file of another folder that references may lead into is a document by its place there", async () => {
  const folder = createFolder({
    "in/a.json": { $ref: "../common/parts/b.json" },
    "common/parts/b.json": { $ref: "../c.json" },
    "common/c.json": {},
    "common/unused.json": {},
  });
  const { documents, outside } = await load(folder, {
    inputs: ["in"],
    referenceFolders: [path.join(folder, "common")],
  });
  expect(documents.map(({ source }) => source)).toEqual(["a.json", "c.json", "parts/b.json"]);
  expect(outside.size).toBe(0);
});

test("a folder around the inputs that is allowed leaves their sources as they are", async () => {
  const folder = createFolder({ "in/a.json": { $ref: "../b.json" }, "b.json": {} });
  const { documents } = await load(folder, { inputs: ["in"], referenceFolders: [folder] });
  expect(documents.map(({ source }) => source)).toEqual(["a.json", "b.json"]);
});

describe("a link out of the roots", () => {
  const files = {
    "in/a.json": { $ref: "link/b.json" },
    "out/b.json": "a secret",
    "out/c.json": {},
  };

  function linkedFolder(): string {
    const folder = createFolder(files);
    symlinkSync(path.join(folder, "out"), path.join(folder, "in/link"));
    return folder;
  }

  test("is not followed for a reference", async () => {
    const folder = linkedFolder();
    const { documents, diagnostics, outside } = await load(folder, { inputs: ["in/a.json"] });
    expect(documents.map(({ source }) => source)).toEqual(["a.json"]);
    expect(diagnostics).toEqual([]);
    expect([...outside.values()]).toMatchObject([
      { path: path.join(folder, "out/b.json"), isLinked: true },
    ]);
  });

  test("is told, once a folder, where the folder of inputs holds it", async () => {
    const folder = linkedFolder();
    const { documents, diagnostics } = await load(folder, { inputs: ["in"] });
    expect(documents.map(({ source }) => source)).toEqual(["a.json"]);
    expect(diagnostics.map(summary)).toEqual([
      `outside-roots the input is a link out of the folders of the inputs, to ${folder}/out/b.json, as 1 more of its folder do`,
    ]);
    expect(diagnostics[0]?.help).toContain('"references": { "folders": ["out"] }');
  });

  test.each([
    ["references may lead into", { referenceFolders: ["out"] }],
    ["stands for URIs", { maps: [{ prefix: "https://example.com/", directory: "out" }] }],
  ])("is followed into a folder that %s", async (_, places) => {
    const folder = createFolder({ ...files, "out/b.json": {} });
    symlinkSync(path.join(folder, "out"), path.join(folder, "in/link"));
    const { documents, diagnostics } = await load(folder, {
      inputs: ["in"],
      ...("maps" in places
        ? { maps: places.maps.map((map) => ({ ...map, directory: path.join(folder, "out") })) }
        : { referenceFolders: places.referenceFolders.map((each) => path.join(folder, each)) }),
    });
    expect(diagnostics).toEqual([]);
    expect(documents.map(({ source }) => source)).toEqual(["a.json", "link/b.json", "link/c.json"]);
  });

  test("is followed where it is named as an input, file or folder", async () => {
    const folder = createFolder({ "out/b.json": { $ref: "c.json" }, "out/c.json": {} });
    symlinkSync(path.join(folder, "out/b.json"), path.join(folder, "b.json"));
    symlinkSync(path.join(folder, "out"), path.join(folder, "in"));
    const file = await load(folder, { inputs: ["b.json"] });
    expect(file.documents.map(({ source }) => source)).toEqual(["b.json"]);
    const all = await load(folder, { inputs: ["in"] });
    expect(all.diagnostics).toEqual([]);
    expect(all.documents.map(({ source }) => source)).toEqual(["b.json", "c.json"]);
  });

  test("and back into them is none", async () => {
    const folder = createFolder({ "in/a.json": { $ref: "link.json" }, "in/b.json": {} });
    symlinkSync(path.join(folder, "in/b.json"), path.join(folder, "in/link.json"));
    const { diagnostics, outside } = await load(folder, { inputs: ["in/a.json"] });
    expect(diagnostics).toEqual([]);
    expect(outside.size).toBe(0);
  });
});

test("references that lead nowhere are left to the resolve stage", async () => {
  const folder = createFolder({
    "a.json": {
      $id: "#/components/schemas/A",
      properties: { $ref: { type: "string" }, $id: { $id: "http://[" } },
      examples: [{ $ref: "missing.json" }, { $ref: "http://[" }, { $ref: "%zz" }, { $ref: "." }],
      anyOf: [
        { $ref: "#/components/schemas/B" },
        { $ref: "https://example.com/x.json" },
        { $ref: 3 },
      ],
      allOf: [{ $ref: "file://host/x.json" }, { $ref: "a%2Fb.json" }, { $ref: "" }],
    },
  });
  const { documents, diagnostics } = await load(folder, {});
  expect(diagnostics).toEqual([]);
  expect(documents).toHaveLength(1);
});

test("a fault in a file that a $ref reaches is reported", async () => {
  const folder = createFolder({ "a.json": { $ref: "b.json" }, "b.json": '{\n  "a": }' });
  const { documents, diagnostics } = await load(folder, { inputs: ["a.json"] });
  expect(documents.map(({ source }) => source)).toEqual(["a.json"]);
  expect(diagnostics.map(summary)).toEqual(['invalid-json 2:8 expected a value, found "}"']);
});

test("outside the component schemas, references of an OpenAPI document are not followed", async () => {
  const folder = createFolder({
    "api.json": {
      openapi: "3.1.0",
      paths: { "/": { $ref: "paths.json" } },
      components: { schemas: { A: { $ref: "a.json" } } },
    },
    "a.json": {},
    "paths.json": {},
  });
  const { documents } = await load(folder, { inputs: ["api.json"] });
  expect(documents.map(({ source }) => source)).toEqual(["a.json", "api.json"]);
});

test("the files that the mapping of a discriminator leads to are read", async () => {
  const mapping = { cat: "pets/cat.json", dog: "Dog", cow: "#/components/parameters/Cow/schema" };
  const folder = createFolder({
    "api.json": {
      openapi: "3.1.0",
      components: {
        schemas: { Pet: { discriminator: { propertyName: "kind", mapping } } },
        parameters: { Cow: { schema: { $ref: "cow.json" } } },
      },
    },
    "pets/cat.json": {},
    "cow.json": {},
    "other.json": {},
  });
  const { documents, diagnostics } = await load(folder, { inputs: ["api.json"] });
  expect(documents.map(({ source }) => source)).toEqual(["api.json", "cow.json", "pets/cat.json"]);
  expect(diagnostics).toEqual([]);
});

test("a document carries its URI, and keeps __proto__ as an own property", async () => {
  const folder = createFolder({ "a b#.json": '{"properties":{"__proto__":{"type":"string"}}}' });
  const { documents } = await load(folder, {});
  const [document] = documents;
  expect(document?.uri).toBe(pathToFileURL(path.join(folder, "a b#.json")).href);
  const { properties } = document?.value as { properties: object };
  expect(Object.keys(properties)).toEqual(["__proto__"]);
});

test("a value nested as deep as may be is read", async () => {
  const depth = 199;
  const folder = createFolder({
    "a.json": `${'{"not":'.repeat(depth)}{"$ref":"b.json"}${"}".repeat(depth)}`,
    "b.json": {},
  });
  const { documents, diagnostics } = await load(folder, { inputs: ["a.json"] });
  expect(diagnostics).toEqual([]);
  expect(documents).toHaveLength(2);
  expect(documents[0]?.rangeOf("/not/not")?.start).toEqual({ line: 1, column: 15 });
});

const vapiSpec = path.resolve(testData, "vapi/openapi.json");
const withoutSpec = existsSync(vapiSpec)
  ? ""
  : " (skipped: the test data has no vapi/openapi.json)";

test.skipIf(withoutSpec !== "")(
  `an OpenAPI document of many schemas is the same as JSON and as YAML${withoutSpec}`,
  async () => {
    const file = vapiSpec;
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    const folder = createFolder({});
    writeFileSync(path.join(folder, "openapi.yaml"), stringify(value));
    const json = await load(folder, { inputs: [file] });
    const yaml = await load(folder, {});
    expect([...json.diagnostics, ...yaml.diagnostics]).toEqual([]);
    expect(json.schemas).toHaveLength(981);
    expect(yaml.documents[0]?.value).toEqual(json.documents[0]?.value);
    expect(json.documents[0]?.value).toEqual(value);
  },
);
