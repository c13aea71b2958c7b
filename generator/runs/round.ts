import type { Target } from "../config/targets.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import type { GenerateResult } from "../generate.ts";
import { generateOutput } from "./generate-output.ts";
import { allDiagnostics, runTargets, type TargetRun } from "./target-runs.ts";

/** What it takes to make the output of all targets, again and again. */
export interface TargetSource {
  /** Reads the config and joins it with what else is said of it, anew each time. */
  readonly readAll: () => Promise<readonly Target[]>;
  /** The absolute path of the config file; `undefined` where there is none. */
  readonly config: string | undefined;
}

/** What one run of all targets came to. */
export interface Round {
  /** None where the config cannot be used. */
  readonly runs: readonly TargetRun<GenerateResult>[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the targets and writes the output of each; the output of one with errors stays as it was.
 *
 * @param onTargets is told the targets before any of them is run
 */
export async function runRound(
  { readAll }: TargetSource,
  onTargets: (targets: readonly Target[]) => Promise<void>,
): Promise<Round> {
  try {
    const targets = await readAll();
    await onTargets(targets);
    const runs = await runTargets(targets, generateOutput);
    return { runs, diagnostics: allDiagnostics(runs) };
  } catch (fault) {
    if (!(fault instanceof DiagnosticsError)) throw fault;
    return { runs: [], diagnostics: fault.diagnostics };
  }
}

/** Takes the diagnostics of a run, and gives those that are to be told. */
export type Untold = (found: readonly Diagnostic[]) => Diagnostic[];

/**
 * Makes what tells a warning once for as long as each run has it, and an error after each.
 */
export function untoldDiagnostics(): Untold {
  let told: ReadonlySet<string> = new Set();
  return (found) => {
    const keyed = found.map((diagnostic) => ({ diagnostic, key: keyOf(diagnostic) }));
    const news = keyed.filter(
      ({ diagnostic, key }) => diagnostic.severity === "error" || !told.has(key),
    );
    told = new Set(keyed.map(({ key }) => key));
    return news.map(({ diagnostic }) => diagnostic);
  };
}

function keyOf({ code, message, location }: Diagnostic): string {
  return JSON.stringify([code, message, location?.file.path, location?.pointer]);
}
