import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32 } from "node:zlib";
import { isProcessAlive } from "../write/process-alive.ts";

const checksumLength = 8;

/**
 * Reads a file of the cache; `undefined` where there is none, or it is not as it was written.
 */
export function readCheckedFile(file: string): Buffer | undefined {
  try {
    const written = readFileSync(file);
    const data = written.subarray(checksumLength);
    return written.toString("latin1", 0, checksumLength) === checksumOf(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes a file of the cache with its checksum, whole or not at all, and removes what a run that was
 * killed while it did so has left. A cache that cannot be written is none.
 */
export function writeCheckedFile(file: string, data: Uint8Array): void {
  const written = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    removeLeftovers(file);
    writeFileSync(written, Buffer.concat([Buffer.from(checksumOf(data), "latin1"), data]));
    renameSync(written, file);
  } catch {
    rmSync(written, { force: true });
  }
}

function checksumOf(data: Uint8Array): string {
  return crc32(data).toString(16).padStart(checksumLength, "0");
}

function removeLeftovers(file: string): void {
  const folder = path.dirname(file);
  const prefix = `${path.basename(file)}.`;
  for (const name of readdirSync(folder)) {
    const writer = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (/^\d+$/.test(writer) && !isProcessAlive(Number(writer))) {
      rmSync(path.join(folder, name), { force: true });
    }
  }
}
