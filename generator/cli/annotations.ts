import path from "node:path";
import {
  type Diagnostic,
  type DiagnosticLocation,
  locationRange,
  type SourceRange,
} from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/format.ts";
import type { OutputDifference } from "../write/compare-output.ts";

/** GitHub shows so many of each severity for a step; more would only lengthen its log. */
export const shownAnnotations = 10;

/**
 * Writes diagnostics as commands of GitHub Actions, which shows them at their lines. Each is one
 * line; no diagnostics give the empty text.
 */
export function formatAnnotations(diagnostics: readonly Diagnostic[], cwd: string): string {
  const sorted = sortDiagnostics(diagnostics);
  return (["error", "warning"] as const)
    .flatMap((severity) =>
      sorted.filter((diagnostic) => diagnostic.severity === severity).slice(0, shownAnnotations),
    )
    .map(({ severity, code, message, help, location }) => {
      const place = location && placeOf(location, cwd);
      const text = help === undefined ? message : `${message}\nhelp: ${help}`;
      return annotate(severity, { ...place, title: `schemaloom ${code}` }, text);
    })
    .join("");
}

/**
 * Writes the differences of an output as commands of GitHub Actions.
 */
export function annotateDifferences(
  differences: readonly OutputDifference[],
  { cwd, out }: { readonly cwd: string; readonly out: string },
): string {
  return differences
    .slice(0, shownAnnotations)
    .map(({ kind, path: file }) => {
      const place = { file: relativePath(path.join(out, file), cwd), title: "schemaloom check" };
      return annotate("error", place, `${kind}; schemaloom generate brings it up to date`);
    })
    .join("");
}

/** Where an annotation is shown, as GitHub names it. */
export type AnnotationPlace = Readonly<Record<string, string | number>>;

/** The place of something in a file. */
export function placeOf(location: DiagnosticLocation, cwd: string): AnnotationPlace {
  return { file: relativePath(location.file.path, cwd), ...linesOf(locationRange(location)) };
}

function linesOf(range: SourceRange | undefined): AnnotationPlace {
  if (range === undefined) return {};
  const { start, end } = range;
  // Columns hold only for a stretch that ends on its first line.
  const columns =
    start.line === end.line ? { col: start.column, endColumn: end.column } : { col: start.column };
  return { line: start.line, endLine: end.line, ...columns };
}

/** Writes one annotation, on one line. */
export function annotate(
  severity: "error" | "warning",
  properties: AnnotationPlace,
  message: string,
): string {
  const written = Object.entries(properties).map(
    ([name, value]) =>
      `${name}=${escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`,
  );
  return `::${severity} ${written.join(",")}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function relativePath(file: string, cwd: string): string {
  return path.relative(cwd, file).replaceAll(path.sep, "/");
}
