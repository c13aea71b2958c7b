import type { Target } from "../../config/targets.ts";
import type { GenerateResult } from "../../generate.ts";
import { generateOutput, previewOutput } from "../../runs/generate-output.ts";
import { allDiagnostics, countErrors, runTargets, type TargetRun } from "../../runs/target-runs.ts";
import { diagnosticsJson } from "../diagnostic-json.ts";
import { formatPlannedFiles } from "../planned-files.ts";
import { withProgress } from "../progress-line.ts";
import type { ReportMode } from "../report-mode.ts";
import { folderPath, summarizeFailure, summarizePreview, summarizeWrite } from "../summary.ts";
import { tellDiagnostics, writeJson } from "../tell.ts";
import { hasColor, type ExitCode, type Terminal } from "../terminal.ts";

/** What `generate` is told besides its targets. */
export interface GenerateMode extends ReportMode {
  /** Whether to write nothing, and tell what would be written; it writes unless told otherwise. */
  readonly dryRun?: boolean;
}

/**
 * Runs `schemaloom generate`: writes the output of each target, prints the diagnostics and a summary.
 * The output of a target with errors stays as it was.
 */
export async function runGenerate(
  targets: readonly Target[],
  mode: GenerateMode,
  terminal: Terminal,
): Promise<ExitCode> {
  const { dryRun = false } = mode;
  const run = dryRun ? previewOutput : generateOutput;
  const runs = await withProgress(mode, terminal, (of) => runTargets(targets, run, of));
  await tellDiagnostics(allDiagnostics(runs), mode, terminal);
  if (mode.json) {
    const diagnostics = diagnosticsJson(runs, terminal.cwd);
    const told = runs.map((run) => targetJson(run, dryRun));
    writeJson({ version: 1, ...(dryRun && { dryRun }), targets: told, diagnostics }, terminal);
  } else if (!mode.quiet && !isLoneFailure(runs)) {
    const color = hasColor(terminal, terminal.stdout);
    const tell = dryRun ? (run: GenerateRun) => describePreview(run, color) : summarize;
    for (const run of runs) terminal.stdout.write(`${tell(run)}\n`);
  }
  return runs.some((run) => countErrors(run) > 0) ? 1 : 0;
}

type GenerateRun = TargetRun<GenerateResult>;

/** Where nothing else was made, the diagnostics say all. */
function isLoneFailure([first, ...others]: readonly TargetRun<unknown>[]): boolean {
  return first?.result === undefined && others.length === 0;
}

/**
 * Says in one line what a run did to the output of its target.
 */
export function summarize(run: GenerateRun): string {
  const { target, result } = run;
  return result === undefined
    ? summarizeFailure(target, countErrors(run))
    : summarizeWrite(target, result.manifest, result.summary);
}

/** Says file by file what a run would do to the output of its target, and in a line what in all. */
function describePreview(run: GenerateRun, color: boolean): string {
  const { target, result } = run;
  if (result === undefined) return summarize(run);
  const { manifest, summary } = result;
  const files = formatPlannedFiles(summary, { folder: folderPath(target.options), color });
  return `${files}${summarizePreview(target, manifest, summary)}`;
}

function targetJson(run: GenerateRun, dryRun: boolean) {
  const { target, result } = run;
  return {
    target: target.name,
    out: folderPath(target.options),
    errors: countErrors(run),
    isWritten: result !== undefined && !dryRun,
    ...(result && {
      schemas: result.manifest.entries.filter(({ root }) => root).length,
      ...result.summary,
    }),
  };
}
