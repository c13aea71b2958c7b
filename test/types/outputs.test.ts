import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type OutputKind, outputKinds } from "../../generator/config/config.ts";
import { generate } from "../../generator/generate.ts";
import { defaultTypes } from "../../generator/options.ts";
import { readManifest, unaccountedFiles } from "../../generator/write/manifest.ts";
import {
  makeProject,
  optionsFor,
  type Project,
  repository,
  writeProject,
  writeText,
} from "../harness/project.ts";
import { typeErrors } from "./type-check.ts";

const object = (properties: object) => ({ type: "object", properties });

/** Schemas of two folders that refer to each other, by the names of the runtime's exports too. */
const inputs = {
  "result.json": {
    ...object({
      level: { $ref: "#/$defs/Level" },
      pet: { $ref: "animals/pet.json" },
      home: { ...object({ a: {}, b: {}, c: {} }), description: "Where it lives." },
    }),
    $defs: { Level: { enum: ["low", "high"] } },
  },
  "issue.json": { description: "An issue.", $ref: "result.json" },
  "animals/pet.json": {
    ...object({ day: { type: "string", format: "day" }, owner: { $ref: "../result.json" } }),
    patternProperties: { "^x-": { type: "string", maxLength: 3 } },
  },
};

const combinations: readonly (readonly OutputKind[])[] = [
  ["types"],
  ["guards"],
  ["docs"],
  ["types", "guards"],
  ["types", "docs"],
  ["guards", "docs"],
  ["types", "guards", "docs"],
  ["site"],
  ["types", "guards", "docs", "site"],
];

/** The compilers that modules are held to: the oldest that is promised, and the newest of its kind. */
const judges = ["typescript-5.4", "typescript"] as const;

/** Outputs that have modules. */
const coded = combinations.filter(
  (outputs) => outputs.includes("types") || outputs.includes("guards"),
);

function make(outputs: readonly OutputKind[]): Promise<Project> {
  const format = path.join(repository, "test/snapshot/fixtures/formats/day.ts");
  return makeProject(inputs, {
    outputs: new Set(outputs),
    types: { ...defaultTypes, enums: "const-object" },
    customFormats: new Map([["day", format]]),
  });
}

/** Writes the modules of an output into a folder of their own, beside those of others. */
function writeModules(folder: string, outputs: readonly OutputKind[], { files }: Project): void {
  for (const [file, text] of files) {
    if (file.endsWith(".ts")) writeText(path.join(folder, outputs.join("-"), file), text);
  }
}

/** The guard, validator, assertion and Standard Schema of a module. */
interface GuardModule {
  readonly isResult: (value: unknown) => boolean;
  readonly validateResult: (value: unknown) => { readonly ok: boolean };
  readonly assertResult: (value: unknown) => void;
  readonly ResultSchema: {
    readonly "~standard": {
      readonly validate: (value: unknown) => { issues?: readonly unknown[] };
    };
  };
}

