import { check } from "../../generate.ts";
import type { GenerateOptions } from "../../options.ts";
import { formatDifferences } from "../differences.ts";
import { summarizeDifferences } from "../summary.ts";
import { hasColor, printDiagnostics, type ExitCode, type Terminal } from "../terminal.ts";

/**
 * Runs `schemaloom check`: prints the diagnostics, each file that is not as it would be made, and
 * a summary.
 *
 * @throws DiagnosticsError where the output could not be made
 */
export async function runCheck(options: GenerateOptions, terminal: Terminal): Promise<ExitCode> {
  const { diagnostics, differences, files } = await check(options);
  await printDiagnostics(diagnostics, terminal);
  if (differences.length > 0) {
    const color = hasColor(terminal, terminal.stdout);
    terminal.stdout.write(`${formatDifferences(differences, { color })}\n`);
  }
  terminal.stdout.write(`${summarizeDifferences(options, files.size, differences)}\n`);
  return differences.length > 0 ? 1 : 0;
}
