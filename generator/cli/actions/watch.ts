import type { GenerateResult } from "../../generate.ts";
import type { TargetSource } from "../../runs/round.ts";
import { countErrors, type TargetRun } from "../../runs/target-runs.ts";
import { type WatchedRound, watchTargets } from "../../runs/watch-targets.ts";
import type { ReportMode } from "../report-mode.ts";
import { tellDiagnostics } from "../tell.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { summarize } from "./generate.ts";

/**
 * Runs `schemaloom watch`: generates, and again after each change of what was read, until it is told to
 * end. Errors are told and wait for the change that mends them.
 *
 * @returns once the process is asked to end
 */
export async function runWatch(
  source: TargetSource,
  mode: ReportMode,
  terminal: Terminal,
): Promise<ExitCode> {
  const asked = untilAskedToEnd();
  const watching = await watchTargets(source, (round) => tellRound(round, mode, terminal));
  terminal.stderr.write(`watching; Ctrl+C ends it\n`);
  await Promise.race([asked, watching.ended]);
  await watching.close();
  return 0;
}

async function tellRound(
  { runs, untold, isFirst, took }: WatchedRound,
  mode: ReportMode,
  terminal: Terminal,
): Promise<void> {
  await tellDiagnostics(untold, mode, terminal);
  if (mode.quiet) return;
  for (const run of runs.filter((each) => isFirst || isNews(each))) {
    terminal.stdout.write(`${timeOfDay()} ${summarize(run)} (${String(Math.round(took))} ms)\n`);
  }
}

/** Whether a run changed something, or could not. */
function isNews(run: TargetRun<GenerateResult>): boolean {
  if (run.result === undefined || countErrors(run) > 0) return true;
  const { created, changed, removed } = run.result.summary;
  return created.length + changed.length + removed.length > 0;
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, "00:00:00".length);
}

function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
}
