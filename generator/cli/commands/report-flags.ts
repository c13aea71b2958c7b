import type { Command } from "commander";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import type { ReportMode } from "../report-mode.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

/**
 * Gives a command the flags that say how it tells what it found.
 */
export function addReportFlags(command: Command): Command {
  return command
    .option("--json", "write what there is to tell as JSON to stdout")
    .option("--quiet", "tell only what is to be mended")
    .option("--no-annotations", "write no annotations in GitHub Actions");
}

/**
 * Does the work of a command. Diagnostics that it throws are told as the flags say, and the exit
 * code is 1.
 */
export async function reporting(
  mode: ReportMode,
  terminal: Terminal,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof DiagnosticsError)) throw fault;
    const { tellDiagnostics, writeJson } = await import("../tell.ts");
    if (mode.json) {
      const { diagnosticJson } = await import("../diagnostic-json.ts");
      const diagnostics = fault.diagnostics.map((one) => diagnosticJson(one, terminal.cwd));
      writeJson({ version: 1, diagnostics }, terminal);
    }
    await tellDiagnostics(fault.diagnostics, mode, terminal);
    return 1;
  }
}
