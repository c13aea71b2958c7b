import { copyFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

let copies = 0;

/**
 * Evaluates a copy of a module, so that none of its functions has judged anything before. The copy is a
 * file of its own: the loader gives the same module whatever the query behind a file's name.
 */
export async function importCopy(folder: string, file: string): Promise<Record<string, unknown>> {
  copies += 1;
  const copy = path.join(folder, `copy-${String(copies)}-${file}`);
  copyFileSync(path.join(folder, file), copy);
  return (await import(pathToFileURL(copy).href)) as Record<string, unknown>;
}
