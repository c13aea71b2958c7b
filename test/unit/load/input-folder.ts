import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { type Diagnostic, locationRange } from "../../../generator/diagnostics/diagnostic.ts";
import type { LoadedInputs } from "../../../generator/load/document.ts";
import { loadInputs, type LoadOptions } from "../../../generator/load/load.ts";

/**
 * Makes a folder with the files given by relative path, for the duration of the current test. A
 * content that is no string is written as JSON.
 */
export function createFolder(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "load-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

export interface LoadResult extends LoadedInputs {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads inputs of a folder, with the stem of a file as its schema's name.
 */
export async function load(cwd: string, options: Partial<LoadOptions>): Promise<LoadResult> {
  const diagnostics: Diagnostic[] = [];
  const loaded = await loadInputs(
    {
      inputs: ["."],
      cwd,
      outputFolders: [],
      overlays: [],
      nameOf: ({ path: file }) => path.parse(file).name,
      ...options,
    },
    (diagnostic) => diagnostics.push(diagnostic),
  );
  return { ...loaded, diagnostics };
}

/** A diagnostic in short: `code line:column message`. */
export function summary(diagnostic: Diagnostic): string {
  const start = diagnostic.location && locationRange(diagnostic.location)?.start;
  const place = start === undefined ? "" : ` ${start.line}:${start.column}`;
  return `${diagnostic.code}${place} ${diagnostic.message}`;
}
