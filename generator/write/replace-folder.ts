import { randomUUID } from "node:crypto";
import { readdirSync, rmdirSync, unlinkSync } from "node:fs";
import {
  access,
  chmod,
  constants,
  lstat,
  mkdir,
  readdir,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { hasCode } from "./file-fault.ts";

/** The siblings of a folder that one replacement makes; the first two share an identifier. */
type SiblingPart = "new" | "old" | "lock";

/**
 * Replaces a folder by a new one, whole: stages the new one beside it, then swaps the two by
 * renaming. Where anything fails, the old folder stands as it stood and the staged one is gone.
 *
 * @param folder the folder to replace; it and those above it need not exist
 * @param stage fills the empty folder that it is given
 * @throws what `stage` throws, and the file system's error
 */
export async function replaceFolder(
  folder: string,
  stage: (staged: string) => void,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const mode = await writableMode(folder);
  const identifier = randomUUID();
  const staged = siblingPrefix(folder, "new") + identifier;
  const retired = siblingPrefix(folder, "old") + identifier;
  try {
    await mkdir(staged);
    stage(staged);
    if (mode === undefined) {
      await rename(staged, folder);
    } else {
      await chmod(staged, mode);
      await swapFolders(folder, staged, retired);
    }
  } catch (fault) {
    await removeFolder(staged);
    throw fault;
  }
  await removeFolder(retired);
}

/**
 * Mends what a run that ended in the middle of `replaceFolder` left behind: puts the old folder
 * back where the new one had not taken its place, and removes the leftovers. An old folder that
 * was never replaced, though a folder of its name was made since, is left: it may hold files that
 * stand nowhere else. No other run may replace the folder meanwhile.
 *
 * @throws the file system's error
 */
export async function recoverFolder(folder: string): Promise<void> {
  const retired = await siblingIdentifiers(folder, "old");
  const staged = await siblingIdentifiers(folder, "new");
  const [newest] = retired;
  const missing = !(await exists(folder));
  if (newest !== undefined && missing) {
    await rename(siblingPrefix(folder, "old") + newest, folder);
  }
  const kept = missing ? [] : retired.filter((identifier) => staged.includes(identifier));
  for (const [part, identifiers] of [
    ["old", retired],
    ["new", staged],
    // Locks that were put aside.
    ["lock", await siblingIdentifiers(folder, "lock")],
  ] as const) {
    for (const identifier of identifiers) {
      if (!kept.includes(identifier)) await removeFolder(siblingPrefix(folder, part) + identifier);
    }
  }
}

/**
 * Whether something stands beside a folder that a run which replaces it, or has ended while it did so,
 * has made.
 *
 * @throws the file system's error
 */
export async function hasLeftovers(folder: string): Promise<boolean> {
  const prefix = `.${basename(folder)}.schemaloom-`;
  const names = await readdir(dirname(folder)).catch((fault: unknown): string[] => {
    if (hasCode(fault, "ENOENT")) return [];
    throw fault;
  });
  return names.some((name) => name.startsWith(prefix));
}

function siblingPrefix(folder: string, part: SiblingPart): string {
  return join(dirname(folder), `.${basename(folder)}.schemaloom-${part}-`);
}

/**
 * The identifiers of the siblings that stand beside a folder, the one renamed last first: that is
 * what the change time of a folder tells.
 */
async function siblingIdentifiers(folder: string, part: SiblingPart): Promise<string[]> {
  const path = siblingPrefix(folder, part);
  const prefix = basename(path);
  const names = await readdir(dirname(folder)).catch((fault: unknown): string[] => {
    if (hasCode(fault, "ENOENT")) return [];
    throw fault;
  });
  const siblings = names
    .filter((name) => name.startsWith(prefix))
    .map(async (name) => {
      const { ctimeMs } = await lstat(join(dirname(folder), name));
      return { identifier: name.slice(prefix.length), ctimeMs };
    });
  return (await Promise.all(siblings))
    .sort((left, right) => right.ctimeMs - left.ctimeMs)
    .map(({ identifier }) => identifier);
}

async function swapFolders(folder: string, staged: string, retired: string): Promise<void> {
  await rename(folder, retired);
  try {
    await rename(staged, folder);
  } catch (fault) {
    await rename(retired, folder);
    throw fault;
  }
}

/**
 * The mode of a folder, `undefined` where there is none. Renaming asks no leave of the folder
 * itself, so that one made read-only has to be refused here.
 */
async function writableMode(folder: string): Promise<number | undefined> {
  if (!(await exists(folder))) return undefined;
  await access(folder, constants.W_OK);
  return (await stat(folder)).mode;
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (fault) {
    if (hasCode(fault, "ENOENT")) return false;
    throw fault;
  }
}

/** A leftover that cannot be removed does not undo what was done; the next run tries again. */
async function removeFolder(path: string): Promise<void> {
  const remove = (): Promise<void> => rm(path, { recursive: true, force: true });
  try {
    removeEntries(path);
  } catch {
    await remove()
      .catch(() => makeWritable(path).then(remove))
      .catch(() => undefined);
  }
}

/** Thousands of small files are removed several times faster without a promise for each. */
function removeEntries(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeEntries(path);
    else unlinkSync(path);
  }
  rmdirSync(folder);
}

/** A folder that is read-only does not let go of what it holds. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
  }
}
