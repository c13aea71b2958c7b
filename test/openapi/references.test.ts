import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  makeOutput,
  makeProject,
  optionsFor,
  type Project,
  writeProject,
} from "../harness/project.ts";

/** An OpenAPI document of component schemas. */
function openApi(version: string, schemas: object) {
  return {
    openapi: version,
    info: { title: "Example", version: "1" },
    paths: {},
    components: { schemas },
  };
}

/** What a guard says of each of some values. */
async function verdicts(
  project: Project,
  name: string,
  values: readonly unknown[],
): Promise<readonly boolean[]> {
  const entry = project.manifest.entries.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`no schema ${name} in the manifest`);
  const module = await project.importModule(entry.module ?? "");
  const is = module[entry.guard ?? ""] as (value: unknown) => boolean;
  return values.map(is);
}

function namesIn(project: Project): string[] {
  return project.manifest.entries.map(
    ({ source, pointer, name }) => `${source}#${pointer} ${name}`,
  );
}

const nullableText = { type: "string", nullable: true };

describe("from a component schema, a $ref leads", () => {
  test("to another component, and back", async () => {
    const project = await makeProject({
      "api.json": openApi("3.0.3", {
        Tree: {
          type: "object",
          properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
        },
        Forest: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
      }),
    });
    expect(project.diagnostics).toEqual([]);
    const values = [[{ children: [{ children: [] }] }], [{ children: [{ children: 1 }] }]];
    expect(await verdicts(project, "Forest", values)).toEqual([true, false]);
  });

  test("to schemas outside the component schemas, in the document's dialect", async () => {
    const { components, ...others } = openApi("3.0.3", {
      Search: {
        type: "object",
        properties: {
          limit: { $ref: "#/components/parameters/Limit/schema" },
          fault: { $ref: "#/components/responses/Fault/content/application~1json/schema" },
          pet: { $ref: "#/paths/~1pets~1{id}/get/parameters/0/schema" },
        },
      },
    });
    const schema = { type: "integer", minimum: 0, exclusiveMinimum: true };
    const project = await makeProject({
      "api.json": {
        ...others,
        paths: { "/pets/{id}": { get: { parameters: [{ name: "id", schema: nullableText }] } } },
        components: {
          ...components,
          parameters: { Limit: { name: "limit", schema } },
          responses: {
            Fault: {
              content: { "application/json": { schema: { $ref: "#/components/schemas/Search" } } },
            },
          },
        },
      },
    });
    expect(project.diagnostics).toEqual([]);
    expect(namesIn(project)).toEqual([
      "api.json#/components/parameters/Limit/schema LimitParameter",
      "api.json#/components/responses/Fault/content/application~1json/schema FaultResponseApplicationJson",
      "api.json#/components/schemas/Search Search",
      "api.json#/paths/~1pets~1{id}/get/parameters/0/schema PetsIdGetParameters0",
    ]);
    const values = [
      { limit: 1, fault: { limit: 2 }, pet: null },
      { limit: 0 },
      { fault: { limit: 0 } },
      { pet: 1 },
    ];
    expect(await verdicts(project, "Search", values)).toEqual([true, false, false, false]);
  });

  test("to a plain file of JSON Schema, in the dialect that it declares or else the document's", async () => {
    const $schema = "https://json-schema.org/draft/2020-12/schema";
    const project = await makeProject({
      "api.json": openApi("3.0.3", {
        Order: {
          type: "object",
          properties: { note: { $ref: "note.json" }, tag: { $ref: "./shared/tag.yaml" } },
        },
      }),
      "note.json": nullableText,
      "shared/tag.yaml": `$schema: ${$schema}\ntype: string\nnullable: true\nconst: a\n`,
    });
    const values = [{ note: null, tag: "a" }, { tag: null }, { tag: "b" }];
    expect(await verdicts(project, "Order", values)).toEqual([true, false, false]);
  });

  test("to a component of another OpenAPI document, each in its own dialect", async () => {
    const project = await makeProject({
      "old/api.yaml": openApi("3.0.3", { Name: nullableText, Age: { type: "integer" } }),
      "new/api.json": openApi("3.1.0", {
        Person: {
          type: "object",
          properties: {
            name: { $ref: "../old/api.yaml#/components/schemas/Name" },
            nick: nullableText,
          },
        },
      }),
    });
    const values = [{ name: null, nick: "" }, { nick: null }, { name: 1 }];
    expect(await verdicts(project, "Person", values)).toEqual([true, false, false]);
  });

  test("to parts of a file without openapi member, in the dialect of the document", async () => {
    const project = await makeProject({
      "api.yaml": openApi("3.0.3", {
        Shop: {
          type: "object",
          properties: {
            owner: { $ref: "models.yaml#/components/schemas/Owner" },
            pet: { $ref: "models.yaml#/Pet" },
          },
        },
      }),
      "models.yaml": {
        Pet: { type: "object", properties: { owner: { $ref: "#/components/schemas/Owner" } } },
        components: { schemas: { Owner: nullableText } },
      },
    });
    expect(project.diagnostics).toEqual([]);
    expect(namesIn(project)).toEqual([
      "api.yaml#/components/schemas/Shop Shop",
      "models.yaml# Models",
      "models.yaml#/Pet ModelsPet",
      "models.yaml#/components/schemas/Owner Owner",
    ]);
    const values = [{ owner: null, pet: { owner: null } }, { owner: 1 }, { pet: { owner: 1 } }];
    expect(await verdicts(project, "Shop", values)).toEqual([true, false, false]);
  });
});

test("a plain file of JSON Schema refers to a component of an OpenAPI document", async () => {
  const project = await makeProject({
    "api.json": openApi("3.0.3", { Name: nullableText }),
    "person.json": {
      type: "object",
      properties: {
        name: { $ref: "api.json#/components/schemas/Name" },
        nick: { $ref: "#/components/schemas/Name" },
        plain: nullableText,
      },
    },
  });
  const values = [{ name: null, nick: null }, { plain: null }, { nick: 1 }];
  expect(await verdicts(project, "Person", values)).toEqual([true, false, false]);
});

test("a schema refers to the meta-schema of OpenAPI's dialect, which is known without network", async () => {
  const project = await makeProject({
    "api.json": openApi("3.1.0", {
      Stored: { $ref: "https://spec.openapis.org/oas/3.1/dialect/base" },
    }),
  });
  expect(project.diagnostics).toEqual([]);
  const values = [
    { type: "string", discriminator: { propertyName: "kind" } },
    { type: "text" },
    { discriminator: {} },
  ];
  expect(await verdicts(project, "Stored", values)).toEqual([true, false, false]);
});

test("only the files that component schemas lead to are read, through other parts too", async () => {
  const folder = writeProject({
    "api.json": {
      ...openApi("3.1.0", {}),
      components: {
        schemas: { A: { $ref: "#/components/parameters/P/schema" } },
        parameters: { P: { schema: { $ref: "p.json" } }, Q: { schema: { $ref: "q.json" } } },
      },
    },
    "p.json": { type: "string" },
    "q.json": { type: "string" },
  });
  const inputs = [path.join(folder, "schemas/api.json")];
  const project = await makeOutput(folder, optionsFor(folder, { inputs }));
  expect(namesIn(project)).toEqual([
    "api.json#/components/parameters/P/schema PParameter",
    "api.json#/components/schemas/A A",
    "p.json# P",
  ]);
});
