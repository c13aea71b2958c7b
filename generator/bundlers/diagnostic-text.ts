import { type Diagnostic, locationRange } from "../diagnostics/diagnostic.ts";
import { formatDiagnostic, sortDiagnostics } from "../diagnostics/format.ts";

/** A diagnostic as bundlers tell errors: a text that says all, and a place that they can lead to. */
export interface BundlerMessage {
  readonly text: string;
  readonly place?: {
    readonly file: string;
    readonly line: number;
    /** Counts from 1. */
    readonly column: number;
    /** The text of the line. */
    readonly lineText: string;
  };
}

/**
 * Writes diagnostics as the messages of a bundler, by their places.
 */
export function bundlerMessages(diagnostics: readonly Diagnostic[]): BundlerMessage[] {
  return sortDiagnostics(diagnostics).map((diagnostic) => {
    const { location } = diagnostic;
    const start = location && locationRange(location)?.start;
    const text = formatDiagnostic(diagnostic, { cwd: process.cwd(), color: false });
    if (location === undefined || start === undefined) return { text };
    const { file } = location;
    const lineText = file.text.split(/\r\n|\n|\r/)[start.line - 1] ?? "";
    return { text, place: { file: file.path, ...start, lineText } };
  });
}

/** The error of a build, which leads to the place of the first diagnostic and tells all. */
export interface BuildError {
  readonly message: string;
  readonly id?: string;
  readonly loc?: { readonly file: string; readonly line: number; readonly column: number };
}

/**
 * Joins diagnostics into the one error that a build of Rollup, Rolldown or Vite can have.
 */
export function buildError(diagnostics: readonly Diagnostic[]): BuildError {
  const messages = bundlerMessages(diagnostics);
  const place = messages.find((message) => message.place !== undefined)?.place;
  return {
    message: `\n${messages.map(({ text }) => text).join("\n\n")}`,
    ...(place && {
      id: place.file,
      loc: { file: place.file, line: place.line, column: place.column },
    }),
  };
}
