import type { Target } from "../../config/targets.ts";
import { check, type CheckResult } from "../../generate.ts";
import { annotateDifferences } from "../annotations.ts";
import { diagnosticsJson } from "../diagnostic-json.ts";
import { formatDifferences } from "../differences.ts";
import { withProgress } from "../progress-line.ts";
import type { ReportMode } from "../report-mode.ts";
import { folderPath, summarizeDifferences, summarizeFailure } from "../summary.ts";
import { allDiagnostics, countErrors, runTargets, type TargetRun } from "../../runs/target-runs.ts";
import { takesAnnotations, tellDiagnostics, writeJson } from "../tell.ts";
import { hasColor, type ExitCode, type Terminal } from "../terminal.ts";

/**
 * Runs `schemaloom check`: prints the diagnostics, and of each target every file that is not as it
 * would be made, and a summary.
 */
export async function runCheck(
  targets: readonly Target[],
  mode: ReportMode,
  terminal: Terminal,
): Promise<ExitCode> {
  const runs = await withProgress(mode, terminal, (of) => runTargets(targets, check, of));
  await tellDiagnostics(allDiagnostics(runs), mode, terminal);
  if (mode.json) {
    const diagnostics = diagnosticsJson(runs, terminal.cwd);
    writeJson({ version: 1, targets: runs.map(targetJson), diagnostics }, terminal);
  } else {
    for (const run of runs) printTarget(run, runs.length, mode, terminal);
  }
  if (mode.annotations !== false && takesAnnotations(terminal)) {
    for (const { target, result } of runs) {
      terminal.stderr.write(annotateDifferences(result?.differences ?? [], target.options));
    }
  }
  return runs.every(isUpToDate) ? 0 : 1;
}

function isUpToDate({ result }: TargetRun<CheckResult>): boolean {
  return result?.differences.length === 0;
}

function printTarget(
  run: TargetRun<CheckResult>,
  targets: number,
  { quiet = false }: ReportMode,
  terminal: Terminal,
): void {
  const { target, result } = run;
  if (result === undefined) {
    // Where there is nothing else to tell, the diagnostics say all.
    if (!quiet && targets > 1) {
      terminal.stdout.write(`${summarizeFailure(target, countErrors(run))}\n`);
    }
    return;
  }
  const { differences, files } = result;
  if (differences.length > 0) {
    const color = hasColor(terminal, terminal.stdout);
    terminal.stdout.write(`${formatDifferences(differences, { color })}\n`);
  }
  if (quiet && differences.length === 0) return;
  terminal.stdout.write(`${summarizeDifferences(target, files.size, differences)}\n`);
}

function targetJson(run: TargetRun<CheckResult>) {
  const { target, result } = run;
  return {
    target: target.name,
    out: folderPath(target.options),
    errors: countErrors(run),
    isUpToDate: isUpToDate(run),
    ...(result && { files: result.files.size, differences: result.differences }),
  };
}
