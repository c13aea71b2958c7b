import { generate } from "../../generate.ts";
import type { GenerateOptions } from "../../options.ts";
import { summarizeWrite } from "../summary.ts";
import { printDiagnostics, type ExitCode, type Terminal } from "../terminal.ts";

/**
 * Runs `schemaloom generate`: writes the output, prints the diagnostics and a summary.
 *
 * @throws DiagnosticsError where nothing was written
 */
export async function runGenerate(options: GenerateOptions, terminal: Terminal): Promise<ExitCode> {
  const { diagnostics, manifest, summary } = await generate(options);
  await printDiagnostics(diagnostics, terminal);
  terminal.stdout.write(`${summarizeWrite(options, manifest, summary)}\n`);
  return diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;
}
