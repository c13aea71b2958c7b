import path from "node:path";
import type { FileStamp } from "./file-stamp.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

/** The files of an output as a run left them. */
export interface OutputStamps {
  /** Tells the run from every other: what else is kept of it has the same. */
  readonly id: string;
  /** The run that made all modules, which what is kept of them has. */
  readonly made: string;
  /** The paths of the modules that runs since have made anew. */
  readonly remade: readonly string[];
  readonly stamps: readonly FileStamp[];
}

/** Without the folder, which all have in common. */
type StampRow = readonly [path: string, size: number, modified: number, hash: string];

interface StampsJson extends Omit<OutputStamps, "stamps"> {
  readonly stamps: readonly StampRow[];
}

/**
 * Reads how the last run left an output; `undefined` where that is not known.
 *
 * @param out the absolute path of the output folder
 */
export function readOutputStamps(file: string, out: string): OutputStamps | undefined {
  const json = readJsonFile(file) as StampsJson | undefined;
  if (json === undefined) return undefined;
  const folder = out + path.sep;
  return {
    ...json,
    stamps: json.stamps.map(([below, size, modified, hash]) => ({
      path: folder + below,
      size,
      modified,
      hash,
    })),
  };
}

/**
 * Writes how a run leaves an output.
 *
 * @param out the absolute path of the output folder
 */
export function writeOutputStamps(file: string, out: string, written: OutputStamps): void {
  const { length } = out + path.sep;
  const stamps = written.stamps.map(({ path: each, size, modified, hash }): StampRow => [
    each.slice(length),
    size,
    modified,
    hash,
  ]);
  const json: StampsJson = { ...written, stamps };
  writeJsonFile(file, json);
}
