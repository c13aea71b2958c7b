import { existsSync, statSync } from "node:fs";
import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDynamicPattern } from "tinyglobby";
import type { Target } from "../config/targets.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import {
  findRevision,
  type GitRevision,
  readRevisionFile,
  writeRevision,
} from "../load/git-revision.ts";
import { liesWithin, relativePath } from "../load/input-roots.ts";
import { suggestPaths } from "../load/nearest-path.ts";
import type { GenerateOptions } from "../options.ts";
import { type Manifest, manifestPath, readManifest } from "../write/manifest.ts";

/** One of the two sides of a `diff`, as the command line names it. */
export type DiffSide =
  | { readonly kind: "schemas"; readonly label: string; readonly targets: readonly Target[] }
  | { readonly kind: "manifest"; readonly label: string; readonly manifest: Manifest };

/** What sides are read with. */
export interface SideReading {
  readonly cwd: string;
  /** The targets that some inputs are for; those of the config where none are named. */
  readonly targetsFor: (inputs: readonly string[]) => Promise<readonly Target[]>;
  /** The folder that revisions are written to. */
  readonly folder: string;
}

/**
 * Reads a side: what exists under the name, else what the name is in git, else a glob.
 *
 * @param name `undefined` for the schemas of the config
 * @throws DiagnosticsError (`input-not-found`) where the name leads to nothing
 */
export async function readSide(name: string | undefined, reading: SideReading): Promise<DiffSide> {
  const { cwd, targetsFor } = reading;
  if (name === undefined) {
    return { kind: "schemas", label: "the schemas as they are", targets: await targetsFor([]) };
  }
  if (existsSync(path.resolve(cwd, name))) {
    const manifest = await readManifestFile(path.resolve(cwd, name));
    if (manifest !== undefined) return { kind: "manifest", label: name, manifest };
    return { kind: "schemas", label: name, targets: await targetsFor([name]) };
  }
  const [revisionName, file] = splitRevision(name);
  const revision = await findRevision(cwd, revisionName);
  if (revision !== undefined) return readRevisionSide(name, { revision, file }, reading);
  if (isDynamicPattern(name))
    return { kind: "schemas", label: name, targets: await targetsFor([name]) };
  throw new DiagnosticsError([await describeMissing(name, cwd)]);
}

/** Makes the folder for revisions, hands it on, and takes it away again. */
export async function withRevisionFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "schemaloom-diff-")));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function describeMissing(name: string, cwd: string): Promise<Diagnostic> {
  const nearest = await suggestPaths(path.resolve(cwd, name), cwd);
  return diagnose("input-not-found", `"${name}" is no file, no folder and no git revision`, {
    help: `name schemas, a manifest.json, or a revision, as in main or main:schemas; ${nearest}`,
  });
}

/** Splits `REV:path` (gitrevisions(7)). */
function splitRevision(name: string): readonly [string, string?] {
  const colon = name.indexOf(":");
  return colon < 0 ? [name] : [name.slice(0, colon), name.slice(colon + 1)];
}

async function readManifestFile(file: string): Promise<Manifest | undefined> {
  const found = statSync(file).isDirectory() ? path.join(file, manifestPath) : file;
  if (path.extname(found) !== ".json" || !existsSync(found)) return undefined;
  return readManifest(await readFile(found, "utf8"));
}

interface RevisionName {
  readonly revision: GitRevision;
  /** What stands behind the colon: a path below the root, or, with `./`, below the current folder. */
  readonly file: string | undefined;
}

async function readRevisionSide(
  label: string,
  { revision, file }: RevisionName,
  { cwd, targetsFor, folder }: SideReading,
): Promise<DiffSide> {
  if (file === undefined || file === "") {
    const targets = await targetsFor([]);
    const moved = await writeTargets(targets, { revision, folder });
    return { kind: "schemas", label, targets: moved };
  }
  const isRelative = /^\.{1,2}(?:\/|$)/.test(file);
  const absolute = path.resolve(isRelative ? cwd : revision.root, file);
  const below = relativePath(revision.root, absolute);
  for (const candidate of [below, path.posix.join(below, manifestPath)]) {
    if (!candidate.endsWith(".json")) continue;
    const manifest = readManifest((await readRevisionFile(revision, candidate)) ?? "");
    if (manifest !== undefined) return { kind: "manifest", label, manifest };
  }
  const targets = await targetsFor([absolute]);
  const moved = await writeTargets(targets, { revision, folder });
  return { kind: "schemas", label, targets: moved };
}

interface WrittenRevision {
  readonly revision: GitRevision;
  readonly folder: string;
}

/** Writes what some targets read of a revision, and has them read it there. */
async function writeTargets(
  targets: readonly Target[],
  { revision, folder }: WrittenRevision,
): Promise<readonly Target[]> {
  const tree = path.join(folder, revision.commit);
  const { root } = revision;
  const moved = (file: string) =>
    liesWithin(root, file) ? path.join(tree, path.relative(root, file)) : file;
  const paths = targets.flatMap(({ options }) =>
    pathsOf(options)
      .filter((file) => liesWithin(root, file))
      .map((file) => relativePath(root, file)),
  );
  await writeRevision(revision, [...new Set(paths)], tree);
  return targets.map((target) => ({ ...target, options: moveOptions(target.options, moved) }));
}

/** The files and folders that a run reads. */
function pathsOf(options: GenerateOptions): readonly string[] {
  return [
    ...options.inputs.filter((input) => !input.startsWith("!")).map(staticBase),
    ...options.overlays,
    ...options.customFormats.values(),
    ...options.maps.map(({ directory }) => directory),
    path.join(options.out, "names.lock.json"),
  ];
}

/** The folder that all matches of a glob lie in. */
function staticBase(input: string): string {
  let base = input;
  while (isDynamicPattern(base)) base = path.dirname(base);
  return base;
}

function moveOptions(options: GenerateOptions, moved: (file: string) => string): GenerateOptions {
  return {
    ...options,
    inputs: options.inputs.map((input) =>
      input.startsWith("!") ? `!${moved(input.slice(1))}` : moved(input),
    ),
    cwd: moved(options.cwd),
    out: moved(options.out),
    overlays: options.overlays.map(moved),
    customFormats: new Map(
      [...options.customFormats].map(([format, module]) => [format, moved(module)]),
    ),
    maps: options.maps.map((map) => ({ ...map, directory: moved(map.directory) })),
  };
}

/**
 * Names in diagnostics the files of revisions as git does: `main:schemas/a.json`.
 *
 * @param label how the side was named
 */
export function inRevision(
  diagnostics: readonly Diagnostic[],
  { folder, cwd }: Pick<SideReading, "folder" | "cwd">,
  label: string,
): readonly Diagnostic[] {
  const [revisionName] = splitRevision(label);
  return diagnostics.map((diagnostic) => {
    const { location } = diagnostic;
    if (location === undefined || !liesWithin(folder, location.file.path)) return diagnostic;
    const [, ...segments] = relativePath(folder, location.file.path).split("/");
    const shown = path.join(cwd, `${revisionName}:${segments.join("/")}`);
    return { ...diagnostic, location: { ...location, file: { ...location.file, path: shown } } };
  });
}
