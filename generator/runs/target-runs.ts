import type { Target } from "../config/targets.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import type { GenerateOptions } from "../options.ts";
import type { OnProgress } from "../progress.ts";

/** What a run of one target came to. */
export interface TargetRun<Result> {
  readonly target: Target;
  /** `undefined` where errors kept it from being made. */
  readonly result: Result | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes of the name of a target what is told how far its run has come. */
export type ProgressOf = (target: string | undefined) => OnProgress;

/**
 * Runs targets one after the other; one that cannot be made keeps no other from it.
 *
 * @param progressOf what is told how far the run of a target has come
 */
export async function runTargets<Result extends { readonly diagnostics: readonly Diagnostic[] }>(
  targets: readonly Target[],
  run: (options: GenerateOptions) => Promise<Result>,
  progressOf?: ProgressOf,
): Promise<readonly TargetRun<Result>[]> {
  const runs: TargetRun<Result>[] = [];
  for (const target of targets) {
    try {
      const result = await run({
        ...target.options,
        ...(progressOf && { onProgress: progressOf(target.name) }),
      });
      runs.push({ target, result, diagnostics: result.diagnostics });
    } catch (fault) {
      if (!(fault instanceof DiagnosticsError)) throw fault;
      runs.push({ target, result: undefined, diagnostics: fault.diagnostics });
    }
  }
  return runs;
}

/**
 * The diagnostics of all targets; what several have to say alike, of a schema that they share, once.
 */
export function allDiagnostics(runs: readonly TargetRun<unknown>[]): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const diagnostic of runs.flatMap(({ diagnostics }) => diagnostics)) {
    const { code, message, help, location } = diagnostic;
    const place = [location?.file.path, location?.pointer, location?.range];
    const key = JSON.stringify([code, message, help, ...place]);
    if (!found.has(key)) found.set(key, diagnostic);
  }
  return [...found.values()];
}

/** How many errors the run of a target has. */
export function countErrors({ diagnostics }: TargetRun<unknown>): number {
  return diagnostics.filter(({ severity }) => severity === "error").length;
}
