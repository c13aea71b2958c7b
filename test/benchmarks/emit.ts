import path from "node:path";
import { type BuildResult, build } from "../../generator/generate.ts";
import type { GenerateOptions } from "../../generator/options.ts";
import { optionsFor, writeProject, writeText } from "../harness/project.ts";
import type { BenchmarkDialect } from "./cases/benchmark-case.ts";

/** The modules of a schema, and what its own exports. */
export interface Emitted {
  /** From the path below the output folder to the text. */
  readonly files: ReadonlyMap<string, string>;
  /** The path of the schema's module. */
  readonly module: string;
  readonly guard: string;
  readonly validator: string;
}

/** Formats are annotations in every benchmark, whose validators disagree about what they mean. */
const annotated: Partial<GenerateOptions> = { formats: "annotate" };

/**
 * Emits the modules of a schema that is alone.
 */
export async function emitSchema(schema: object, dialect: BenchmarkDialect): Promise<Emitted> {
  const folder = writeProject({ "schema.json": schema });
  const names = { by: "file", rename: new Map<string, string>() } as const;
  const result = await build(optionsFor(folder, { ...annotated, names, defaultDialect: dialect }));
  return emittedRoot(result, "Schema");
}

/**
 * Emits the modules of a folder of schemas, of which one is judged by.
 *
 * @param name the name of that schema
 */
export async function emitNamed(options: GenerateOptions, name: string): Promise<Emitted> {
  return emittedRoot(await build({ ...options, ...annotated }), name);
}

function emittedRoot({ files, manifest }: BuildResult, name: string): Emitted {
  const entry = manifest.entries.find((candidate) => candidate.root && candidate.name === name);
  if (entry === undefined) throw new Error(`no module of ${name} was made`);
  const { module = "", guard = "", validator = "" } = entry;
  return { files, module, guard, validator };
}

/**
 * Writes the modules of a schema below a folder.
 *
 * @returns the file of the schema's own module
 */
export function writeModules(folder: string, { files, module }: Emitted): string {
  for (const [file, text] of files) {
    if (file.endsWith(".ts")) writeText(path.join(folder, file), text);
  }
  return path.join(folder, module);
}
