import type { MadeFile } from "../emitters/run-emitters.ts";
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

/** What emitters have made of a module, and the hash of what they made it from. */
export interface KeyedFiles {
  readonly key: string;
  readonly files: readonly MadeFile[];
}

/** What a run has made, to be taken again by the next. */
export interface MadeOutput {
  /** By the paths of modules. */
  readonly modules: ReadonlyMap<string, KeyedModule>;
  /** By the paths of pages. */
  readonly pages: ReadonlyMap<string, KeyedPage>;
  /** By the paths of modules. */
  readonly emitted: ReadonlyMap<string, KeyedFiles>;
}

/** What nothing is known of. */
const nothingMade: MadeOutput = {
  modules: new Map(),
  pages: new Map(),
  emitted: new Map(),
};

interface MadeJson {
  readonly setup: string;
  readonly modules: readonly [path: string, module: KeyedModule][];
  readonly pages: readonly [path: string, page: KeyedPage][];
  readonly emitted: readonly [path: string, files: KeyedFiles][];
}

/**
 * Reads what the last run has made, where it was made by the same setup.
 */
export function readMadeOutput(file: string, setup: string): MadeOutput {
  const found = readJsonFile(file) as MadeJson | undefined;
  if (found?.setup !== setup) return nothingMade;
  const { modules, pages, emitted } = found;
  return { modules: new Map(modules), pages: new Map(pages), emitted: new Map(emitted) };
}

/**
 * Writes what a run has made.
 */
export function writeMadeOutput(file: string, setup: string, made: MadeOutput): void {
  const { modules, pages, emitted } = made;
  const written: MadeJson = {
    setup,
    modules: [...modules],
    pages: [...pages],
    emitted: [...emitted],
  };
  writeJsonFile(file, written);
}
