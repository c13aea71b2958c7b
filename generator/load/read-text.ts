import { readFileSync } from "node:fs";

/**
 * Reads a file of UTF-8 text; throws where it cannot be read or is none.
 */
export function readText(file: string): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
}
