import { readCheckedFile, writeCheckedFile } from "./checked-file.ts";

/**
 * Reads a JSON file of the cache; `undefined` where there is none, or it is not as it was written.
 */
export function readJsonFile(file: string): unknown {
  const data = readCheckedFile(file);
  return data === undefined ? undefined : (JSON.parse(data.toString("utf8")) as unknown);
}

/**
 * Writes a JSON file of the cache, whole or not at all. A cache that cannot be written is none.
 */
export function writeJsonFile(file: string, value: unknown): void {
  writeCheckedFile(file, Buffer.from(JSON.stringify(value), "utf8"));
}
