import type { Target } from "../../config/targets.ts";
import { lint, type LintResult } from "../../generate.ts";
import type { SchemaKeywords } from "../../lint/keyword-report.ts";
import { diagnosticsJson } from "../diagnostic-json.ts";
import { formatKeywordReport } from "../keyword-report-text.ts";
import { withProgress } from "../progress-line.ts";
import type { ReportMode } from "../report-mode.ts";
import { allDiagnostics, countErrors, runTargets, type TargetRun } from "../../runs/target-runs.ts";
import { tellDiagnostics, writeJson } from "../tell.ts";
import { hasColor, type ExitCode, type Terminal } from "../terminal.ts";

/** What `lint` is told besides what every command is. */
export interface LintMode extends ReportMode {
  /** Whether a keyword that nobody says is a fault. */
  readonly strict?: boolean;
}

/**
 * Runs `schemaloom lint`: prints the diagnostics and who says the keywords of each schema.
 */
export async function runLint(
  targets: readonly Target[],
  mode: LintMode,
  terminal: Terminal,
): Promise<ExitCode> {
  const runs = await withProgress(mode, terminal, (of) => runTargets(targets, lint, of));
  // Warnings are what it is run for.
  await tellDiagnostics(allDiagnostics(runs), { ...mode, quiet: false }, terminal);
  if (mode.json) {
    const diagnostics = diagnosticsJson(runs, terminal.cwd);
    writeJson({ version: 1, schemas: runs.flatMap(schemasJson), diagnostics }, terminal);
  } else {
    for (const run of runs) printReport(run, mode, terminal);
  }
  if (!mode.quiet && runs.some(({ result }) => result?.arePatternsChecked === false)) {
    terminal.stderr.write(
      "patterns were not checked for backtracking: npm install --save-dev recheck, and they are\n",
    );
  }
  if (runs.some((run) => countErrors(run) > 0)) return 1;
  const unsaid = countUnsaid(runs.flatMap(({ result }) => result?.schemas ?? []));
  if (mode.strict !== true || unsaid === 0) return 0;
  const keywords = unsaid === 1 ? "1 keyword is" : `${unsaid} keywords are`;
  terminal.stderr.write(`${keywords} said by nobody, which --strict does not let pass\n`);
  return 1;
}

function printReport(
  { target, result }: TargetRun<LintResult>,
  { quiet = false }: LintMode,
  terminal: Terminal,
): void {
  if (result === undefined) return;
  const color = hasColor(terminal, terminal.stdout);
  const report = formatKeywordReport(result.schemas, { color, unsaidAlone: quiet });
  if (report === "") return;
  const heading = target.name === undefined ? "" : `[${target.name}]\n`;
  terminal.stdout.write(`${heading}${report}\n`);
}

function schemasJson({ target, result }: TargetRun<LintResult>) {
  return (result?.schemas ?? []).map((schema) => ({ target: target.name, ...schema }));
}

function countUnsaid(schemas: readonly SchemaKeywords[]): number {
  return schemas
    .flatMap(({ keywords }) => keywords)
    .filter(({ saidBy }) => saidBy === "nobody")
    .reduce((count, { pointers }) => count + pointers.length, 0);
}
