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
  let carriageReturn = text.indexOf("\r");
  let lineFeed = text.indexOf("\n");
  while (lineFeed !== -1 || carriageReturn !== -1) {
    const isReturn = carriageReturn !== -1 && (lineFeed === -1 || carriageReturn < lineFeed);
    const end = isReturn ? carriageReturn : lineFeed;
    const start = end + (isReturn && lineFeed === end + 1 ? 2 : 1);
    lineStarts.push(start);
    if (isReturn) carriageReturn = text.indexOf("\r", start);
    if (lineFeed !== -1 && lineFeed < start) lineFeed = text.indexOf("\n", start);
  }
  return lineStarts;
}
