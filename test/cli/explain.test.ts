import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runInProcess } from "../harness/command.ts";
import { writeProject } from "../harness/project.ts";

const order = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://example.com/order.json",
  description: "An order.",
  type: "object",
  properties: {
    id: { $ref: "#/$defs/id" },
    lines: { type: "array", items: { $ref: "line.json" }, minItems: 1 },
    note: { type: "string", maxLength: 9, requred: true, minimum: 3 },
  },
  required: ["id"],
  $defs: { id: { $ref: "#/$defs/key" }, key: { $anchor: "key", type: "string", pattern: "^a" } },
};
const line = {
  $schema: "http://json-schema.org/draft-07/schema#",
  definitions: { odd: { type: "number" } },
  items: [{ type: "string" }],
};

function project(): string {
  return writeProject({ "order.json": order, "line.json": line });
}

async function explained(place: string, ...words: readonly string[]) {
  const { code, stdout, stderr } = await runInProcess(
    project(),
    "explain",
    place,
    "--json",
    ...words,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return (JSON.parse(stdout) as { explanation: Record<string, unknown> }).explanation;
}

describe("explain", () => {
  test("tells what a whole schema is, for readers", async () => {
    const cwd = project();
    writeFileSync(path.join(cwd, "schemaloom.config.json"), '{ "inputs": ["schemas"] }');
    const { code, stdout, stderr } = await runInProcess(cwd, "explain", "schemas/order.json");
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toBe(
      [
        "order.json# 1:1",
        "",
        'dialect      2020-12: "$schema" at # is https://json-schema.org/draft/2020-12/schema',
        "resource     https://example.com/order.json",
        "name         Order: its file's name",
        "exports      Order, isOrder, validateOrder, assertOrder, OrderSchema of Order.ts",
        "accepts      object",
        'description  "An order."',
        "",
        "TypeScript",
        "  export interface Order {",
        "    id: Id;",
        "    lines?: [Line, ...Line[]];",
        "    note?: string;",
        "  }",
        "",
        "Keywords",
        "  type  type        is object",
        "  type  required    an object has `id`",
        "  type  properties  declares `id`, `lines`, `note` of an object",
        "",
      ].join("\n"),
    );
  });

  test("follows references to where they lead in the end, through names", async () => {
    expect(await explained("schemas/order.json#/properties/id")).toMatchObject({
      partOf: "Order",
      typeScript: "Id",
      references: [
        { reference: "#/$defs/id", pointer: "/$defs/id", name: "Id", line: 28 },
        { reference: "#/$defs/key", pointer: "/$defs/key", name: "Key" },
      ],
    });
  });

  test("tells who refers to a schema, what only the guard checks, and why it has its name", async () => {
    const named = {
      names: { name: "Key", reason: "its key among the definitions", module: "Order.ts" },
      keywords: [
        { keyword: "type", saidBy: "type" },
        { keyword: "pattern", saidBy: "guard", meaning: "a string matches `^a`" },
      ],
      referrers: [{ source: "order.json", pointer: "/$defs/id", name: "Id" }],
    };
    expect(await explained("schemas/order.json#/$defs/key")).toMatchObject(named);
    expect(await explained("schemas/order.json#key")).toMatchObject(named);
  });

  test("of a keyword tells of the schema that holds it, and of keywords that are ignored", async () => {
    expect(await explained("schemas/order.json#/properties/note/maxLength")).toMatchObject({
      asked: "/maxLength",
      place: { pointer: "/properties/note" },
      types: ["string"],
      keywords: [
        { keyword: "type" },
        {
          keyword: "minimum",
          saidBy: "nobody",
          note: "without effect: the schema admits no number",
        },
        { keyword: "maxLength", meaning: "a string has at most 9 characters" },
      ],
      ignored: [{ keyword: "requred", reason: "no dialect knows it; did you mean required?" }],
    });
  });

  test("gives keywords of older dialects their names of today", async () => {
    expect(await explained("schemas/line.json")).toMatchObject({
      dialect: { name: "draft-07" },
      keywords: [{ keyword: "prefixItems", written: "/items" }],
    });
  });

  test("needs no config, and reads errors elsewhere without being kept from it", async () => {
    const cwd = writeProject({ "a.json": { type: "string" }, "b.json": { $ref: "#/none" } });
    writeFileSync(path.join(cwd, "schemaloom.config.json"), '{ "inputs": ["schemas"] }');
    expect(await runInProcess(cwd, "explain", "schemas/a.json")).toMatchObject({
      code: 0,
      stderr: "",
    });
    const { code, stdout, stderr } = await runInProcess(cwd, "explain", "schemas/b.json");
    expect(code).toBe(0);
    expect(stdout).toContain("name         none");
    expect(stderr).toContain("error dangling-ref");
  });

  test.each([
    ["schemas/order.json#/properties/nota", "did you mean #/properties/note?"],
    ["schemas/order.json#/$defs/kye/type", "did you mean #/$defs/key/type?"],
    ["schemas/order.json#/zzzzzzzzzzz", "the nearest that is there is #, which has $schema, $id"],
    ["schemas/ordre.json", "did you mean"],
  ])("of %s says that it is not there, and what is near", async (place, help) => {
    const { code, stdout, stderr } = await runInProcess(project(), "explain", place);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(help);
  });

  test("tells what the code of a diagnostic means", async () => {
    const { code, stdout } = await runInProcess(project(), "explain", "dangling-ref");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^dangling-ref\nError\. A reference leads nowhere: /u);
  });

  test("of nothing is wrong usage", async () => {
    expect((await runInProcess(project(), "explain")).code).toBe(2);
  });
});
