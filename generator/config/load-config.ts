import { stat } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import { DiagnosticsError, type SourceFile } from "../diagnostics/diagnostic.ts";
import { type ConfigFile, readConfigFile, readConfigText } from "./config-file.ts";
import type { Config } from "./config.ts";
import { validateConfig } from "./validate-config.ts";

/** A config and the folder that its paths are relative to. */
export interface LoadedConfig {
  readonly directory: string;
  readonly config: Config;
  /** The file, where there is one. */
  readonly file?: SourceFile;
}

/** The names that a config can have without being named, the first that is there going before. */
export const configNames = ["ts", "mts", "js", "mjs", "json"].map(
  (end) => `schemaloom.config.${end}`,
);

/**
 * Loads the config of a run: the file that is named, else the first of `schemaloom.config.ts`,
 * `.mts`, `.js`, `.mjs` and `.json` in the folder, else one that says nothing.
 *
 * @param cwd the folder that the run was started in
 * @param path the config that is named, relative to that folder
 * @throws DiagnosticsError (`config-not-found`, or `config-invalid` with all that is wrong)
 */
export async function loadConfig(cwd: string, path?: string): Promise<LoadedConfig> {
  const found = await configPath(cwd, path);
  if (found === undefined) return { directory: cwd, config: {} };
  return validConfig(await readConfigFile(found));
}

/** A config as some text has it, which need not be that of the file. */
export interface ConfigText {
  /** The absolute path of the file. */
  readonly path: string;
  readonly text: string;
}

/**
 * Loads a config from a text.
 *
 * @throws DiagnosticsError (`config-invalid`) with all that is wrong
 */
export async function loadConfigText({ path, text }: ConfigText): Promise<LoadedConfig> {
  return validConfig(await readConfigText(path, text));
}

async function validConfig(read: ConfigFile): Promise<LoadedConfig> {
  const { file, value } = read;
  const result = validateConfig(read);
  if (result.ok) return { directory: dirname(file.path), config: result.config, file };
  if (extname(file.path) === ".json") throw new DiagnosticsError(result.faults);
  // Where a module writes its options takes a parser to tell, which is slow to load.
  const { withModuleRanges } = await import("./module-ranges.ts");
  const located = validateConfig({ file: await withModuleRanges(file), value });
  throw new DiagnosticsError(located.ok ? result.faults : located.faults);
}

/**
 * The paths that a config is looked for at, as {@link loadConfig} does it.
 */
export function configPlaces(cwd: string, path?: string): readonly string[] {
  return (path === undefined ? configNames : [path]).map((name) => resolve(cwd, name));
}

/**
 * The path of the config that {@link loadConfig} loads; `undefined` where there is none.
 *
 * @throws DiagnosticsError (`config-not-found`) where the one that is named is not there
 */
export async function configPath(cwd: string, path?: string): Promise<string | undefined> {
  return path === undefined ? findConfig(cwd) : namedConfig(resolve(cwd, path));
}

async function findConfig(cwd: string): Promise<string | undefined> {
  for (const path of configPlaces(cwd)) {
    if (await isFile(path)) return path;
  }
  return undefined;
}

async function namedConfig(path: string): Promise<string> {
  if (await isFile(path)) return path;
  throw new DiagnosticsError([
    diagnose("config-not-found", `There is no config file "${path}"`, {
      help: `name a file with --config, or leave the flag out to use ${configNames.join(", ")} of this folder`,
    }),
  ]);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
