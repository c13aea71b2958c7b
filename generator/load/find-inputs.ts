import { stat } from "node:fs/promises";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { compareCodeUnits } from "../text/order.ts";
import { liesWithin, relativePath } from "./input-roots.ts";
import { remoteCopiesName, remoteLockName } from "./remote-files.ts";
import { suggestPaths } from "./nearest-path.ts";

/** Where inputs are looked for. */
export interface InputPlaces {
  /** Files, folders and globs; a glob's excluding form starts with `!`. */
  readonly inputs: readonly string[];
  readonly cwd: string;
  /** The absolute paths of folders that hold what was made. */
  readonly outputFolders: readonly string[];
}

/** The files that the inputs name, and the folders that they lie in. */
export interface FoundInputs {
  /** Absolute paths, sorted, each once. */
  readonly files: readonly string[];
  /** The root of each input: a folder itself, a file's folder, the static base of a glob. */
  readonly roots: readonly string[];
  /** Those of the files that an input names, rather than its folder or a glob. */
  readonly named: ReadonlySet<string>;
}

interface InputMatch {
  readonly kind: "file" | "folder" | "glob";
  /** The input relative to the current folder, as messages name it. */
  readonly input: string;
  /** The absolute path that the input would be as a name. */
  readonly path: string;
  readonly root: string;
  readonly files: readonly string[];
}

const schemaFiles = "**/*.{json,yaml,yml}";
const skippedFiles = [
  "**/node_modules/**",
  "**/*.overlay.{json,yaml,yml}",
  "**/schemaloom.config.json",
  `**/${remoteLockName}`,
  `**/${remoteCopiesName}/**`,
];

/**
 * Finds the files of inputs: files, folders (every JSON and YAML file below, but for dot-files,
 * `node_modules`, `*.overlay.*`, configs, copies of remote documents and what was made) and globs. An input that starts with `!`
 * takes what it matches out of the rest. An input that leads to no file is reported as
 * `input-not-found`.
 */
export async function findInputs(
  { inputs, cwd, outputFolders }: InputPlaces,
  report: Report,
): Promise<FoundInputs> {
  const [matches, excluded] = await Promise.all([
    Promise.all(
      inputs.filter((input) => !input.startsWith("!")).map((input) => matchInput(input, cwd)),
    ),
    Promise.all(
      inputs
        .filter((input) => input.startsWith("!"))
        .map((input) => matchInput(input.slice(1), cwd)),
    ),
  ]);
  const sources = matches.map((match) => withoutOutput(match, outputFolders));
  const found = sources.filter(({ files }) => files.length > 0);
  for (const match of sources) {
    if (!found.includes(match)) report(await describeMissing(match, cwd));
  }
  const left = new Set(excluded.flatMap(({ files }) => files));
  const files = new Set(found.flatMap((match) => match.files));
  return {
    files: [...files].filter((file) => !left.has(file)).sort(compareCodeUnits),
    roots: found.map(({ root }) => root),
    named: new Set(found.flatMap((match) => (match.kind === "file" ? match.files : []))),
  };
}

/**
 * The files and folders in which inputs are looked for: the folder of a folder's or glob's files, and a
 * file itself, whether it is there or not.
 */
export async function inputPlaces(inputs: readonly string[], cwd: string): Promise<string[]> {
  const matches = await Promise.all(
    inputs.filter((input) => !input.startsWith("!")).map((input) => matchInput(input, cwd)),
  );
  return matches.map(({ kind, path: file, root }) => (kind === "file" ? file : root));
}

/** A match without what was made, unless it is a file or lies in there itself. */
function withoutOutput(match: InputMatch, outputFolders: readonly string[]): InputMatch {
  if (match.kind === "file") return match;
  const folders = outputFolders.filter((folder) => !liesWithin(folder, match.root));
  const isMade = (file: string) => folders.some((folder) => liesWithin(folder, file));
  return { ...match, files: match.files.filter((file) => !isMade(file)) };
}

async function describeMissing(
  { kind, input, path }: InputMatch,
  cwd: string,
): Promise<Diagnostic> {
  switch (kind) {
    case "folder":
      return diagnose("input-not-found", `input folder "${input}" holds no schema file`, {
        help: "a folder's inputs are the *.json, *.yaml and *.yml files below it",
      });
    case "glob":
      return diagnose("input-not-found", `no file matches the input "${input}"`, {
        help: "a glob is matched from the folder of the config, or from the current one",
      });
    case "file":
      return diagnose("input-not-found", `input "${input}" does not exist`, {
        help: await suggestPaths(path, cwd),
      });
  }
}

/** What an input leads to, as far as it exists. */
async function matchInput(input: string, cwd: string): Promise<InputMatch> {
  const absolute = path.resolve(cwd, input);
  const shown = relativePath(cwd, absolute) || ".";
  const stats = await stat(absolute).catch(() => undefined);
  if (stats?.isDirectory() === true) {
    const files = await globFiles(schemaFiles, absolute);
    return { kind: "folder", input: shown, path: absolute, root: absolute, files };
  }
  if (stats === undefined && isDynamicPattern(input)) {
    const { root, pattern } = await splitGlob(input, cwd);
    return {
      kind: "glob",
      input: shown,
      path: absolute,
      root,
      files: await globFiles(pattern, root),
    };
  }
  const files = stats?.isFile() === true ? [absolute] : [];
  return { kind: "file", input: shown, path: absolute, root: path.dirname(absolute), files };
}

async function globFiles(pattern: string, cwd: string): Promise<string[]> {
  const options = { cwd, ignore: skippedFiles, absolute: true, expandDirectories: false };
  return (await glob([pattern], options)).map((file) => path.normalize(file));
}

/**
 * Splits a glob behind its static base. A leading segment that is the name of a folder is taken for
 * that name, whatever characters it has: `app/[id]/*.json`.
 */
async function splitGlob(glob: string, cwd: string): Promise<{ root: string; pattern: string }> {
  let root = path.resolve(cwd, glob.startsWith("/") ? "/" : ".");
  const segments = glob.split("/").filter((segment) => segment !== "");
  while (segments.length > 1) {
    const folder = path.join(root, segments[0] ?? "");
    const stats = await stat(folder).catch(() => undefined);
    if (stats?.isDirectory() !== true) break;
    root = folder;
    segments.shift();
  }
  return { root, pattern: segments.join("/") };
}
