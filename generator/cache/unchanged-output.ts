import { readFileSync } from "node:fs";
import path from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findInputs } from "../load/find-inputs.ts";
import type { GenerateOptions } from "../options.ts";
import { type Manifest, manifestPath, readManifest } from "../write/manifest.ts";
import { cacheFiles } from "./cache-folder.ts";
import { type FileStamp, isAsStamped } from "./file-stamp.ts";
import { readOutputStamps } from "./output-stamps.ts";
import { type RunRecord, readUnchangedRun, recordedDiagnostics } from "./run-record.ts";
import { runSetup, setupHash } from "./setup.ts";

/** An output that stands as a run would make it. */
export interface UnchangedOutput {
  /** Its files, read where somebody asks for them: from the POSIX path below the folder to the text. */
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: {
    readonly created: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
    readonly unchanged: number;
  };
}

/**
 * The output of the last run, where a run would make the same again and it stands as that run left it;
 * else `undefined`. No schema is read for that.
 */
export async function unchangedOutput(
  options: GenerateOptions,
): Promise<UnchangedOutput | undefined> {
  const cache = options.cache ? cacheFiles(options.out) : undefined;
  if (cache === undefined) return undefined;
  const setup = runSetup(await setupHash(options), options);
  const record = await readUnchangedRun(cache.run, setup, () => inputFiles(options));
  if (record === undefined) return undefined;
  const written = readOutputStamps(cache.stamps, options.out);
  if (written?.id !== record.id || !written.stamps.every(isAsStamped)) return undefined;
  return describe(options.out, record, written.stamps);
}

/**
 * The absolute paths of the files that the inputs lead to.
 */
export async function inputFiles(options: GenerateOptions): Promise<readonly string[]> {
  const { files } = await findInputs(options, ignore);
  return files;
}

/** An input that leads to no file is told by the run that it keeps from being unchanged. */
function ignore(): void {
  // Nothing is told twice.
}

function describe(
  out: string,
  record: RunRecord,
  written: readonly FileStamp[],
): UnchangedOutput | undefined {
  const read = (file: string) => readFileSync(path.join(out, file), "utf8");
  const manifest = readManifest(read(manifestPath));
  if (manifest === undefined) return undefined;
  const paths = written.map((each) => path.relative(out, each.path).replaceAll(path.sep, "/"));
  return {
    get files() {
      return new Map(paths.map((file) => [file, read(file)]));
    },
    manifest,
    diagnostics: recordedDiagnostics(record),
    summary: { created: [], changed: [], removed: [], unchanged: paths.length },
  };
}
