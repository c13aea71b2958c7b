/** A part of a text, and what stands in its place instead. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  /** Empty where the part goes. */
  readonly replacement: string;
}

/**
 * The edit that takes a part out of a text.
 */
export function removal(start: number, end: number): TextEdit {
  return { start, end, replacement: "" };
}

/**
 * A part of a text, edited. Of edits that overlap, the one that starts first holds.
 *
 * @param start where the part begins
 * @param end where it ends
 * @param edits in any order; those outside of the part are left out
 */
export function editText(
  text: string,
  start: number,
  end: number,
  edits: readonly TextEdit[],
): string {
  let edited = "";
  let position = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < position || edit.end > end) continue;
    edited += text.slice(position, edit.start) + edit.replacement;
    position = edit.end;
  }
  return edited + text.slice(position, end);
}
