import { expect, test } from "vitest";
import { createFolder, load, summary } from "./input-folder.ts";

const head = { overlay: "1.0.0", info: { title: "Repairs", version: "1" } };

async function overlaid(files: Readonly<Record<string, unknown>>, ...overlays: readonly object[]) {
  const names = overlays.map((_, index) => `${index}.overlay.json`);
  const written = overlays.map((overlay, index) => [
    `${index}.overlay.json`,
    JSON.stringify({ ...head, ...overlay }, null, 1),
  ]);
  const folder = createFolder({ ...files, ...(Object.fromEntries(written) as object) });
  const result = await load(folder, { overlays: names });
  return {
    ...result,
    values: Object.fromEntries(result.documents.map(({ source, value }) => [source, value])),
  };
}

const remove = (target: string) => ({ target, remove: true });
const update = (target: string, value: unknown) => ({ target, update: value });

test("an update merges objects, joins arrays and replaces primitives", async () => {
  const { values, diagnostics } = await overlaid(
    { "A.json": { type: "object", properties: { x: { type: "string" } }, required: ["x"] } },
    {
      actions: [
        update("$.components.schemas.A", {
          type: ["object", "null"],
          properties: { x: { minLength: 1 }, y: {} },
          required: ["y"],
        }),
        update("$.components.schemas.A.required", "z"),
      ],
    },
  );
  expect(diagnostics).toEqual([]);
  expect(values).toEqual({
    "A.json": {
      type: ["object", "null"],
      properties: { x: { type: "string", minLength: 1 }, y: {} },
      required: ["x", "y", "z"],
    },
  });
});

test("remove takes members and items out, however many match", async () => {
  const { values } = await overlaid(
    { "A.json": { enum: [1, 2, 3, 4], properties: { x: { format: "a" }, y: { format: "b" } } } },
    { actions: [remove("$.components.schemas.A.enum[0,2,-1]"), remove("$..format")] },
  );
  expect(values).toEqual({ "A.json": { enum: [2], properties: { x: {}, y: {} } } });
});

test("matches inside one another are all changed", async () => {
  const { values, diagnostics } = await overlaid(
    { "A.json": { not: [{ not: [{ x: 1 }, { x: 2 }] }, { x: 3 }] } },
    { actions: [update("$..[?@.x > 1 || @.not]", { seen: true }), remove("$..[?@.x == 1]")] },
  );
  expect(diagnostics).toEqual([]);
  expect(values).toEqual({
    "A.json": {
      not: [
        { not: [{ x: 2, seen: true }], seen: true },
        { x: 3, seen: true },
      ],
      seen: true,
    },
  });
});

test("overlays apply in the order given, each on the result of the one before", async () => {
  const { values, diagnostics } = await overlaid(
    { "A.json": {} },
    { actions: [update("$.components.schemas.A", { a: { b: 1 } })] },
    { actions: [update("$.components.schemas.A.a", { b: 2 }), update("$..a", { c: 3 })] },
  );
  expect(diagnostics).toEqual([]);
  expect(values).toEqual({ "A.json": { a: { b: 2, c: 3 } } });
});

test("__proto__ stays a name as any other", async () => {
  const file = '{"properties":{"__proto__":{"type":"string"},"x":{"default":1}}}';
  const overlay = `{"overlay":"1.0.0","info":{"title":"","version":""},"actions":[
    {"target":"$.components.schemas.A.properties.__proto__","update":{"__proto__":{"a":1}}},
    {"target":"$.components.schemas.A.properties.x.default","remove":true}]}`;
  const folder = createFolder({ "A.json": file, "o.overlay.json": overlay });
  const { documents, diagnostics } = await load(folder, { overlays: ["o.overlay.json"] });
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(documents[0]?.value)).toBe(
    '{"properties":{"__proto__":{"type":"string","__proto__":{"a":1}},"x":{}}}',
  );
});

test("without extends, an overlay sees OpenAPI documents and each folder of schema files", async () => {
  const api = { openapi: "3.0.0", components: { schemas: { A: {}, B: {} } } };
  const { values, diagnostics } = await overlaid(
    { "api.json": api, "A.json": {}, "sub/A.json": {}, "sub/B.json": {} },
    { actions: [update("$.components.schemas.A", { title: "A" })] },
  );
  expect(diagnostics).toEqual([]);
  expect(values).toEqual({
    "A.json": { title: "A" },
    "api.json": { ...api, components: { schemas: { A: { title: "A" }, B: {} } } },
    "sub/A.json": { title: "A" },
    "sub/B.json": {},
  });
});

