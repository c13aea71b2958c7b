/** The width that lines are kept to where they can be broken. */
const width = 100;

const step = 2;

/** A line of code. */
export interface CodeLine {
  /** How many steps it is indented. */
  readonly depth: number;
  readonly text: string;
  /** The lines to write in its place where it is too wide, indented from where it stands. */
  readonly broken?: readonly CodeLine[];
  /** Whether it is a statement that can be the whole body of an `if`, without braces. */
  readonly bare?: boolean;
}

/**
 * A line of code at the outermost depth.
 */
export function line(text: string, broken?: readonly CodeLine[]): CodeLine {
  return { depth: 0, text, ...(broken === undefined ? {} : { broken }) };
}

/**
 * A statement that can be the whole body of an `if`, without braces.
 */
export function statement(text: string): CodeLine {
  return { depth: 0, text, bare: true };
}

/**
 * Indents lines by one step.
 */
export function indent(lines: readonly CodeLine[]): CodeLine[] {
  return lines.map((each) => ({ ...each, depth: each.depth + 1 }));
}

/**
 * A block: its head with an opening brace, its lines indented, and a closing brace.
 */
export function block(head: string, lines: readonly CodeLine[]): CodeLine[] {
  return [line(`${head} {`), ...indent(lines), line("}")];
}

/**
 * Lines with text put before the first and behind the last.
 */
export function framed(head: string, lines: readonly CodeLine[], tail: string): CodeLine[] {
  const last = lines.length - 1;
  return lines.map((each, index) => {
    const [before, behind] = [index === 0 ? head : "", index === last ? tail : ""];
    if (before === "" && behind === "") return each;
    return {
      ...each,
      text: before + each.text + behind,
      ...(each.broken === undefined ? {} : { broken: framed(before, each.broken, behind) }),
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
  return line(`${head}${padding}${entries.join(", ")}${padding}${tail}`, [
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
  const rows: string[] = [];
  for (const entry of entries) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + entry.length + 2 * step <= width) {
      rows[rows.length - 1] = `${row} ${entry},`;
    } else rows.push(`${entry},`);
  }
  const broken = [line(head), ...indent(rows.map((row) => line(row))), line(tail)];
  return line(`${head}${entries.join(", ")}${tail}`, broken);
}

/**
 * Writes lines as text, breaking those that are too wide.
 */
export function layOut(lines: readonly CodeLine[], depth = 0): string[] {
  return lines.flatMap((each) => {
    const columns = (each.depth + depth) * step;
    if (each.broken !== undefined && columns + each.text.length > width) {
      return layOut(each.broken, each.depth + depth);
    }
    return [" ".repeat(columns) + each.text];
  });
}
