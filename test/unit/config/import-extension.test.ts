import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { inferImportExtension } from "../../../generator/config/import-extension.ts";
import { DiagnosticsError } from "../../../generator/diagnostics/diagnostic.ts";
import { build, generate } from "../../../generator/index.ts";
import { repository, writeText } from "../../harness/project.ts";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "schemaloom-tsconfig-")));
});

function write(files: Readonly<Record<string, unknown>>): void {
  for (const [file, content] of Object.entries(files)) {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    writeText(path.join(folder, file), text);
  }
}

function inferred(out = "src/generated"): string {
  return inferImportExtension(path.join(folder, out));
}

test("imports end in .ts where there is no project", () => {
  expect(inferred()).toBe(".ts");
});

test.each([
  [{ allowImportingTsExtensions: true, noEmit: true, module: "nodenext" }, ".ts"],
  [{ allowImportingTsExtensions: true, moduleResolution: "bundler" }, ".ts"],
  [{ rewriteRelativeImportExtensions: true, module: "NodeNext" }, ".ts"],
  [
    { allowImportingTsExtensions: false, rewriteRelativeImportExtensions: true, module: "node20" },
    ".ts",
  ],
  [{ module: "Node16" }, ".js"],
  [{ module: "node18" }, ".js"],
  [{ module: "node20" }, ".js"],
  [{ module: "NodeNext", noEmit: true }, ".js"],
  [{ module: "commonjs", moduleResolution: "Node16" }, ".js"],
  [{ module: "esnext", moduleResolution: "Bundler" }, ""],
  [{ module: "preserve" }, ""],
  [{ module: "esnext" }, ""],
  [{ module: "commonjs", moduleResolution: "node10" }, ""],
  [{ module: "es2022", moduleResolution: "node" }, ""],
  [{ module: "commonjs" }, ""],
  [{ strict: true }, ""],
])("of a project with %j, imports end in %j", (compilerOptions, extension) => {
  write({ "tsconfig.json": { compilerOptions } });
  expect(inferred()).toBe(extension);
});

describe("the project of an output folder", () => {
  const node = { compilerOptions: { module: "nodenext" } };
  const bundled = { compilerOptions: { moduleResolution: "bundler", module: "esnext" } };

  test("is the nearest one above, or in the folder itself", () => {
    write({ "tsconfig.json": bundled, "packages/a/tsconfig.json": node });
    expect(inferred("packages/a/src/generated")).toBe(".js");
    expect(inferred("packages/a")).toBe(".js");
    expect(inferred("packages/b/generated")).toBe("");
  });

  test("has the options that it extends, comments and trailing commas in it", () => {
    write({
      "tsconfig.json": '{\n  // Ours.\n  "extends": ["./bases/node.json", "shared/emit.json",],\n}',
      "bases/node.json": { extends: "./strict.json", ...node },
      "bases/strict.json": { compilerOptions: { strict: true, module: "preserve" } },
      "node_modules/shared/package.json": { name: "shared" },
      "node_modules/shared/emit.json": { compilerOptions: { noEmit: true } },
    });
    expect(inferred()).toBe(".js");
  });

  test("is the one of its references that includes the folder", () => {
    const references = [{ path: "./tsconfig.tool.json" }, { path: "app" }];
    write({
      "tsconfig.json": { files: [], references },
      "tsconfig.tool.json": { ...node, include: ["tool"] },
      "app/tsconfig.json": { ...bundled, include: ["../src"] },
    });
    expect(inferred("src/generated")).toBe("");
    expect(inferred("tool/generated")).toBe(".js");
  });

  test("compiles a folder that it does not include but imports, unless it has no files", () => {
    const references = [{ path: "./tsconfig.app.json" }];
    write({
      "tsconfig.json": { ...bundled, include: ["src"], references },
      "tsconfig.app.json": { ...node, include: ["app"] },
    });
    expect(inferred("generated")).toBe("");
    write({ "tsconfig.json": { files: [], references } });
    expect(inferred("generated")).toBe(".js");
  });
});

describe("a project that cannot be read", () => {
  test.each([
    ["an extended config that is not there", { extends: "@tsconfig/node20" }, "@tsconfig/node20"],
    ["a config that extends itself", { extends: "./tsconfig.json" }, "Circularity"],
    ["an option of the wrong kind", { compilerOptions: { module: 1 } }, "cannot have"],
    ["references of the wrong kind", { files: [], references: [1] }, "cannot have"],
    ["text that is no object", "1", "tsconfig.json"],
  ])("for %s is an error that names the file", (_, tsconfig, reason) => {
    write({ "tsconfig.json": tsconfig });
    const fault = faultOf(inferred);
    expect(fault).toMatchObject({ code: "tsconfig-invalid", severity: "error" });
    expect(fault?.message).toContain(reason);
    expect(fault?.location?.file.path).toBe(path.join(folder, "tsconfig.json"));
  });

  test("rejects what the API promises, and is not asked where the config names the ending", async () => {
    write({ "tsconfig.json": { extends: "./none.json" }, "a.json": { type: "string" } });
    const options = { cwd: folder, inputs: ["a.json"] };
    await expect(build(options)).rejects.toThrow("none.json");
    const { files } = await build({ ...options, importExtension: ".js" });
    expect(files.get("A.ts")).toContain('from "./runtime.js"');
  });
});

function faultOf(run: () => unknown) {
  try {
    run();
  } catch (fault) {
    if (fault instanceof DiagnosticsError) return fault.diagnostics[0];
    throw fault;
  }
  return undefined;
}

test.each([
  ["typescript", { module: "nodenext" }],
  ["typescript", { module: "preserve" }],
  ["typescript", { module: "nodenext", rewriteRelativeImportExtensions: true }],
  ["typescript-5.9", { module: "commonjs", moduleResolution: "node10", noEmit: true }],
  ["typescript-5.4", { module: "esnext", moduleResolution: "bundler" }],
  ["typescript-5.4", { module: "nodenext", allowImportingTsExtensions: true, noEmit: true }],
])("%s compiles what is made for a project with %j", async (compiler, options) => {
  const compilerOptions = {
    strict: true,
    target: "es2022",
    lib: ["es2022"],
    types: [],
    rootDir: "src",
    ...options,
  };
  const reference = { properties: { b: { $ref: "b.json" } } };
  write({
    "tsconfig.json": { compilerOptions, include: ["src"] },
    "package.json": { type: "module" },
    "schemas/a/a.json": reference,
    "schemas/a/b.json": { type: "string", minLength: 1 },
  });
  await generate({ cwd: folder, inputs: ["schemas"], out: "src/generated" });
  const tsc = path.join(repository, "node_modules", compiler, "bin/tsc");
  const words = [tsc, "--project", folder, "--outDir", path.join(folder, "made")];
  expect(spawnSync(process.execPath, words, { encoding: "utf8" }).stdout).toBe("");
});
