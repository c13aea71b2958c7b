import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { hasCode } from "./file-fault.ts";
import { foldersAbove } from "./output-path.ts";
import type { OutputTree } from "./output-tree.ts";
import type { OutputPlan } from "./plan-output.ts";

/** The complete new set of an output folder, and where it comes from. */
export interface Staging {
  /** The folder as it stands. */
  readonly from: string;
  /** An empty folder on the same file system. */
  readonly to: string;
  readonly tree: OutputTree;
  readonly plan: OutputPlan;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Builds the new set beside the old one. What stays as it was is a hard link of the old file, so
 * that it keeps its inode and its times.
 *
 * Thousands of small files are written several times faster without a promise for each.
 *
 * @throws the file system's error
 */
export function stageOutput({ from, to, tree, plan, files }: Staging): void {
  const written = new Set([...plan.created, ...plan.changed]);
  const gone = new Set([...plan.removed, ...written]);
  const kept = [...tree.entries].filter(([path]) => !gone.has(path));
  const emptyFolders = kept.flatMap(([path, kind]) => (kind === "empty-folder" ? [path] : []));
  const holders = [...written, ...kept.map(([path]) => path)].flatMap(foldersAbove);
  const folders = [...new Set([...holders, ...emptyFolders])].sort();

  for (const path of folders) mkdirSync(join(to, path));
  for (const [path, kind] of kept) {
    const [source, target] = [join(from, path), join(to, path)];
    if (kind === "file") keepFile(source, target);
    else if (kind === "link") symlinkSync(readlinkSync(source), target);
  }
  for (const path of written) writeFileSync(join(to, path), files.get(path) ?? "");
  // The innermost first, and last of all: a folder made read-only takes no further file.
  for (const path of folders.reverse()) keepMode(join(from, path), join(to, path));
}

function keepMode(source: string, target: string): void {
  const stats = statSync(source, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) chmodSync(target, stats.mode);
}

function keepFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (fault) {
    if (!hasCode(fault, "EPERM", "EXDEV", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS")) throw fault;
    const { atime, mtime } = statSync(source);
    copyFileSync(source, target);
    utimesSync(target, atime, mtime);
  }
}