test("extends limits an overlay to a file, whose root is $, or to a folder", async () => {
  const { values, diagnostics } = await overlaid(
    { "A.json": {}, "sub/A.json": {}, "sub/B.json": {} },
    { extends: "sub/B.json", actions: [update("$", { title: "one" })] },
    { extends: "./sub/", actions: [update("$.components.schemas.A", { title: "two" })] },
  );
  expect(diagnostics).toEqual([]);
  expect(values).toEqual({
    "A.json": {},
    "sub/A.json": { title: "two" },
    "sub/B.json": { title: "one" },
  });
});

test("an overlay that extends no input is an error", async () => {
  const { diagnostics } = await overlaid(
    { "A.json": {} },
    { extends: "B.json", actions: [update("$", {})] },
    { extends: "https://example.com/A.json", actions: [update("$", {})] },
  );
  expect(diagnostics.map(summary)).toEqual([
    'overlay-invalid 7:13 no input is what the overlay extends, "B.json"',
    'overlay-invalid 7:13 no input is what the overlay extends, "https://example.com/A.json"',
  ]);
});

test("a target that matches nothing is an error that says how far it leads", async () => {
  const { diagnostics } = await overlaid(
    { "BackoffPlan.json": { properties: { maxRetries: {} } } },
    { actions: [remove("$.components.schemas.BackoffPlan.properties.maxRetrie.maximum")] },
  );
  expect(diagnostics.map(summary)).toEqual([
    "overlay-no-match 9:14 target $.components.schemas.BackoffPlan.properties.maxRetrie.maximum matches nothing",
  ]);
  expect(diagnostics[0]?.help).toBe(
    '$.components.schemas.BackoffPlan.properties matches, .maxRetrie.maximum does not; did you mean "maxRetries"?',
  );
});

test.each([
  ["a target that is no JSONPath", { target: "$.a[", remove: true }, "/target"],
  ["no target", { remove: true }, "/target"],
  ["nothing to do", { target: "$" }, ""],
  ["remove that is no boolean", { target: "$", remove: "yes" }, "/remove"],
  ["a field that overlays lack", { target: "$..A", updates: {}, remove: true }, "/updates"],
  ["a primitive to update", { target: "$..A.type", update: "x" }, "/target"],
  ["an update that is none of an object", { target: "$..A", update: 1 }, "/update"],
  ["the document itself to remove", { target: "$", remove: true }, "/target"],
  ["a schema to add to a folder", { target: "$.components.schemas", update: { B: {} } }, "/update"],
  ["info to add to a folder", { target: "$", update: { info: {} } }, "/update"],
])("an action with %s is an error at its place", async (_name, action, pointer) => {
  const { diagnostics, values } = await overlaid(
    { "A.json": { type: "object" } },
    { actions: [action] },
  );
  expect(diagnostics.map(({ code, location }) => [code, location?.pointer])).toEqual([
    ["overlay-invalid", `/actions/0${pointer}`],
  ]);
  expect(values).toEqual({ "A.json": { type: "object" } });
});

test("every fault in the shape of an overlay is told", async () => {
  const { diagnostics } = await overlaid(
    { "A.json": {} },
    { overlay: "2.0.0", info: {}, extends: 1, actions: [], extend: "x" },
    { actions: [1] },
  );
  expect(diagnostics.map(({ location }) => location?.pointer)).toEqual([
    "/extend",
    "/overlay",
    "/info",
    "/extends",
    "/actions",
    "/actions/0",
  ]);
});

test("an overlay that cannot be read or parsed is an error", async () => {
  const folder = createFolder({ "A.json": {}, "b.overlay.yaml": "a: [", "c.overlay.yaml": "- a" });
  const overlays = ["a.overlay.yaml", "b.overlay.yaml", "c.overlay.yaml"];
  const { diagnostics, documents } = await load(folder, { overlays });
  expect(diagnostics.map(({ code }) => code)).toEqual([
    "input-unreadable",
    "invalid-yaml",
    "overlay-invalid",
  ]);
  expect(documents).toHaveLength(1);
});

test("an overlay can remove a schema, and add one to an OpenAPI document", async () => {
  const { schemas, documents } = await overlaid(
    {
      "A.json": {},
      "B.json": {},
      "api.json": { openapi: "3.1.0", components: { schemas: { A: {} } } },
    },
    { actions: [remove("$.components.schemas.B")] },
    { extends: "api.json", actions: [update("$.components.schemas", { C: {} })] },
  );
  expect(documents.map(({ source }) => source)).toEqual(["A.json", "api.json"]);
  expect(schemas.map(({ pointer }) => pointer)).toEqual([
    "",
    "/components/schemas/A",
    "/components/schemas/C",
  ]);
});

test("places are those of the text, where an overlay added something its nearest ancestor's", async () => {
  const { documents } = await overlaid(
    { "A.json": '{\n  "not": {}\n}' },
    { actions: [update("$.components.schemas.A.not", { anyOf: [{}] })] },
  );
  expect(documents[0]?.rangeOf("/not/anyOf/0")?.start).toEqual({ line: 2, column: 10 });
});