describe.each(combinations.map((outputs) => [outputs.join(", "), outputs] as const))(
  "of %s alone",
  (_, outputs) => {
    const [hasTypes = false, hasGuards = false, hasDocs = false, hasSite = false] = outputKinds.map(
      (kind) => outputs.includes(kind),
    );

    test("all that is made stands in the manifest, and nothing else is", async () => {
      const { files, manifest } = await make(outputs);
      const paths = [...files.keys()];
      expect(unaccountedFiles(files)).toEqual([]);
      expect(readManifest(files.get("manifest.json") ?? "")).toEqual(manifest);
      expect(manifest.outputs).toEqual(outputs.length === outputKinds.length ? undefined : outputs);
      expect(paths.includes("runtime.ts")).toBe(hasGuards);
      expect(paths.includes("format-day.ts")).toBe(hasGuards);
      expect(paths.some((file) => file.startsWith("docs/"))).toBe(hasDocs || hasSite);
      expect(paths.includes("docs/animals/Pet.html")).toBe(hasSite);
      expect(paths.includes("docs/site/guards/animals/Pet.js")).toBe(hasSite && hasGuards);
      expect(paths.includes("animals/index.ts")).toBe(hasTypes || hasGuards);
      const entry = manifest.entries.find(({ source }) => source === "animals/pet.json");
      expect(entry).toEqual({
        source: "animals/pet.json",
        pointer: "",
        name: "Pet",
        root: true,
        ...((hasTypes || hasGuards) && { module: "animals/Pet.ts" }),
        ...(hasTypes && { type: "Pet" }),
        ...(hasGuards && { guard: "isPet", validator: "validatePet" }),
        ...(hasDocs && { docs: "docs/animals/Pet.md" }),
        ...(hasSite && { site: "docs/animals/Pet.html" }),
        hash: entry?.hash,
      });
    });

    test("the modules say no more than was asked for, and run", async () => {
      const project = await make(outputs);
      if (!hasTypes && !hasGuards) {
        expect([...project.files.keys()].filter((file) => file.endsWith(".ts"))).toEqual([]);
        return;
      }
      const text = project.files.get("Result.ts") ?? "";
      expect(text.includes("export interface Result ")).toBe(hasTypes);
      expect(text.includes("export const Level = {")).toBe(hasTypes);
      expect(text.includes("@see")).toBe(hasTypes && hasDocs);
      expect(text.includes("function")).toBe(hasGuards);
      expect(text.includes("runtime.ts")).toBe(hasGuards);
      const exported = Object.keys(await project.importModule("index.ts")).sort();
      const functions = ["Result", "Issue"].flatMap((name) => [
        `${name}Schema`,
        `assert${name}`,
        `is${name}`,
        `validate${name}`,
      ]);
      const values = hasGuards ? [...functions, "SchemaError", "animals"] : ["animals"];
      expect(exported).toEqual(values.sort());
    });

    test.runIf(hasGuards)("the guards judge", async () => {
      const project = await make(outputs);
      const module = (await project.importModule("Result.ts")) as unknown as GuardModule;
      const verdicts = [{ level: "low", pet: { day: "1.2.2026" } }, { level: "lower" }].map(
        (value) => {
          const { issues } = module.ResultSchema["~standard"].validate(value);
          const verdict = module.isResult(value);
          expect(module.validateResult(value).ok).toBe(verdict);
          expect(issues === undefined).toBe(verdict);
          if (verdict) module.assertResult(value);
          else
            expect(() => {
              module.assertResult(value);
            }).toThrow("Result");
          return verdict;
        },
      );
      expect(verdicts).toEqual([true, false]);
    });

    test.runIf(hasDocs)("the pages show the type", async () => {
      const page = (await make(outputs)).files.get("docs/Result.md") ?? "";
      expect(page).toContain("export interface Result {");
      const pet = (await make(outputs)).files.get("docs/animals/Pet.md") ?? "";
      expect(pet.includes("Checked by the guard only")).toBe(hasGuards);
      expect(pet.includes("Not said by the type")).toBe(!hasGuards);
    });
  },
);

test.each(judges)("the modules of all of them compile, with %s", async (compiler) => {
  const folder = writeProject({});
  for (const outputs of coded) {
    writeModules(folder, outputs, await make(outputs));
  }
  expect(await typeErrors(folder, { compiler, resolution: "nodenext" })).toEqual([]);
});

test("the signatures of guards without types promise no type", async () => {
  const text = (await make(["guards"])).files.get("animals/Pet.ts") ?? "";
  for (const signature of [
    "export function isPet(value: unknown): boolean {",
    "export function validatePet(\n  value: unknown,\n  options?: ValidationOptions,\n): Result<unknown> {",
    "export function assertPet(value: unknown): void {",
    "export const PetSchema: StandardSchemaV1<unknown, unknown> =",
  ])
    expect(text).toContain(signature);
});

test("what is made no longer is removed, and a file of one's own is not taken for it", async () => {
  const folder = writeProject(inputs);
  const options = optionsFor(folder);
  const out = (file: string) => path.join(options.out, file);
  await generate(options);
  const { summary } = await generate({ ...options, outputs: new Set(["types"]) });
  expect(summary.removed).toContain("runtime.ts");
  expect(summary.removed).toContain("docs/index.html");
  expect([out("runtime.ts"), out("docs"), out("Result.ts")].map(existsSync)).toEqual([
    false,
    false,
    true,
  ]);
  writeText(out("runtime.ts"), "mine\n");
  const again = await generate({ ...options, outputs: new Set(["types"]) });
  expect(again.summary.removed).toEqual([]);
});

test("an index of no modules is one, whatever is made", async () => {
  const folder = writeProject({});
  for (const outputs of coded) {
    const made = await makeProject(
      { "bad.json": { $ref: "#/$defs/none" } },
      { keepGoing: true, outputs: new Set(outputs) },
    );
    expect(made.manifest.entries).toEqual([]);
    expect(made.files.get("index.ts")).toMatch(/^export /mu);
    writeModules(folder, outputs, made);
  }
  expect(await typeErrors(folder, { compiler: "typescript", resolution: "bundler" })).toEqual([]);
});
