import type { Target } from "../../config/targets.ts";
import { unchangedOutput } from "../../cache/unchanged-output.ts";
import type { GenerateResult } from "../../generate.ts";
import type { GenerateOptions } from "../../options.ts";
import { recoverOutput } from "../../write/write-output.ts";
import { diagnosticsJson } from "../diagnostic-json.ts";
import type { ReportMode } from "../report-mode.ts";
import { folderPath, summarizeFailure, summarizeWrite } from "../summary.ts";
import { allDiagnostics, countErrors, runTargets, type TargetRun } from "../target-runs.ts";
import { tellDiagnostics, writeJson } from "../tell.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

/**
 * Runs `schemaloom generate`: writes the output of each target, prints the diagnostics and a summary.
 * The output of a target with errors stays as it was.
 */
export async function runGenerate(
  targets: readonly Target[],
  mode: ReportMode,
  terminal: Terminal,
): Promise<ExitCode> {
  const runs = await runTargets(targets, generateOutput);
  await tellDiagnostics(allDiagnostics(runs), mode, terminal);
  if (mode.json) {
    const diagnostics = diagnosticsJson(runs, terminal.cwd);
    writeJson({ version: 1, targets: runs.map(targetJson), diagnostics }, terminal);
  } else if (!mode.quiet && !isLoneFailure(runs)) {
    for (const run of runs) terminal.stdout.write(`${summarize(run)}\n`);
  }
  return runs.some((run) => countErrors(run) > 0) ? 1 : 0;
}

/** Where nothing else was made, the diagnostics say all. */
function isLoneFailure([first, ...others]: readonly TargetRun<unknown>[]): boolean {
  return first?.result === undefined && others.length === 0;
}

/**
 * Says in one line what a run did to the output of its target.
 */
export function summarize(run: TargetRun<GenerateResult>): string {
  const { target, result } = run;
  return result === undefined
    ? summarizeFailure(target, countErrors(run))
    : summarizeWrite(target, result.manifest, result.summary);
}

function targetJson(run: TargetRun<GenerateResult>) {
  const { target, result } = run;
  return {
    target: target.name,
    out: folderPath(target.options),
    errors: countErrors(run),
    isWritten: result !== undefined,
    ...(result && {
      schemas: result.manifest.entries.filter(({ root }) => root).length,
      ...result.summary,
    }),
  };
}

/**
 * Makes the output of a target and writes it. The pipeline takes longer to load than to see that there is
 * nothing to make.
 *
 * @throws DiagnosticsError where nothing was written
 */
export async function generateOutput(options: GenerateOptions): Promise<GenerateResult> {
  await recoverOutput(options.out);
  const known = await unchangedOutput(options);
  if (known !== undefined) return known;
  const { generateAnew } = await import("../../generate.ts");
  return generateAnew(options);
}
