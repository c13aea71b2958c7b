import { readFileSync } from "node:fs";
import { join } from "node:path";
import { foldersAbove } from "./output-path.ts";
import type { OutputTree } from "./output-tree.ts";

/** What a write would do to an output folder; every list is sorted. */
export interface OutputPlan {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** Paths in the way of the new files that are not the generator's own. */
  readonly foreign: readonly string[];
}

/** Whether a file, by its path below the output folder, is known to have a text. */
export type HoldsText = (path: string, text: string) => boolean;

/**
 * Compares the files that are to stand in a folder with those that do.
 *
 * @param folder the folder that `tree` was read from
 * @param files from the POSIX path below the folder to the text
 * @param holds tells that a file has a text where that is known, so that it need not be read
 * @throws the file system's error where a file cannot be read
 */
export function planOutput(
  folder: string,
  tree: OutputTree,
  files: ReadonlyMap<string, string>,
  holds: HoldsText = () => false,
): OutputPlan {
  const created: string[] = [];
  const changed: string[] = [];
  const unchanged: string[] = [];
  const foreign = pathsInTheWay(tree, files);
  const stands = (path: string, text: string) =>
    holds(path, text) || hasText(join(folder, path), text);
  for (const path of [...files.keys()].sort()) {
    const kind = tree.entries.get(path);
    if (kind === undefined) created.push(path);
    else if (kind === "file" && stands(path, files.get(path) ?? "")) unchanged.push(path);
    else if (tree.owned.has(path)) changed.push(path);
    else if (kind === "empty-folder") created.push(path);
    else foreign.push(path);
  }
  const removed = [...tree.entries.keys()].filter(
    (path) => tree.owned.has(path) && !files.has(path),
  );
  return { created, changed, removed, unchanged, foreign: foreign.sort() };
}

/** Entries that stand where the new files need a folder, and entries below a new file's path. */
function pathsInTheWay(tree: OutputTree, files: ReadonlyMap<string, string>): string[] {
  const folders = new Set([...files.keys()].flatMap(foldersAbove));
  return [...tree.entries].flatMap(([path, kind]) => {
    const blocksFolder = kind !== "empty-folder" && folders.has(path);
    const blocked = blocksFolder || foldersAbove(path).some((folder) => files.has(folder));
    return blocked && !tree.owned.has(path) ? [path] : [];
  });
}

function hasText(path: string, text: string): boolean {
  return readFileSync(path).equals(Buffer.from(text, "utf8"));
}
