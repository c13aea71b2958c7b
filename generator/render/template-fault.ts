import { diagnose } from "../diagnostics/diagnose.ts";
import {
  type Diagnostic,
  DiagnosticsError,
  type SourceFile,
  type SourceRange,
} from "../diagnostics/diagnostic.ts";

/** A template as it stands in its file. */
export interface TemplateText {
  readonly file: string;
  readonly text: string;
}

/**
 * The error of a template that cannot be parsed, or that names what is not in its view.
 *
 * @param fault what Handlebars threw
 */
export function templateFault({ file: path, text }: TemplateText, fault: unknown) {
  const file: SourceFile = { path, text, rangeOf: () => undefined };
  const range = faultRange(fault) ?? partialRange(text, fault);
  return new DiagnosticsError([
    diagnose("template-invalid", `the template cannot be rendered: ${faultWords(fault)}`, {
      help: "mend the template, or remove it from the folder of templates to have the package's own",
      location: { file, ...(range && { range }) },
    }),
  ]);
}

/**
 * The diagnostic of a folder of templates that is not there.
 */
export function missingFolder(folder: string): Diagnostic {
  return diagnose("template-invalid", `there is no folder of templates "${folder}"`, {
    help: "the option templates of the config names a folder, relative to the config",
  });
}

/** The reason alone: Handlebars adds the place, and to a fault of syntax a frame of its own. */
function faultWords(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const unknownName = /^"(.*)" not defined in /.exec(fault.message)?.[1];
  if (unknownName !== undefined) return `it names "${unknownName}", which its view does not have`;
  if (syntaxFaultLine(fault) !== undefined) {
    return fault.message.endsWith("got 'EOF'")
      ? "a block or tag of it is not closed"
      : "its syntax is not that of Handlebars";
  }
  return fault.message.replace(/ - \d+:\d+$/, "");
}

/** Handlebars counts columns from 0, and tells of a fault of syntax the line alone. */
function faultRange(fault: unknown): SourceRange | undefined {
  if (!(fault instanceof Error)) return undefined;
  const { lineNumber, column } = fault as { lineNumber?: unknown; column?: unknown };
  if (typeof lineNumber === "number" && typeof column === "number") {
    const start = { line: lineNumber, column: column + 1 };
    return { start, end: start };
  }
  const line = syntaxFaultLine(fault);
  return line === undefined ? undefined : { start: { line, column: 1 }, end: { line, column: 1 } };
}

/** Of a partial that there is not Handlebars tells the name alone, which stands where it is used. */
function partialRange(text: string, fault: unknown): SourceRange | undefined {
  const message = fault instanceof Error ? fault.message : "";
  const name = /^The partial (.+) could not be found$/.exec(message)?.[1];
  if (name === undefined) return undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const tag = [...line.matchAll(/\{\{~?#?>\s*["'[]?/g)].find(({ index: at, 0: { length } }) =>
      line.startsWith(name, at + length),
    );
    if (tag === undefined) continue;
    const start = { line: index + 1, column: tag.index + tag[0].length + 1 };
    return { start, end: { ...start, column: start.column + name.length } };
  }
  return undefined;
}

function syntaxFaultLine({ message }: Error): number | undefined {
  const line = /^(?:Parse|Lexical) error on line (\d+)[:.]/.exec(message)?.[1];
  return line === undefined ? undefined : Number(line);
}
