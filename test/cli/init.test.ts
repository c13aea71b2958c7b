import { existsSync, mkdtempSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { runInProcess, snapshotFolder } from "../harness/command.ts";
import { writeText } from "../harness/project.ts";

const schema = '{ "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string" }\n';
const openApi =
  "openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\ncomponents: { schemas: { A: { type: string } } }\n";

let cwd: string;

beforeEach(() => {
  cwd = realpathSync(mkdtempSync(path.join(tmpdir(), "schemaloom-init-")));
});

function write(file: string, text: string): void {
  writeText(path.join(cwd, file), text);
}

function read(file: string): string {
  return readFileSync(path.join(cwd, file), "utf8");
}

describe("init, where it cannot ask", () => {
  test("finds the schemas, sets all up so that generate works, and tells what comes next", async () => {
    write("schemas/deep/a.json", schema);
    write("schemas/b.json", schema);
    write("api/openapi.yaml", openApi);
    write("api/data.json", '{ "$schema": "./b.json", "openapi": 1 }');
    write("package.json", '{\n    "name": "p"\n}\n');
    write("tsconfig.json", "{}");
    write("src/index.ts", "");
    const { code, stdout, stderr } = await runInProcess(cwd, "init");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "Found 2 schemas and 1 OpenAPI document.",
        "wrote schemaloom.config.ts: the config",
        'wrote package.json: the script "generate"',
        'wrote .gitattributes: the line "src/generated/** linguist-generated"',
        "Next: npm install --save-dev schemaloom, then npm run generate",
        "",
      ].join("\n"),
    );
    expect(read("schemaloom.config.ts")).toContain('inputs: ["api/openapi.yaml", "schemas"],');
    expect(read("package.json")).toBe(
      '{\n    "name": "p",\n    "scripts": {\n        "generate": "schemaloom generate"\n    }\n}\n',
    );
    expect(read(".gitattributes")).toBe("src/generated/** linguist-generated\n");
    expect(await runInProcess(cwd, "generate")).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(path.join(cwd, "src/generated/deep/A.ts"))).toBe(true);
  });

  test.each([
    ["ts", { "tsconfig.json": "{}" }],
    ["js", { "package.json": '{ "type": "module" }' }],
    ["mjs", { "package.json": "{}" }],
    ["json", {}],
  ])("writes schemaloom.config.%s where that fits the project", async (form, files) => {
    write("a.schema.json", schema);
    for (const [file, text] of Object.entries(files)) write(file, text);
    expect((await runInProcess(cwd, "init", "--yes")).code).toBe(0);
    expect(read(`schemaloom.config.${form}`)).toContain("a.schema.json");
    expect((await runInProcess(cwd, "generate")).code).toBe(0);
    expect(existsSync(path.join(cwd, "generated/A.ts"))).toBe(true);
  });

  test("names a folder only where it holds nothing else, and many files of one ending by a glob", async () => {
    for (const name of ["a", "b", "c", "d"]) write(`lib/${name}/${name}.schema.json`, schema);
    write("lib/data.json", "{}");
    write("other/x.json", schema);
    write("other/data.json", "{}");
    await runInProcess(cwd, "init");
    expect(JSON.parse(read("schemaloom.config.json"))).toEqual({
      $schema: "./node_modules/schemaloom/config.schema.json",
      inputs: ["lib/**/*.schema.json", "other/x.json"],
      out: "generated",
    });
  });

  test("finds schemas that name no dialect by their shape, and takes no data for them", async () => {
    const schemas = {
      "typed.json": { type: "object", properties: { a: {} } },
      "either.json": { oneOf: [{ type: "string" }, { $ref: "#/$defs/b" }], $defs: { b: {} } },
      "parts.json": { definitions: { a: { type: ["string", "null"] } } },
      "untyped.json": { properties: { a: { enum: ["x"] } } },
    };
    const data = {
      "feature.json": { type: "Feature", properties: { name: "a" }, geometry: null },
      "settings.json": { type: "module", properties: [], items: {} },
      "named.json": { $schema: "./settings.json", type: "object", properties: {} },
      "list.json": [{ type: "object" }],
      "words.json": { type: "string" },
    };
    for (const [file, value] of Object.entries({ ...schemas, ...data }))
      write(`all/${file}`, JSON.stringify(value));
    expect((await runInProcess(cwd, "init")).stdout).toContain("Found 4 schemas.");
    const { inputs } = JSON.parse(read("schemaloom.config.json")) as { inputs: string[] };
    expect(inputs).toEqual(
      Object.keys(schemas)
        .sort()
        .map((file) => `all/${file}`),
    );
  });

  test("keeps all as it is when it runs again", async () => {
    write("a b/c.json", schema);
    write("package.json", "{}");
    expect((await runInProcess(cwd, "init", "--yes")).code).toBe(0);
    expect(read("schemaloom.config.mjs")).toContain('inputs: ["a b"],');
    expect((await runInProcess(cwd, "generate")).code).toBe(0);
    const before = snapshotFolder(cwd);
    expect((await runInProcess(cwd, "init", "--yes")).code).toBe(1);
    expect(snapshotFolder(cwd)).toEqual(before);
  });

  test("adds only what is missing: another script, a line behind the others", async () => {
    write("a.schema.json", schema);
    write(
      "package.json",
      '{ "scripts": { "generate": "other" }, "devDependencies": { "schemaloom": "1" } }',
    );
    write("pnpm-lock.yaml", "");
    write(".gitattributes", "* text=auto");
    expect((await runInProcess(cwd, "init")).stdout).toContain("Next: pnpm run generate:schemas\n");
    expect(JSON.parse(read("package.json"))).toMatchObject({
      scripts: { generate: "other", "generate:schemas": "schemaloom generate" },
    });
    expect(read(".gitattributes")).toBe("* text=auto\ngenerated/** linguist-generated\n");
  });

  test("overwrites no config, and then writes nothing at all", async () => {
    write("a.schema.json", schema);
    write("package.json", "{}");
    write("schemaloom.config.mjs", "export default {};\n");
    const before = snapshotFolder(cwd);
    const { code, stderr } = await runInProcess(cwd, "init", "--yes");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error config-exists schemaloom\.config\.mjs\n/u);
    expect(snapshotFolder(cwd)).toEqual(before);
  });

  test("says that there are no schemas, and where to put them", async () => {
    const { code, stdout } = await runInProcess(cwd, "init");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Found no schemas in this folder\.\n/u);
    expect(stdout).toContain("Next: put your schemas into schemas/, or name others as inputs");
  });
});
