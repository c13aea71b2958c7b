import { codeFrameColumns } from "@babel/code-frame";
import path from "node:path";
import picocolors from "picocolors";
import { compareCodeUnits } from "../text/order.ts";
import { locationRange, type Diagnostic, type SourceFile, type SourceRange } from "./diagnostic.ts";

/** How diagnostics are written for a terminal. */
export interface FormatOptions {
  /** The folder that printed paths are relative to. */
  readonly cwd: string;
  readonly color: boolean;
}

/** Above so many warnings in all, their code frames are left out. */
const framedWarnings = 10;

/** A line longer than this, such as a minified file's only one, is not shown. */
const longestFramedLine = 240;

/** More columns than these are not marked, as they would fill a line of a terminal and go on in the next. */
const longestMark = 60;

const linesOfFile = new WeakMap<SourceFile, readonly string[]>();

function linesOf(file: SourceFile): readonly string[] {
  let lines = linesOfFile.get(file);
  if (lines === undefined) {
    // The code frame breaks lines at U+2028 and U+2029 too, which JSON takes in strings.
    lines = file.text.replaceAll(/[\u2028\u2029]/g, " ").split(/\r\n|\n|\r/);
    linesOfFile.set(file, lines);
  }
  return lines;
}

function codeFrame(file: SourceFile, { start, end }: SourceRange): string | undefined {
  const firstLine = Math.max(1, start.line - 2);
  const lines = linesOf(file).slice(firstLine - 1, start.line + 2);
  if (lines.some((line) => line.length > longestFramedLine)) return undefined;
  const options = { highlightCode: false, startLine: firstLine };
  // A value that goes on over further lines, or over most of a long one, is marked where it starts.
  const isShort = end.line === start.line && end.column - start.column <= longestMark;
  return codeFrameColumns(lines.join("\n"), isShort ? { start, end } : { start }, options);
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}

function formatPlace(diagnostic: Diagnostic, cwd: string): string | undefined {
  if (diagnostic.location === undefined) return undefined;
  const file = path.relative(cwd, diagnostic.location.file.path).replaceAll(path.sep, "/");
  const start = locationRange(diagnostic.location)?.start;
  return start === undefined ? file : `${file}:${start.line}:${start.column}`;
}

function formatOne(diagnostic: Diagnostic, options: FormatOptions, framed: boolean): string {
  const colors = picocolors.createColors(options.color);
  const { severity, code, message, help, location } = diagnostic;
  const place = formatPlace(diagnostic, options.cwd);
  const paint = severity === "error" ? colors.red : colors.yellow;
  const lines = [
    [colors.bold(paint(severity)), code, place ?? []].flat().join(" "),
    indent(message),
  ];
  const range = framed && location !== undefined ? locationRange(location) : undefined;
  const frame = range && location ? codeFrame(location.file, range) : undefined;
  if (frame !== undefined) lines.push(colors.dim(indent(frame)));
  if (help !== undefined) lines.push(indent(`${colors.cyan("help:")} ${help}`));
  return lines.join("\n");
}

/**
 * Writes one diagnostic: its severity, code and place, the message, a code frame and the help.
 */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions): string {
  return formatOne(diagnostic, options, true);
}

/**
 * Writes diagnostics by their files, lines and columns, with a line at the end that counts them. Warnings carry a code frame only where there are at most ten of them; errors always do.
 * No diagnostics give the empty text.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: FormatOptions,
): string {
  if (diagnostics.length === 0) return "";
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  const blocks = sortDiagnostics(diagnostics).map((diagnostic) =>
    formatOne(diagnostic, options, diagnostic.severity === "error" || warnings <= framedWarnings),
  );
  const counts = [count(diagnostics.length - warnings, "error"), count(warnings, "warning")];
  return [...blocks, counts.flat().join(", ")].join("\n\n");
}

function count(amount: number, noun: string): string[] {
  return amount === 0 ? [] : [`${amount} ${noun}${amount === 1 ? "" : "s"}`];
}

/**
 * Returns diagnostics by file, line, column, code and message; those without a place come first.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics
    .map((diagnostic) => {
      const { location } = diagnostic;
      const start = location && locationRange(location)?.start;
      return {
        diagnostic,
        path: location?.file.path ?? "",
        line: start?.line ?? 0,
        column: start?.column ?? 0,
      };
    })
    .sort(
      (a, b) =>
        compareCodeUnits(a.path, b.path) ||
        a.line - b.line ||
        a.column - b.column ||
        compareCodeUnits(a.diagnostic.code, b.diagnostic.code) ||
        compareCodeUnits(a.diagnostic.message, b.diagnostic.message),
    )
    .map(({ diagnostic }) => diagnostic);
}
