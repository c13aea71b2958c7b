import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { runInProcessWith } from "../harness/command.ts";
import { repository } from "../harness/project.ts";

let cwd: string;

beforeEach(() => {
  cwd = realpathSync(mkdtempSync(path.join(tmpdir(), "schemaloom-stdin-")));
});

function generate(input: string, ...words: readonly string[]) {
  const surroundings = { environment: { GITHUB_ACTIONS: "" }, input };
  return runInProcessWith(surroundings, cwd, "generate", ...words);
}

async function importText(text: string): Promise<Record<string, unknown>> {
  const file = path.join(cwd, "made.ts");
  writeFileSync(file, text);
  return import(/* @vite-ignore */ file) as Promise<Record<string, unknown>>;
}

function strictErrors(): string {
  const tsc = path.join(repository, "node_modules/typescript/bin/tsc");
  const flags = "--ignoreConfig --noEmit --strict --target es2022 --noUnusedLocals --skipLibCheck";
  const words = [tsc, ...flags.split(" "), path.join(cwd, "made.ts")];
  return spawnSync(process.execPath, words, { encoding: "utf8" }).stdout;
}

const point = {
  type: "object",
  properties: { x: { type: "number", multipleOf: 0.1 }, tags: { uniqueItems: true } },
  required: ["x"],
};

describe("generate -", () => {
  test("makes one module of a schema that imports nothing, and writes no file", async () => {
    const { code, stdout, stderr } = await generate(JSON.stringify(point), "-", "--name", "point");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(readdirSync(cwd)).toEqual([]);
    expect(stdout).not.toMatch(/^import /mu);
    const exported = [...stdout.matchAll(/^export \w+ (\w+)/gmu)].map(([, name]) => name);
    expect(exported.sort()).toEqual([
      "Issue",
      "Point",
      "PointSchema",
      "Result",
      "SchemaError",
      "StandardSchemaV1",
      "ValidationOptions",
      "assertPoint",
      "isPoint",
      "validatePoint",
    ]);
    const { isPoint, assertPoint } = await importText(stdout);
    expect((isPoint as (value: unknown) => boolean)({ x: 0.3 })).toBe(true);
    expect((isPoint as (value: unknown) => boolean)({ x: 0.35 })).toBe(false);
    expect(assertPoint as (value: unknown) => void).toThrow(/./u);
    expect(strictErrors()).toBe("");
  });

  test("reads YAML, and makes types alone where those are wanted", async () => {
    const yaml = "type: object\nproperties:\n  a: { type: string }\n";
    const { code, stdout } = await generate(yaml, "-", "--outputs", "types");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^export interface Value \{\n {2}a\?: string;\n\}$/mu);
    expect(stdout).not.toContain("isValue");
  });

  test("writes the page where docs alone are wanted", async () => {
    const { stdout } = await generate(JSON.stringify(point), "-", "--outputs", "docs");
    expect(stdout).toMatch(/^# Value\n/u);
  });

  test("gives what the schema names as the runtime does a name of its own", async () => {
    const names = ["issue", "result", "schemaError", "standardSchemaV1"];
    const $defs = Object.fromEntries(names.map((name) => [name, { ...point, title: name }]));
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }]));
    const { code, stdout } = await generate(JSON.stringify({ ...point, properties, $defs }), "-");
    expect(code).toBe(0);
    const { isIssue } = await importText(stdout);
    expect((isIssue as (value: unknown) => boolean)({ x: 1 })).toBe(true);
    expect(strictErrors()).toBe("");
  });

  test("places faults in <stdin>, and then writes nothing to stdout", async () => {
    const { code, stdout, stderr } = await generate('{\n  "$ref": "#/none"\n}', "-");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error dangling-ref <stdin>:2:11\n/u);
    expect((await generate("{ nonsense", "-")).stderr).toMatch(/^error invalid-json <stdin>:1:/u);
  });

  test("does not take what becomes several modules", async () => {
    const document = {
      openapi: "3.1.0",
      info: { title: "t", version: "1" },
      paths: {},
      components: { schemas: { A: { type: "string" }, B: { type: "string" } } },
    };
    const { code, stdout, stderr } = await generate(JSON.stringify(document), "-");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("error stdin-unsupported");
  });

  test.each([
    [["-", "a.json"]],
    [["-", "--out", "x"]],
    [["-", "--json"]],
    [["-", "--emit", "js+dts"]],
    [["a.json", "--name", "A"]],
    [["-", "--name", "../a"]],
  ])("with %j is wrong usage", async (words) => {
    expect(await generate("true", ...words)).toMatchObject({ code: 2, stdout: "" });
  });
});
