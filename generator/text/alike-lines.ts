import type { CodeLine } from "./lines.ts";

/**
 * The length of the text of lines, which lines that are written alike have in common.
 */
export function textLength(lines: readonly CodeLine[]): number {
  let length = 0;
  for (const { text, indented } of lines) {
    length += indented === undefined ? text.length : textLength(indented);
  }
  return length;
}

/**
 * Whether lines are written alike.
 */
export function areAlike(lines: readonly CodeLine[], others: readonly CodeLine[]): boolean {
  if (lines === others) return true;
  return (
    lines.length === others.length &&
    lines.every((each, index) => {
      const other = others[index];
      if (each.text !== other?.text) return false;
      if (each.indented === undefined) return other.indented === undefined;
      return other.indented !== undefined && areAlike(each.indented, other.indented);
    })
  );
}
