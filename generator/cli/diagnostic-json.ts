import path from "node:path";
import { type Diagnostic, locationRange } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/format.ts";
import type { TargetRun } from "../runs/target-runs.ts";

/**
 * A diagnostic for programs. Its form is part of the interface of every command.
 *
 * @param cwd the folder that `file` is relative to
 */
export function diagnosticJson(
  { code, severity, message, help, location }: Diagnostic,
  cwd: string,
) {
  const file = location && path.relative(cwd, location.file.path).replaceAll(path.sep, "/");
  const start = location && locationRange(location)?.start;
  const source = location?.file.source;
  const pointer = location?.pointer;
  return { code, severity, message, help, file, source, pointer, ...start };
}

/** The diagnostics of all targets for programs, each with its target where that has a name. */
export function diagnosticsJson(runs: readonly TargetRun<unknown>[], cwd: string) {
  return runs.flatMap(({ target, diagnostics }) =>
    sortDiagnostics(diagnostics).map((diagnostic) => ({
      target: target.name,
      ...diagnosticJson(diagnostic, cwd),
    })),
  );
}
