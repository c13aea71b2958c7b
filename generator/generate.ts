import { emitterCode } from "./cache/emitter-code.ts";
import { openCache } from "./cache/output-cache.ts";
import { inputFiles, unchangedOutput } from "./cache/unchanged-output.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { findBacktracking } from "./lint/backtracking.ts";
import { reportKeywords, type SchemaKeywords } from "./lint/keyword-report.ts";
import { loadPatternChecker } from "./lint/pattern-checker.ts";
import { findRefusedValues } from "./lint/refused-values.ts";
import { findUnusedDefinitions } from "./lint/unused-definitions.ts";
import type { GenerateOptions } from "./options.ts";
import { typeSource } from "./types/type-source.ts";
import { type OutputDifference, compareOutput } from "./write/compare-output.ts";
import type { Manifest } from "./write/manifest.ts";
import {
  previewOutput,
  recoverOutput,
  type WriteSummary,
  writeOutput,
} from "./write/write-output.ts";
import { emit } from "./emit.ts";
import { isError, loadRun, prepare, prepareLoaded } from "./prepare.ts";
import { type BegunRun, rerun } from "./rerun/rerun.ts";

/** Everything that a run makes, before any of it is written. */
export interface BuildResult {
  /** From the POSIX path below the output folder to the text. */
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
  /** Warnings, and with `keepGoing` the errors of what could not be made. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What was made, and what writing it did. */
export interface GenerateResult extends BuildResult {
  /** What writing it did, or would do. */
  readonly summary: WriteSummary;
}

/** What was made, and how the output folder differs from it. */
export interface CheckResult extends BuildResult {
  /** By path; none where the folder is up to date. */
  readonly differences: readonly OutputDifference[];
}

/** What the keywords of the inputs come to, and what else there is to say of them. */
export interface LintResult {
  /** What is said of each schema that has a name. */
  readonly schemas: readonly SchemaKeywords[];
  /** Warnings, those included that only `lint` gives. */
  readonly diagnostics: readonly Diagnostic[];
  /** False where there are patterns, and recheck is not installed, which judges their backtracking. */
  readonly arePatternsChecked: boolean;
}

/**
 * Makes the output in memory.
 *
 * @throws DiagnosticsError with every diagnostic of the run where one is an error, unless `keepGoing`
 */
export async function build(options: GenerateOptions): Promise<BuildResult> {
  const prepared = await prepare(options);
  const { files, manifest } = await emit(prepared, options);
  return { files, manifest, diagnostics: prepared.diagnostics };
}

/**
 * Makes the output and writes it: `out` then holds the new set whole, or still the old one. What an
 * earlier run made of the same is taken from the cache, and where nothing has changed since that run,
 * nothing is made.
 *
 * @throws DiagnosticsError as {@link build}, and where the output folder cannot be written
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  await recoverOutput(options.out);
  return (await unchangedOutput(options)) ?? generateAnew(options);
}

/**
 * Makes the output as {@link generate} does, of a run that is known to have something to make.
 */
export async function generateAnew(options: GenerateOptions): Promise<GenerateResult> {
  const begun = await beginRun(options);
  const rewritten = await rerun(options, begun);
  if (rewritten !== undefined) return rewritten;
  const { files, manifest, diagnostics, holds, remember } = await buildByCache(options, begun);
  await options.onProgress?.({ stage: "write" });
  const summary = await writeOutput(options.out, files, holds);
  remember();
  return { files, manifest, diagnostics, summary };
}

/**
 * Makes the output in memory and tells what {@link generate} would write and remove. Touches nothing.
 *
 * @throws DiagnosticsError as {@link generate}
 */
export async function preview(options: GenerateOptions): Promise<GenerateResult> {
  const begun = await beginRun(options);
  const { files, manifest, diagnostics, holds } = await buildByCache(options, begun);
  const summary = await previewOutput(options.out, files, holds);
  return { files, manifest, diagnostics, summary };
}

async function beginRun(options: GenerateOptions): Promise<BegunRun> {
  const begin = Date.now();
  const inputs = options.cache ? await inputFiles(options) : [];
  return { begin, inputs, loaded: await loadRun(options) };
}

/** Makes the output in memory, with what an earlier run has made of the same. */
async function buildByCache(options: GenerateOptions, { begin, inputs, loaded }: BegunRun) {
  const prepared = await prepareLoaded(loaded, options);
  const { diagnostics } = prepared;
  const code = await emitterCode(options);
  const cache = await openCache(options, { ...prepared, begin, inputs, emitterCode: code });
  const { files, manifest, ...parts } = await emit(prepared, options, cache);
  const remember = () => {
    if (!diagnostics.some(isError)) cache?.remember({ files, ...parts });
  };
  return { files, manifest, diagnostics, holds: cache?.holds, remember };
}

/**
 * Makes the output and holds it against what stands in `out`, which is left as it is.
 *
 * @throws DiagnosticsError as {@link build}, and where the output folder cannot be read
 */
export async function check(options: GenerateOptions): Promise<CheckResult> {
  const result = await build(options);
  return { ...result, differences: await compareOutput(options.out, result.files) };
}

/**
 * Says of each keyword of the inputs whether the type says it, only the guard checks it, or nobody
 * does. Writes nothing.
 *
 * @throws DiagnosticsError as {@link build}
 */
export async function lint(options: GenerateOptions): Promise<LintResult> {
  const { model, predicates, diagnostics } = await prepare(options);
  const source = typeSource(model, options.types);
  const backtracking = await findBacktracking(model, () => loadPatternChecker(options.cwd));
  return {
    schemas: reportKeywords(source, options.formats),
    diagnostics: [
      ...diagnostics,
      ...findUnusedDefinitions(model),
      ...(await findRefusedValues(model, predicates)),
      ...backtracking.diagnostics,
    ],
    arePatternsChecked: backtracking.areChecked,
  };
}
