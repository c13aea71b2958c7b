import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { cacheFiles, type CacheFiles } from "../cache/cache-folder.ts";
import { isUntouched } from "../cache/file-stamp.ts";
import { type OutputRows, readOutputRows, writeOutputRows } from "../cache/module-rows.ts";
import { forget, recordRun } from "../cache/output-cache.ts";
import { type OutputStamps, readOutputStamps, writeOutputStamps } from "../cache/output-stamps.ts";
import { readRunRecord, type RunRecord } from "../cache/run-record.ts";
import { stampText } from "../cache/kept-texts.ts";
import { runSetup, setupHash } from "../cache/setup.ts";
import type { UnchangedOutput } from "../cache/unchanged-output.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import type { GenerateOptions } from "../options.ts";
import type { LoadedRun } from "../prepare.ts";
import type { WriteSummary } from "../write/write-output.ts";
import { rewriteOutput } from "../write/rewrite-output.ts";
import { findChangedModules, schemasOfModules } from "./changed-modules.ts";
import { type FocusedModel, focusModel } from "./focused-model.ts";
import { reachOfChange } from "./reach-of-change.ts";
import { type RemadeOutput, remakeFiles } from "./remade-files.ts";
import { mergeDiagnostics } from "./rerun-diagnostics.ts";

/** An output of which some files were written anew. */
export interface RewrittenOutput extends Omit<UnchangedOutput, "summary"> {
  readonly summary: WriteSummary;
}

/** A run that has read its inputs. */
export interface BegunRun {
  /** When it began to read, in milliseconds since 1970. */
  readonly begin: number;
  /** The absolute paths of the files that its inputs led to before it read them. */
  readonly inputs: readonly string[];
  readonly loaded: LoadedRun;
}

/**
 * Makes anew what has changed of an output since the last run, and reads nothing of the rest, where it is
 * known that this is all there is to make: where schemas were edited, and each still refers to what it
 * referred to. Then the output stands as a run of everything would leave it.
 *
 * @returns `undefined`, and nothing is written, where that is not known
 * @throws DiagnosticsError (`output-unwritable`) with the output as it was
 */
export async function rerun(
  options: GenerateOptions,
  begun: BegunRun,
): Promise<RewrittenOutput | undefined> {
  const known = await readLastRun(options, begun);
  if (known === undefined) return undefined;
  const remade = await remake(options, begun.loaded, known);
  if (remade === undefined) return undefined;
  await options.onProgress?.({ stage: "write" });
  const summary = await rewriteOutput(options.out, remade.texts, ownedFiles(options, known.left));
  if (summary === undefined) return undefined;
  remember(options, begun, known, remade);
  const { manifest, diagnostics } = remade;
  return {
    get files() {
      const read = (file: string) => readFileSync(path.join(options.out, file), "utf8");
      return new Map([...ownedFiles(options, known.left)].map((file) => [file, read(file)]));
    },
    manifest,
    diagnostics,
    summary,
  };
}

/** What is known of the last run. */
interface LastRun {
  readonly cache: CacheFiles;
  readonly setup: string;
  readonly record: RunRecord;
  readonly left: OutputStamps;
  readonly rows: OutputRows;
}

/** What is known of the last run; `undefined` where it is not enough, or the output is not as it left it. */
async function readLastRun(
  options: GenerateOptions,
  { inputs, loaded }: BegunRun,
): Promise<LastRun | undefined> {
  const cache = options.cache ? cacheFiles(options.out) : undefined;
  if (cache === undefined || loaded.diagnostics.length > 0) return undefined;
  const setup = await setupHash(options);
  const record = readRunRecord(cache.run, runSetup(setup, options));
  if (record?.inputs.join("\n") !== inputs.join("\n")) return undefined;
  const rows = readOutputRows(cache.rows, setup);
  const left = readOutputStamps(cache.stamps, options.out);
  if (rows?.id !== record.id || left?.id !== record.id) return undefined;
  return left.stamps.every(isUntouched) ? { cache, setup, record, left, rows } : undefined;
}

/** What a run has made anew, and has to say. */
type Remade = RemadeOutput & Pick<FocusedModel, "resolution" | "numbers" | "diagnostics">;

/** Beyond this part of all modules a run of everything is as fast. */
const mostNeeded = 0.5;

async function remake(
  options: GenerateOptions,
  loaded: LoadedRun,
  { record, rows: { documents, modules } }: LastRun,
): Promise<Remade | undefined> {
  const schemas = schemasOfModules(loaded.inputs, modules);
  if (schemas === undefined) return undefined;
  const changed = findChangedModules(loaded.inputs, schemas, { documents, modules });
  if (changed === undefined) return undefined;
  const reach = reachOfChange(modules, changed);
  if (reach.needed.size > Math.max(16, modules.length * mostNeeded)) return undefined;
  try {
    const focused = await focusModel(loaded, options, modules, schemas, changed, reach);
    if (focused === undefined) return undefined;
    const diagnostics = mergeDiagnostics(
      record.diagnostics,
      focused.diagnostics,
      modules,
      reach.affected,
      loaded.inputs.documents,
    );
    if (diagnostics?.every(({ severity }) => severity !== "error") !== true) return undefined;
    const remade = await remakeFiles(focused, options, modules, changed);
    return remade && { ...focused, ...remade, diagnostics };
  } catch (fault) {
    // A run of everything tells all that is wrong at once.
    if (fault instanceof DiagnosticsError) return undefined;
    throw fault;
  }
}

function ownedFiles({ out }: GenerateOptions, { stamps }: OutputStamps): ReadonlySet<string> {
  const { length } = out + path.sep;
  return new Set(stamps.map((stamp) => stamp.path.slice(length).replaceAll(path.sep, "/")));
}

/** Keeps what the next run is to know. */
function remember(
  options: GenerateOptions,
  { begin, inputs }: BegunRun,
  { cache, setup, left, rows }: LastRun,
  { texts, numbers, rows: told, resolution, diagnostics }: Remade,
): void {
  const written = new Map(
    [...texts].map(([file, text]) => {
      const place = path.join(options.out, file);
      return [place, stampText(place, text)];
    }),
  );
  const stamps = left.stamps.flatMap((stamp) =>
    written.has(stamp.path) ? (written.get(stamp.path) ?? []) : [stamp],
  );
  if (stamps.length !== left.stamps.length) {
    forget(cache);
    return;
  }
  const id = randomUUID();
  const modules = rows.modules.map((row, number) => ({ ...row, ...told.get(number) }));
  const remade = numbers.flatMap((number) => modules[number]?.path ?? []);
  writeOutputStamps(cache.stamps, options.out, {
    ...left,
    id,
    remade: [...new Set([...left.remade, ...remade])],
    stamps,
  });
  writeOutputRows(cache.rows, { ...rows, id, modules });
  const emitterCode = { hash: "", files: [] };
  recordRun(
    cache,
    { id, setup: runSetup(setup, options), begin, inputs, resolution, emitterCode, diagnostics },
    options,
  );
}
