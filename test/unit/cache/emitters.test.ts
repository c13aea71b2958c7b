import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { moduleFiles } from "../../../generator/cache/imported-files.ts";
import type { Emitter } from "../../../generator/emitters/emitter.ts";
import { generate } from "../../../generator/generate.ts";
import type { GenerateOptions } from "../../../generator/options.ts";
import { optionsFor, writeProject, writeText } from "../../harness/project.ts";

const inputs = {
  "pet.json": { type: "object", properties: { owner: { $ref: "owner.json" } } },
  "owner.json": { type: "string" },
  "shop.json": { type: "number" },
};

/** An emitter that keeps which modules it was asked for. */
function countingEmitter(asked: string[], version?: string): Emitter {
  return {
    name: "counting",
    ...(version !== undefined && { version }),
    emitModule: (module) => {
      asked.push(module.path);
      return [{ path: `${module.path}.json`, content: JSON.stringify(module) }];
    },
  };
}

function cachedProject(options: Partial<GenerateOptions>): GenerateOptions {
  const folder = writeProject(inputs);
  mkdirSync(path.join(folder, "node_modules"));
  return optionsFor(folder, { cache: true, ...options });
}

describe("an emitter that a program gives", () => {
  test("is asked for what has changed alone, where it has a version", async () => {
    const asked: string[] = [];
    const options = cachedProject({ emitters: [countingEmitter(asked, "1")] });
    await generate(options);
    await generate(options);
    expect(asked).toEqual(["Owner", "Pet", "Shop"]);
    writeFileSync(
      path.join(options.cwd, "schemas/owner.json"),
      '{ "type": "string", "title": "A" }',
    );
    await generate(options);
    expect(asked.slice(3)).toEqual(["Owner", "Pet"]);
    expect(readFileSync(path.join(options.out, "Owner.json"), "utf8")).toContain('"title":"A"');
  });

  test("is asked anew where it has another version, or none", async () => {
    const asked: string[] = [];
    const options = cachedProject({ emitters: [countingEmitter(asked, "1")] });
    await generate(options);
    await generate({ ...options, emitters: [countingEmitter(asked, "2")] });
    expect(asked).toHaveLength(6);
    await generate({ ...options, emitters: [countingEmitter(asked)] });
    await generate({ ...options, emitters: [countingEmitter(asked)] });
    expect(asked).toHaveLength(12);
  });

  test("that is there no more leaves nothing that a run before has made", async () => {
    const options = cachedProject({ emitters: [countingEmitter([], "1")] });
    await generate(options);
    const { files, summary } = await generate({ ...options, emitters: [] });
    expect(summary.removed).toEqual(["Owner.json", "Pet.json", "Shop.json"]);
    expect([...files.keys()]).not.toContain("Owner.json");
  });
});

test("a module is made of what it imports by a path, and of the packages that it names", async () => {
  const folder = writeProject({});
  const sources: Readonly<Record<string, string>> = {
    "config.ts": `
      import { defineConfig } from "schemaloom";
      import { readFileSync } from "node:fs";
      import type { Table } from "./types.ts";
      import { one } from "./one";
      export * from "./two.mjs";
      const three = require("./three.cjs");
      const four = await import("./four.json");
      import { sql } from "@acme/sql/postgres";
      import "missing";`,
    "one.ts": 'import { back } from "./config.ts"; export const one = 1;',
    "two.mjs": "export const two = 2;",
    "three.cjs": "module.exports = 3;",
    "four.json": "{}",
    "types.ts": "export interface Table {}",
    "unused.ts": "export const unused = 1;",
    "node_modules/@acme/sql/package.json":
      '{ "name": "@acme/sql", "version": "1.0.0", "exports": { "./postgres": "./lib/pg.js" } }',
    "node_modules/@acme/sql/lib/pg.js": 'export { sql } from "./other.js";',
  };
  for (const [file, text] of Object.entries(sources)) writeText(path.join(folder, file), text);
  const files = await moduleFiles(path.join(folder, "config.ts"));
  expect(files.map((file) => path.relative(folder, file))).toEqual([
    "config.ts",
    "four.json",
    "node_modules/@acme/sql/package.json",
    "one.ts",
    "three.cjs",
    "two.mjs",
  ]);
});
