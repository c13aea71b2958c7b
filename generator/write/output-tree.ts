import { lstat, readdir, readFile, readlink, realpath } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { namesLockPath, parseNamesLock } from "../load/names-lock.ts";
import { compareCodeUnits } from "../text/order.ts";
import { damagedManifestFiles } from "./damaged-manifest.ts";
import { hasCode } from "./file-fault.ts";
import { manifestFiles, manifestPath, readManifest } from "./manifest.ts";

/** What stands at a path: a file, a symbolic link, or a folder that holds nothing. */
export type TreeEntryKind = "file" | "link" | "empty-folder";

/** An output folder as it stands on the disk. */
export interface OutputTree {
  /** By POSIX path below the folder, sorted; a folder shows only through what it holds. */
  readonly entries: ReadonlyMap<string, TreeEntryKind>;
  /**
   * The paths that the folder's own manifest accounts for, whether they exist or not, or did before it was
   * damaged, and a lock of
   * names, which may be all of an output that is kept in version control.
   */
  readonly owned: ReadonlySet<string>;
}

/**
 * The folder that a path stands for, symbolic links followed, even where it does not exist.
 */
export async function outputFolder(directory: string): Promise<string> {
  const path = resolve(directory);
  try {
    return await realpath(path);
  } catch (fault) {
    if (!hasCode(fault, "ENOENT")) throw fault;
  }
  const target = await readlink(path).catch(() => undefined);
  return target === undefined ? path : outputFolder(resolve(dirname(path), target));
}

/**
 * Reads what stands in an output folder; nothing where there is no such folder.
 *
 * @throws the file system's error where the folder is something else, or cannot be read
 */
export async function readOutputTree(folder: string): Promise<OutputTree> {
  try {
    await lstat(folder);
  } catch (fault) {
    if (hasCode(fault, "ENOENT")) return { entries: new Map(), owned: new Set() };
    throw fault;
  }
  const entries = await readEntries(folder);
  return { entries, owned: await ownedFiles(folder, entries) };
}

/**
 * Reads what stands in a folder, by POSIX path below it, sorted.
 *
 * @throws the file system's error where it cannot be read
 */
export async function readEntries(folder: string): Promise<ReadonlyMap<string, TreeEntryKind>> {
  const entries = new Map<string, TreeEntryKind>();
  await collectEntries(folder, "", entries);
  return entries;
}

async function collectEntries(
  folder: string,
  prefix: string,
  entries: Map<string, TreeEntryKind>,
): Promise<void> {
  const found = await readdir(join(folder, prefix), { withFileTypes: true });
  if (found.length === 0 && prefix !== "") entries.set(prefix, "empty-folder");
  found.sort((left, right) => compareCodeUnits(left.name, right.name));
  for (const entry of found) {
    const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) await collectEntries(folder, path, entries);
    else entries.set(path, entry.isSymbolicLink() ? "link" : "file");
  }
}

async function ownedFiles(
  folder: string,
  entries: ReadonlyMap<string, TreeEntryKind>,
): Promise<ReadonlySet<string>> {
  const textOf = async (path: string) =>
    entries.get(path) === "file" ? await readFile(join(folder, path), "utf8") : "";
  const text = await textOf(manifestPath);
  const manifest = readManifest(text);
  const lock = parseNamesLock(join(folder, namesLockPath), await textOf(namesLockPath));
  return new Set([
    ...(manifest === undefined ? damagedManifestFiles(text) : manifestFiles(manifest)),
    ...(lock.ok ? [namesLockPath] : []),
  ]);
}
