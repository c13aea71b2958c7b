import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Reads a JSON file of the cache; `undefined` where there is none, or it holds no JSON.
 */
export function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Writes a JSON file of the cache, whole or not at all. A cache that cannot be written is none.
 */
export function writeJsonFile(file: string, value: unknown): void {
  const written = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(written, JSON.stringify(value));
    renameSync(written, file);
  } catch {
    rmSync(written, { force: true });
  }
}
