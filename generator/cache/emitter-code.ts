import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { Emitter } from "../emitters/emitter.ts";
import type { GenerateOptions } from "../options.ts";
import { moduleFiles } from "./imported-files.ts";

/** What tells whether emitters are the same as they were. */
export interface EmitterCode {
  /** A hash of them; `undefined` where nobody knows what they are made of. */
  readonly hash: string | undefined;
  /** The absolute paths of the files that they are made of. */
  readonly files: readonly string[];
}

/** JavaScript and JSON that a process has loaded, it does not load again. */
const reloaded = /\.[cm]?tsx?$/;

/**
 * Finds what the emitters of a run are made of: the config that they come from and all that it imports,
 * of a package its `package.json`. Those that a program gives are made of what they say of themselves.
 */
export async function emitterCode({
  emitters,
  emitterModule,
}: Pick<GenerateOptions, "emitters" | "emitterModule">): Promise<EmitterCode> {
  if (emitters.length === 0) return { hash: "", files: [] };
  const texts = emitterTexts(emitters);
  if (emitterModule === undefined) {
    const isKnown = emitters.every(({ version }) => version !== undefined);
    return { hash: isKnown ? texts : undefined, files: [] };
  }
  const files = await moduleFiles(emitterModule);
  const began = performance.timeOrigin;
  const isStale = files.some((file) => !reloaded.test(file) && statSync(file).mtimeMs > began);
  if (isStale) return { hash: undefined, files };
  const hash = createHash("sha256").update(texts);
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  return { hash: hash.digest("hex"), files };
}

/**
 * A hash of what emitters say of themselves: their names, versions and functions as they are written.
 */
export function emitterTexts(emitters: readonly Emitter[]): string {
  const texts = emitters.map(({ name, version, emitModule, emitAll }) =>
    [name, version, emitModule, emitAll].map(String),
  );
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}
