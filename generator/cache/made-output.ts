import type { MadeModule } from "../render/modules.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

/** A module, and the hash of what it was made from. */
export interface KeyedModule extends MadeModule {
  readonly key: string;
}

/** The text of a page, and the hash of what it was made from. */
export interface KeyedPage {
  readonly key: string;
  readonly text: string;
}

/** What a run has made, to be taken again by the next. */
export interface MadeOutput {
  /** By the paths of modules. */
  readonly modules: ReadonlyMap<string, KeyedModule>;
  /** By the paths of pages. */
  readonly pages: ReadonlyMap<string, KeyedPage>;
}

/** What nothing is known of. */
export const nothingMade: MadeOutput = { modules: new Map(), pages: new Map() };

interface MadeFile {
  readonly setup: string;
  readonly modules: readonly [path: string, module: KeyedModule][];
  readonly pages: readonly [path: string, page: KeyedPage][];
}

/**
 * Reads what the last run has made, where it was made by the same setup.
 */
export function readMadeOutput(file: string, setup: string): MadeOutput {
  const found = readJsonFile(file) as MadeFile | undefined;
  if (found?.setup !== setup) return nothingMade;
  return { modules: new Map(found.modules), pages: new Map(found.pages) };
}

/**
 * Writes what a run has made.
 */
export function writeMadeOutput(file: string, setup: string, made: MadeOutput): void {
  const written: MadeFile = { setup, modules: [...made.modules], pages: [...made.pages] };
  writeJsonFile(file, written);
}
