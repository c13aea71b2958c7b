import { lint } from "../../generate.ts";
import type { SchemaKeywords } from "../../lint/keyword-report.ts";
import type { GenerateOptions } from "../../options.ts";
import { keywordReportJson } from "../keyword-report-json.ts";
import { formatKeywordReport } from "../keyword-report-text.ts";
import { hasColor, printDiagnostics, type ExitCode, type Terminal } from "../terminal.ts";

/** What `lint` is told besides what every command is. */
export interface LintMode {
  /** Whether a keyword that nobody says is a fault. */
  readonly strict?: boolean;
  /** Whether to write the report as JSON, the diagnostics in it. */
  readonly json?: boolean;
}

/**
 * Runs `schemaloom lint`: prints the diagnostics and who says the keywords of each schema.
 *
 * @throws DiagnosticsError where there is an error
 */
export async function runLint(
  options: GenerateOptions,
  { strict = false, json = false }: LintMode,
  terminal: Terminal,
): Promise<ExitCode> {
  const result = await lint(options);
  if (json) {
    terminal.stdout.write(`${JSON.stringify(keywordReportJson(result), null, 2)}\n`);
  } else {
    await printDiagnostics(result.diagnostics, terminal);
    const color = hasColor(terminal, terminal.stdout);
    terminal.stdout.write(`${formatKeywordReport(result.schemas, { color })}\n`);
  }
  const unsaid = countUnsaid(result.schemas);
  if (!strict || unsaid === 0) return 0;
  const keywords = unsaid === 1 ? "1 keyword is" : `${unsaid} keywords are`;
  terminal.stderr.write(`${keywords} said by nobody, which --strict does not let pass\n`);
  return 1;
}

function countUnsaid(schemas: readonly SchemaKeywords[]): number {
  return schemas
    .flatMap(({ keywords }) => keywords)
    .filter(({ saidBy }) => saidBy === "nobody")
    .reduce((count, { pointers }) => count + pointers.length, 0);
}
