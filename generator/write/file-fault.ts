import { diagnose } from "../diagnostics/diagnose.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";

/**
 * Whether a file operation failed with one of the codes, such as `ENOENT`.
 */
export function hasCode(fault: unknown, ...codes: readonly string[]): boolean {
  return (
    fault instanceof Error &&
    "code" in fault &&
    typeof fault.code === "string" &&
    codes.includes(fault.code)
  );
}

/**
 * The error of an output folder that cannot be written.
 */
export function outputUnwritable(message: string, help: string): DiagnosticsError {
  return new DiagnosticsError([diagnose("output-unwritable", message, { help })]);
}
