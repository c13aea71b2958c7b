import { createHash } from "node:crypto";
import path from "node:path";
import findCacheDirectory from "find-cache-dir";

/** Where what is known of an output is kept between runs. */
export interface CacheFiles {
  /** What the last run read and said. */
  readonly run: string;
  /** How the files stood that it wrote. */
  readonly stamps: string;
  /** What it made, module by module. */
  readonly modules: string;
  /** What each module has to do with the others. */
  readonly rows: string;
}

/**
 * The files of the cache of an output: below `node_modules/.cache` of the package that holds it, so that
 * no version control sees them.
 *
 * @param out the absolute path of the output folder
 * @returns `undefined` where no package with a `node_modules` holds the output
 */
export function cacheFiles(out: string): CacheFiles | undefined {
  const folder = findCacheDirectory({ name: "schemaloom", cwd: path.dirname(out) });
  if (folder === undefined) return undefined;
  const name = createHash("sha256").update(out).digest("hex").slice(0, 16);
  const fileOf = (kind: keyof CacheFiles) => path.join(folder, `${name}.${kind}.json`);
  return {
    run: fileOf("run"),
    stamps: fileOf("stamps"),
    modules: fileOf("modules"),
    rows: fileOf("rows"),
  };
}

/**
 * The file that keeps what `lint` found of patterns, likewise.
 *
 * @param cwd the folder that the run was started in
 */
export function patternCacheFile(cwd: string): string | undefined {
  const folder = findCacheDirectory({ name: "schemaloom", cwd });
  return folder === undefined ? undefined : path.join(folder, "patterns.json");
}
