import type { ModuleView } from "./views.ts";

/** A file that an emitter makes. */
export interface EmittedFile {
  /** Where it stands below the output folder, with POSIX slashes: `fixtures/a/B.json`. */
  readonly path: string;
  /** Its text, written as it is. */
  readonly content: string;
}

/** What an emitter gives: files, at once or later. */
export type EmittedFiles = readonly EmittedFile[] | Promise<readonly EmittedFile[]>;

/**
 * Makes files of its own from the model that types, guards and docs are made from. They stand in the
 * same output: written with it as a whole, listed in its manifest, held against it by `check`.
 */
export interface Emitter {
  /** What diagnostics and the manifest call it; no two emitters of a run have one name. */
  readonly name: string;
  /**
   * Another one whenever the same views would give other files. A config needs none: its own code and
   * what it imports tell whether an emitter is the same. One that is handed to `generate` does: without
   * it, each run asks it anew.
   */
  readonly version?: string;
  /**
   * Gives the files of one module. It is asked again only where the module has changed, or something
   * that it depends on; so it looks at nothing but the view.
   */
  readonly emitModule?: (module: ModuleView) => EmittedFiles;
  /** Gives the files of all modules together, which come sorted by their paths. */
  readonly emitAll?: (modules: readonly ModuleView[]) => EmittedFiles;
}

/**
 * Gives an emitter its type; returns it as it is.
 */
export function defineEmitter(emitter: Emitter): Emitter {
  return emitter;
}
