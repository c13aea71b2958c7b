import { readFileSync, statSync } from "node:fs";
import { createHash } from "node:crypto";

/** A file as it stood. */
export interface FileStamp {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly modified: number;
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
}

/**
 * Stamps a file as it stands; `undefined` where there is none to read.
 */
export function stampFile(path: string): FileStamp | undefined {
  try {
    const { size, mtimeMs } = statSync(path);
    return { path, size, modified: mtimeMs, hash: hashFile(path) };
  } catch {
    return undefined;
  }
}

/**
 * Whether a file has the content that it was stamped with. Its content is read only where its size is the
 * same and its time is not.
 */
export function isAsStamped({ path, size, modified, hash }: FileStamp): boolean {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isFile() !== true || stats.size !== size) return false;
    return stats.mtimeMs === modified || hashFile(path) === hash;
  } catch {
    return false;
  }
}

/**
 * Whether a file has the size and the time that it was stamped with.
 */
export function isUntouched({ path, size, modified }: FileStamp): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === size && stats.mtimeMs === modified;
}

function hashFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
