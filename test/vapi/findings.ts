import path from "node:path";
import type { DiagnosticCode } from "../../generator/diagnostics/catalogue.ts";
import { type Diagnostic, DiagnosticsError } from "../../generator/diagnostics/diagnostic.ts";
import { makeProject } from "../harness/project.ts";

/** The diagnostics of a code. */
export function found(
  diagnostics: readonly Diagnostic[],
  code: DiagnosticCode,
): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.code === code);
}

/** File name and pointer of each diagnostic, sorted. */
export function places(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .map(({ location }) => `${path.basename(location?.file.path ?? "")}#${location?.pointer ?? ""}`)
    .sort();
}

/**
 * The diagnostics of a run that must fail.
 *
 * @throws Error where it succeeds, or fails otherwise
 */
export async function failureOf(
  inputs: Readonly<Record<string, unknown>>,
): Promise<readonly Diagnostic[]> {
  try {
    await makeProject(inputs);
  } catch (error) {
    if (error instanceof DiagnosticsError) return error.diagnostics;
    throw error;
  }
  throw new Error("the run did not fail");
}
