import type { SourcePosition, SourceRange } from "../diagnostics/diagnostic.ts";

/** Turns offsets of a text into lines and columns. */
export interface TextPositions {
  rangeAt(start: number, end: number): SourceRange;
}

/**
 * Makes the positions of a text, whose lines end in LF, CR LF or CR. The text is not looked at
 * before the first question.
 */
export function createTextPositions(text: string): TextPositions {
  let lineStarts: readonly number[] | undefined;

  function positionAt(offset: number): SourcePosition {
    lineStarts ??= findLineStarts(text);
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  }

  return {
    rangeAt: (start, end) => ({ start: positionAt(start), end: positionAt(end) }),
  };
}

function findLineStarts(text: string): number[] {
  const lineStarts = [0];
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) {
    lineStarts.push(index + lineEnd.length);
  }
  return lineStarts;
}
