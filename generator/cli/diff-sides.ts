import { existsSync, statSync } from "node:fs";
import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDynamicPattern } from "tinyglobby";
import { diagnose } from "../diagnostics/diagnose.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { findRevision } from "../load/git-revision.ts";
import { suggestPaths } from "../load/nearest-path.ts";
import { type Manifest, manifestPath, readManifest } from "../write/manifest.ts";
import type { DiffSide, SideReading } from "./diff-side.ts";
import { readRevisionSide, splitRevision } from "./revision-side.ts";

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

async function readManifestFile(file: string): Promise<Manifest | undefined> {
  const found = statSync(file).isDirectory() ? path.join(file, manifestPath) : file;
  if (path.extname(found) !== ".json" || !existsSync(found)) return undefined;
  return readManifest(await readFile(found, "utf8"));
}
