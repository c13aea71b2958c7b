import { type Diagnostic, locationRange } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/format.ts";
import type { LintResult } from "../generate.ts";

/**
 * The report of `lint` for programs. Its form is part of the command's interface.
 */
export function keywordReportJson({ schemas, diagnostics }: LintResult) {
  return { version: 1, schemas, diagnostics: sortDiagnostics(diagnostics).map(diagnosticJson) };
}

function diagnosticJson({ code, severity, message, help, location }: Diagnostic) {
  const start = location && locationRange(location)?.start;
  const source = location?.file.source;
  const pointer = location?.pointer;
  return { code, severity, message, help, source, pointer, ...start };
}
