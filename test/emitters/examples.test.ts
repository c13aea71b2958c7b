import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { makeProject, type Project } from "../harness/project.ts";
import { fixtures } from "./examples/fixtures.ts";
import { postgresEnums } from "./examples/postgres-enums.ts";

const inputs = {
  "shop/order.json": {
    description: "What a customer buys.",
    type: "object",
    properties: {
      id: { type: "string", format: "uuid" },
      status: { $ref: "status.json" },
      lines: { type: "array", items: { $ref: "#/$defs/Line" }, minItems: 1 },
      parent: { $ref: "order.json" },
      note: { type: "string" },
    },
    required: ["id", "status", "lines"],
    $defs: {
      Line: {
        type: "object",
        properties: {
          article: { type: "string", minLength: 8 },
          count: { type: "integer", exclusiveMinimum: 0 },
          unit: { $ref: "#/$defs/Unit" },
        },
        required: ["article", "count", "unit"],
      },
      Unit: { enum: ["piece", "kg"] },
    },
  },
  "shop/status.json": {
    description: "How far an order is; it's the customer's view.",
    enum: ["placed", "on-its-way", "customer's"],
  },
  "zip.json": { type: "string", pattern: "^[0-9]{5}$" },
  "event.json": {
    oneOf: [
      {
        allOf: [{ $ref: "#/$defs/Base" }],
        type: "object",
        properties: { kind: { const: "opened" } },
        required: ["kind"],
      },
      { type: "null" },
    ],
    $defs: {
      Base: {
        type: "object",
        properties: { at: { type: "string", format: "date-time" } },
        required: ["at"],
      },
    },
  },
  "level.json": { type: "integer", multipleOf: 5, minimum: 3, maximum: 20 },
};

let project: Project;

beforeAll(async () => {
  project = await makeProject(inputs, { emitters: [postgresEnums, fixtures], formats: "assert" });
});

test("the emitted files are as expected", async () => {
  const emitted = project.manifest.emitted ?? [];
  expect(emitted).toMatchInlineSnapshot(`
    [
      {
        "emitter": "fixtures",
        "path": "fixtures/Event.json",
      },
      {
        "emitter": "fixtures",
        "path": "fixtures/Level.json",
      },
      {
        "emitter": "fixtures",
        "path": "fixtures/shop/Order.json",
      },
      {
        "emitter": "fixtures",
        "path": "fixtures/shop/Status.json",
      },
      {
        "emitter": "postgres-enums",
        "path": "sql/shop/Order.sql",
        "pointer": "",
        "source": "shop/order.json",
      },
      {
        "emitter": "postgres-enums",
        "path": "sql/shop/Status.sql",
        "pointer": "",
        "source": "shop/status.json",
      },
    ]
  `);
  for (const { path: file } of emitted) {
    const expected = path.join(import.meta.dirname, "expected", file);
    await expect(project.files.get(file)).toMatchFileSnapshot(expected);
  }
});

describe("the fixtures", () => {
  test("are values that the guards accept", async () => {
    const made = (project.manifest.emitted ?? []).filter(({ emitter }) => emitter === "fixtures");
    expect(made).toHaveLength(4);
    for (const { path: file } of made) {
      const module = file.replace(/^fixtures\/(.*)\.json$/, "$1.ts");
      const name = path.basename(module, ".ts");
      const exported = await project.importModule(module);
      const validate = exported[`validate${name}`] as (value: unknown) => unknown;
      const value: unknown = JSON.parse(project.files.get(file) ?? "");
      expect(validate(value)).toEqual({ ok: true, value });
    }
  });

  test("are none of a schema that a value must be invented for", () => {
    expect(project.files.has("fixtures/Zip.json")).toBe(false);
  });
});
