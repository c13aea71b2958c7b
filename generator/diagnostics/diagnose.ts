import { diagnosticSeverities, type DiagnosticCode } from "./catalogue.ts";
import type { Diagnostic, DiagnosticLocation } from "./diagnostic.ts";

/** The parts of a diagnostic that not every diagnostic has. */
export interface DiagnosticDetails {
  readonly help?: string;
  readonly location?: DiagnosticLocation;
}

/**
 * Makes a diagnostic, with the severity that the catalogue gives to its code.
 */
export function diagnose(
  code: DiagnosticCode,
  message: string,
  details: DiagnosticDetails = {},
): Diagnostic {
  return { code, severity: diagnosticSeverities[code], message, ...details };
}
