import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { outputKinds } from "../../generator/config/config.ts";
import { type BuildResult, build } from "../../generator/generate.ts";
import { defaultTypes, type GenerateOptions } from "../../generator/options.ts";

/** A folder of inputs, what was made from it, and where the output stands. */
export interface Project extends BuildResult {
  /** The folder of the project: inputs in `schemas/`, output in `generated/`. */
  readonly folder: string;
  /** Imports an emitted module: `importModule("vapi/Server.ts")`. */
  readonly importModule: (file: string) => Promise<Record<string, unknown>>;
}

/** The root of the repository. */
export const repository = path.resolve(import.meta.dirname, "../..");

/** The public test data; its own README tells what it is. */
export const testData = path.resolve(
  repository,
  process.env["SCHEMALOOM_TEST_DATA"] ?? "../shared/data",
);

/**
 * The options of a run with every default, for a project in a folder.
 */
export function optionsFor(
  folder: string,
  options: Partial<GenerateOptions> = {},
): GenerateOptions {
  return {
    inputs: [path.join(folder, "schemas")],
    cwd: folder,
    out: path.join(folder, "generated"),
    outputFolders: [path.join(folder, "generated")],
    outputs: new Set(outputKinds),
    docs: "pages",
    overlays: [],
    defaultDialect: "2020-12",
    names: { by: "id", rename: new Map() },
    formats: "dialect",
    customFormats: new Map(),
    keywords: new Map(),
    content: "annotate",
    discriminator: "annotate",
    types: defaultTypes,
    assumeObject: false,
    referenceFolders: [],
    maps: [],
    remote: { origins: [], privateOrigins: [], directory: folder },
    emitters: [],
    emitterModule: undefined,
    templates: undefined,
    formatter: { kind: "own" },
    emit: "ts",
    package: undefined,
    importExtension: ".ts",
    keepGoing: false,
    cache: false,
    ...options,
  };
}

/**
 * Writes inputs into a new temporary folder and gives its path. Objects are written as JSON, text
 * as it is.
 */
export function writeProject(inputs: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-test-"));
  for (const [file, content] of Object.entries(inputs)) {
    const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
    writeText(path.join(folder, "schemas", file), text);
  }
  writeText(path.join(folder, "package.json"), '{ "type": "module" }\n');
  return folder;
}

/**
 * Generates the output of inputs into a new temporary folder.
 *
 * @param inputs from the path below `schemas/` to the content
 */
export async function makeProject(
  inputs: Readonly<Record<string, unknown>>,
  options: Partial<GenerateOptions> = {},
): Promise<Project> {
  const folder = writeProject(inputs);
  return makeOutput(folder, optionsFor(folder, options));
}

/**
 * Runs the pipeline and writes its files plainly into the output folder.
 */
export async function makeOutput(folder: string, options: GenerateOptions): Promise<Project> {
  const result = await build(options);
  for (const [file, text] of result.files) writeText(path.join(options.out, file), text);
  return {
    ...result,
    folder,
    importModule: (file) =>
      import(/* @vite-ignore */ path.join(options.out, file)) as Promise<Record<string, unknown>>,
  };
}

/**
 * Writes a text file, and the folders that it needs.
 */
export function writeText(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
