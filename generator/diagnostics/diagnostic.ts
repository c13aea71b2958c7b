import type { DiagnosticCode, Severity } from "./catalogue.ts";

/** A place in a text: line and column count from 1, columns in UTF-16 units. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text; `end` is the position just behind its last character. */
export interface SourceRange {
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}

/** A text that diagnostics can point into. */
export interface SourceFile {
  /** The absolute path of the file. */
  readonly path: string;
  /** The path of an input relative to the input root that holds it, with POSIX slashes. */
  readonly source?: string;
  readonly text: string;
  /**
   * Where the value at a JSON Pointer stands; of its nearest ancestor that the text holds, where it
   * holds no such value itself. `undefined` where the text cannot be parsed.
   */
  rangeOf(pointer: string): SourceRange | undefined;
  /** Where the key of the member at a JSON Pointer stands; `undefined` where the text holds none. */
  keyRangeOf?(pointer: string): SourceRange | undefined;
}

/** Where a diagnostic points: a value by its JSON Pointer, or a stretch of text by its range. */
export interface DiagnosticLocation {
  readonly file: SourceFile;
  /** JSON Pointer of the value in the file. */
  readonly pointer?: string;
  /** Goes before the place of the value. */
  readonly range?: SourceRange;
}

/** Something that the user should know about an input, with its place and its mend. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence that names the fault, without a full stop at its end. */
  readonly message: string;
  /** What was expected and how to mend it. */
  readonly help?: string;
  readonly location?: DiagnosticLocation;
}

/** Takes a diagnostic as a stage finds it. */
export type Report = (diagnostic: Diagnostic) => void;

/** Thrown where errors keep an operation from its result. */
export class DiagnosticsError extends Error {
  override readonly name = "DiagnosticsError";
  /** Every diagnostic of the run, at least one of them an error. */
  readonly diagnostics: readonly Diagnostic[];

  /**
   * @param diagnostics every diagnostic of the run, at least one of them an error
   */
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/**
 * The place of a diagnostic as a range, looked up by its pointer where it has none of its own.
 */
export function locationRange(location: DiagnosticLocation): SourceRange | undefined {
  return location.range ?? location.file.rangeOf(location.pointer ?? "");
}
