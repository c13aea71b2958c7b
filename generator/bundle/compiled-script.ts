import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { readCheckedFile, writeCheckedFile } from "../cache/checked-file.ts";

/** A CommonJS script that has been run. */
export interface RunScript {
  /** What it exports. */
  readonly exports: unknown;
  /** Keeps its functions as the engine has compiled them by now, unless they came compiled. */
  readonly keepCompiled: () => void;
}

/**
 * Runs a CommonJS script, whose functions are taken from a cache as an earlier process has compiled them:
 * to compile them anew takes longer than many runs of theirs.
 *
 * @param file its absolute path
 * @param folder the folder of the cache; `undefined` where there is no place for one
 */
export function runCompiledScript(file: string, folder: string | undefined): RunScript {
  const cache = folder === undefined ? undefined : path.join(folder, cacheName(file));
  const cachedData = cache === undefined ? undefined : readCheckedFile(cache);
  const script = new Script(
    `(function (require, module, exports, bundleUrl) {${readFileSync(file, "utf8")}\n})`,
    { filename: file, ...(cachedData && { cachedData }) },
  );
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run(createRequire(file), module, module.exports, pathToFileURL(file).href);
  const isCompiled = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports,
    keepCompiled: () => {
      if (cache !== undefined && !isCompiled) write(cache, script.createCachedData());
    },
  };
}

const prefix = "code-";

/** The engine itself tells scripts apart by no more than their lengths. */
function cacheName(file: string): string {
  const { size, mtimeMs } = statSync(file);
  const made = [file, size, mtimeMs, process.version, process.arch, process.platform].join(" ");
  return `${prefix}${createHash("sha256").update(made).digest("hex").slice(0, 16)}`;
}

/** Writes the cache in the place of older ones. */
function write(file: string, data: Buffer): void {
  const folder = path.dirname(file);
  try {
    const others = readdirSync(folder).filter((name) => name.startsWith(prefix));
    for (const other of others) rmSync(path.join(folder, other), { force: true });
  } catch {
    // There is no such folder yet.
  }
  writeCheckedFile(file, data);
}
