import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Emitter } from "../emitters/emitter.ts";
import { readText } from "../load/read-text.ts";
import type { GenerateOptions } from "../options.ts";

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

/**
 * The files that a module is made of: itself, what it imports by a path, and the `package.json` of each
 * package that it imports.
 */
export async function moduleFiles(module: string): Promise<readonly string[]> {
  // Most runs have no modules of the user, and need no parser to see that nothing has changed.
  const { createJiti } = await import("jiti");
  const { importedModules } = await import("../syntax/imported-modules.ts");
  const files = new Set([realpathSync(module)]);
  for (const file of files) {
    if (path.basename(file) === "package.json") continue;
    const jiti = createJiti(file);
    for (const specifier of await importedModules(readText(file))) {
      // A config is given this package as it runs, and what it runs as is known already.
      if (isBuiltin(specifier) || specifier === "schemaloom") continue;
      const found = jiti.esmResolve(specifier, { try: true });
      const imported = found === undefined ? undefined : fileOf(found);
      if (imported !== undefined) files.add(imported);
    }
  }
  return [...files].sort();
}

/** The file that stands for a module: of a package that is installed, the one that has its version. */
function fileOf(url: string): string | undefined {
  const found = url.startsWith("file:") ? fileURLToPath(url) : url;
  if (!existsSync(found)) return undefined;
  const file = realpathSync(found);
  const installed = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1];
  if (installed === undefined) return file;
  const description = path.join(installed, "package.json");
  return existsSync(description) ? description : file;
}
