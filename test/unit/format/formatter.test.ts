import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../../generator/diagnostics/diagnostic.ts";
import { check, generate } from "../../../generator/generate.ts";
import type { GenerateOptions } from "../../../generator/options.ts";
import { optionsFor, writeProject, writeText } from "../../harness/project.ts";

const inputs = {
  "pet.json": { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
};

function project(options: Partial<GenerateOptions> = {}) {
  const folder = writeProject(inputs);
  writeText(path.join(folder, "node_modules/.keep"), "");
  const all = optionsFor(folder, { cache: true, ...options });
  const read = (file: string) => readFileSync(path.join(folder, "generated", file), "utf8");
  return { folder, options: all, read };
}

describe("prettier formats modules", () => {
  const formatter = { kind: "prettier" } as const;

  test("by the config that the output folder finds, and anew once that has changed", async () => {
    const { folder, options, read } = project({ formatter });
    writeText(path.join(folder, ".prettierrc"), '{ "semi": false, "singleQuote": true }');
    await generate(options);
    expect(read("Pet.ts")).toContain("export interface Pet {\n  name: string\n}");
    expect(read("Pet.ts")).toContain("from './runtime.ts'");
    expect((await generate(options)).summary.changed).toEqual([]);
    expect((await check(options)).differences).toEqual([]);

    writeText(path.join(folder, ".prettierrc"), '{ "tabWidth": 4 }');
    expect((await generate(options)).summary.changed).toContain("Pet.ts");
    expect(read("Pet.ts")).toContain("export interface Pet {\n    name: string;\n}");
  });

  test("by an .editorconfig, and as JavaScript with its declarations", async () => {
    const { folder, options, read } = project({
      formatter,
      emit: "js+dts",
      importExtension: ".js",
    });
    writeText(path.join(folder, ".editorconfig"), "root = true\n[*]\nindent_style = tab\n");
    await generate(options);
    expect(read("Pet.d.ts")).toContain("export interface Pet {\n\tname: string;\n}");
    expect(read("Pet.js")).toMatch(/\n\tif \(/);
    expect(read("runtime.js")).toMatch(/\n\treturn /);
  });
});

describe("a module of the user formats modules", () => {
  function withFormatter(text: string) {
    const made = project();
    const file = path.join(made.folder, "format.ts");
    writeText(file, text);
    return {
      ...made,
      file,
      options: { ...made.options, formatter: { kind: "module", path: file } as const },
    };
  }

  test("each file by its path below the output, and anew once it has changed", async () => {
    const { options, file, read } = withFormatter(
      "export const format = (text: string, file: string) => `// ${file}\\n${text}`;\n",
    );
    await generate(options);
    expect(read("Pet.ts").split("\n", 1)).toEqual(["// Pet.ts"]);
    expect(read("runtime.ts").split("\n", 1)).toEqual(["// runtime.ts"]);
    expect(read("index.ts").split("\n", 1)).toEqual(["// index.ts"]);
    expect(read("manifest.json")).not.toContain("//");

    writeText(file, "export default async (text: string) => text.toUpperCase();\n");
    await generate(options);
    expect(read("Pet.ts")).toContain("EXPORT INTERFACE PET");
  });

  test.each([
    ["exports none", "export const form = 1;", "exports no function `format`"],
    ["throws", 'export const format = () => { throw new Error("too wide"); };', "too wide"],
    ["gives no text", "export const format = () => 1;", "gave no text for"],
    ["does not run", "throw new Error('early');", "cannot be run: early"],
  ])("and one that %s keeps the output as it was", async (_, text, message) => {
    const { folder, options, read } = withFormatter(text);
    await generate({ ...options, formatter: { kind: "own" } });
    const before = read("Pet.ts");
    writeText(path.join(folder, "schemas/pet.json"), '{ "type": "string" }');
    const [diagnostic] = await generate(options).then(
      () => [],
      (fault: unknown) => (fault instanceof DiagnosticsError ? fault.diagnostics : []),
    );
    expect(diagnostic?.code).toBe("formatter-failed");
    expect(diagnostic?.message).toContain(message);
    expect(read("Pet.ts")).toBe(before);
  });
});
