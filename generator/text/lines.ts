/** The width that lines are kept to where they can be broken. */
const width = 100;

const step = 2;

/** The language that lines are written in: JavaScript is TypeScript without the types. */
export type CodeLanguage = "typescript" | "javascript";

/** A line of code, or lines that stand a step further in. */
export interface CodeLine {
  readonly text: string;
  /** Makes the lines to write in its place where it is too wide, indented from where it stands. */
  readonly broken: (() => readonly CodeLine[]) | undefined;
  /** Whether it is a statement that can be the whole body of an `if`, without braces. */
  readonly bare: boolean;
  /** The lines that stand a step further in; where there are any, it has no text of its own. */
  readonly indented: readonly CodeLine[] | undefined;
  /** The same in JavaScript; `undefined` where it says no types. */
  readonly untyped: CodeLine | undefined;
}

/**
 * A line of code at the outermost depth.
 */
export function line(text: string, broken?: () => readonly CodeLine[]): CodeLine {
  return { text, broken, bare: false, indented: undefined, untyped: undefined };
}

/**
 * A statement that can be the whole body of an `if`, without braces.
 */
export function statement(text: string): CodeLine {
  return { text, broken: undefined, bare: true, indented: undefined, untyped: undefined };
}

/**
 * A line that says types, in TypeScript and in JavaScript.
 *
 * @param write makes the line with what gives the text of a type: as it is, or nothing
 */
export function typedLine(write: (typed: (text: string) => string) => CodeLine): CodeLine {
  return { ...write((text) => text), untyped: write(() => "") };
}

/**
 * Indents lines by one step.
 */
export function indent(lines: readonly CodeLine[]): CodeLine[] {
  return lines.length === 0 ? [] : [indented(lines)];
}

function indented(lines: readonly CodeLine[]): CodeLine {
  return { text: "", broken: undefined, bare: false, indented: lines, untyped: undefined };
}

/**
 * A block: its head with an opening brace, its lines indented, and a closing brace.
 */
export function block(head: string, lines: readonly CodeLine[]): CodeLine[] {
  return [line(`${head} {`), indented(lines), line("}")];
}

/**
 * Lines with text put before the first and behind the last.
 */
export function framed(head: string, lines: readonly CodeLine[], tail: string): CodeLine[] {
  const last = lines.length - 1;
  return lines.map((each, index) => {
    const [before, behind] = [index === 0 ? head : "", index === last ? tail : ""];
    if (before === "" && behind === "") return each;
    if (each.indented !== undefined) return indented(framed(before, each.indented, behind));
    const { broken, untyped } = each;
    return {
      ...each,
      untyped: untyped && framed(before, [untyped], behind)[0],
      text: before + each.text + behind,
      broken: broken === undefined ? undefined : () => framed(before, broken(), behind),
    };
  });
}

/**
 * A list in brackets behind a head: on one line where it fits, else an entry a line.
 *
 * @param padding what stands inside the brackets on one line
 */
export function listLine(
  head: string,
  entries: readonly string[],
  tail: string,
  padding = "",
): CodeLine {
  return line(`${head}${padding}${commaSeparated(entries)}${padding}${tail}`, () => [
    line(head),
    ...indent(entries.map((entry) => line(`${entry},`))),
    line(tail),
  ]);
}

/**
 * A list as {@link listLine} makes it, that is a statement which can be the whole body of an `if`.
 */
export function listStatement(head: string, entries: readonly string[], tail: string): CodeLine {
  return { ...listLine(head, entries, tail), bare: true };
}

/**
 * A list in brackets as {@link listLine} makes it, with as many entries a line as fit.
 */
export function filledLine(head: string, entries: readonly string[], tail: string): CodeLine {
  return line(`${head}${commaSeparated(entries)}${tail}`, () => [
    line(head),
    ...indent(filledRows(entries)),
    line(tail),
  ]);
}

/** Puts entries together as an engine does without copying any of them. */
function commaSeparated([first = "", ...others]: readonly string[]): string {
  let text = first;
  for (const entry of others) text += `, ${entry}`;
  return text;
}

function filledRows(entries: readonly string[]): CodeLine[] {
  const rows: CodeLine[] = [];
  let row = "";
  for (const entry of entries) {
    if (row !== "" && row.length + entry.length + 2 * step <= width) {
      row += ` ${entry},`;
      continue;
    }
    if (row !== "") rows.push(line(row));
    row = `${entry},`;
  }
  if (row !== "") rows.push(line(row));
  return rows;
}

/** White space before a line, by the depth that the line stands at. */
const margins: string[] = [];

function marginAt(depth: number): string {
  return (margins[depth] ??= " ".repeat(step * depth));
}

/**
 * Writes lines as text, breaking those that are too wide.
 */
export function layOut(
  lines: readonly CodeLine[],
  depth = 0,
  language: CodeLanguage = "typescript",
): string {
  return writeLines(undefined, lines, depth, language) ?? "";
}

/** @param written the lines before; `undefined` where there are none */
function writeLines(
  written: string | undefined,
  lines: readonly CodeLine[],
  depth: number,
  language: CodeLanguage,
): string | undefined {
  const margin = marginAt(depth);
  let text = written;
  for (const one of lines) {
    const each = language === "javascript" && one.untyped !== undefined ? one.untyped : one;
    if (each.indented !== undefined) {
      text = writeLines(text, each.indented, depth + 1, language);
    } else if (each.broken !== undefined && margin.length + each.text.length > width) {
      text = writeLines(text, each.broken(), depth, language);
    } else {
      const row = margin + each.text;
      text = text === undefined ? row : `${text}\n${row}`;
    }
  }
  return text;
}
