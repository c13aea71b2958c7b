import {
  chmod,
  copyFile,
  link,
  mkdir,
  readlink,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
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
 * @throws the file system's error
 */
export async function stageOutput({ from, to, tree, plan, files }: Staging): Promise<void> {
  const written = new Set([...plan.created, ...plan.changed]);
  const gone = new Set([...plan.removed, ...written]);
  const kept = [...tree.entries].filter(([path]) => !gone.has(path));
  const emptyFolders = kept.flatMap(([path, kind]) => (kind === "empty-folder" ? [path] : []));
  const holders = [...written, ...kept.map(([path]) => path)].flatMap(foldersAbove);
  const folders = [...new Set([...holders, ...emptyFolders])].sort();

  for (const path of folders) await mkdir(join(to, path));
  for (const [path, kind] of kept) {
    const [source, target] = [join(from, path), join(to, path)];
    if (kind === "file") await keepFile(source, target);
    else if (kind === "link") await symlink(await readlink(source), target);
  }
  for (const path of written) await writeFile(join(to, path), files.get(path) ?? "");
  // The innermost first, and last of all: a folder made read-only takes no further file.
  for (const path of folders.reverse()) await keepMode(join(from, path), join(to, path));
}

async function keepMode(source: string, target: string): Promise<void> {
  const stats = await stat(source).catch(() => undefined);
  if (stats?.isDirectory()) await chmod(target, stats.mode);
}

async function keepFile(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch (fault) {
    if (!hasCode(fault, "EPERM", "EXDEV", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS")) throw fault;
    const { atime, mtime } = await stat(source);
    await copyFile(source, target);
    await utimes(target, atime, mtime);
  }
}
