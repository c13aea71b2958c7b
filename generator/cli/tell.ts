import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatAnnotations } from "./annotations.ts";
import type { ReportMode } from "./report-mode.ts";
import { printDiagnostics, type Terminal } from "./terminal.ts";

/**
 * Writes diagnostics as a command is told to: as text to stderr, unless they stand in its JSON, and
 * as annotations where it runs in GitHub Actions.
 */
export async function tellDiagnostics(
  diagnostics: readonly Diagnostic[],
  { json = false, quiet = false, annotations = true }: ReportMode,
  terminal: Terminal,
): Promise<void> {
  const told = quiet ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  if (!json) await printDiagnostics(told, terminal);
  if (annotations && takesAnnotations(terminal)) {
    terminal.stderr.write(formatAnnotations(told, terminal.cwd));
  }
}

/** Whether what runs the command reads annotations from its output. */
export function takesAnnotations({ environment }: Terminal): boolean {
  return environment["GITHUB_ACTIONS"] === "true";
}

/** Writes the report of a command for programs. */
export function writeJson(report: unknown, { stdout }: Terminal): void {
  stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}
