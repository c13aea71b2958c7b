import path from "node:path";
import { isDynamicPattern } from "tinyglobby";
import { type LoadedConfig, loadConfigText } from "../config/load-config.ts";
import type { Target } from "../config/targets.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { type GitRevision, readRevisionFile, writeRevision } from "../load/git-revision.ts";
import { liesWithin, relativePath } from "../load/input-roots.ts";
import { type GenerateOptions, predicateFiles } from "../options.ts";
import { remoteFiles } from "../load/remote-files.ts";
import { manifestPath, readManifest } from "../write/manifest.ts";
import type { DiffSide, SideReading } from "./diff-side.ts";

/** Splits `REV:path` (gitrevisions(7)). */
export function splitRevision(name: string): readonly [string, string?] {
  const colon = name.indexOf(":");
  return colon < 0 ? [name] : [name.slice(0, colon), name.slice(colon + 1)];
}

interface RevisionName {
  readonly revision: GitRevision;
  /** What stands behind the colon: a path below the root, or, with `./`, below the current folder. */
  readonly file: string | undefined;
}

/**
 * Reads a side that git has: a manifest, or the schemas of a revision as its own config says, where it
 * has one.
 *
 * @throws DiagnosticsError (`config-invalid`) where that cannot be used
 */
export async function readRevisionSide(
  label: string,
  { revision, file }: RevisionName,
  reading: SideReading,
): Promise<DiffSide> {
  const { cwd, targetsFor, folder } = reading;
  if (file === undefined || file === "") {
    const targets = await targetsFor([], await revisionConfig(label, revision, reading));
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
  const targets = await targetsFor([absolute], await revisionConfig(label, revision, reading));
  const moved = await writeTargets(targets, { revision, folder });
  return { kind: "schemas", label, targets: moved };
}

/** The config that a revision has where the present one is looked for; `undefined` without one. */
async function revisionConfig(
  label: string,
  revision: GitRevision,
  { configPlaces, cwd }: SideReading,
): Promise<LoadedConfig | undefined> {
  for (const place of configPlaces) {
    if (!liesWithin(revision.root, place)) continue;
    const below = relativePath(revision.root, place);
    const text = await readRevisionFile(revision, below);
    if (text === undefined) continue;
    try {
      return await loadConfigText({ path: place, text });
    } catch (fault) {
      if (!(fault instanceof DiagnosticsError)) throw fault;
      throw new DiagnosticsError(
        fault.diagnostics.map((each) => shownAt(each, revisionPath(cwd, label, below))),
      );
    }
  }
  return undefined;
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
    ...predicateFiles(options),
    ...options.referenceFolders,
    ...options.maps.map(({ directory }) => directory),
    ...remoteFiles(options.remote),
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
    outputFolders: options.outputFolders.map(moved),
    overlays: options.overlays.map(moved),
    customFormats: new Map(
      [...options.customFormats].map(([format, module]) => [format, moved(module)]),
    ),
    keywords: new Map(
      [...options.keywords].map(([name, keyword]) => [
        name,
        { ...keyword, module: moved(keyword.module) },
      ]),
    ),
    referenceFolders: options.referenceFolders.map(moved),
    remote: { ...options.remote, directory: moved(options.remote.directory) },
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
  return diagnostics.map((diagnostic) => {
    const { location } = diagnostic;
    if (location === undefined || !liesWithin(folder, location.file.path)) return diagnostic;
    const [, ...segments] = relativePath(folder, location.file.path).split("/");
    return shownAt(diagnostic, revisionPath(cwd, label, segments.join("/")));
  });
}

/** A path that is shown as `REV:path`. */
function revisionPath(cwd: string, label: string, below: string): string {
  return path.join(cwd, `${splitRevision(label)[0]}:${below}`);
}

function shownAt(diagnostic: Diagnostic, shown: string): Diagnostic {
  const { location } = diagnostic;
  if (location === undefined) return diagnostic;
  return { ...diagnostic, location: { ...location, file: { ...location.file, path: shown } } };
}
