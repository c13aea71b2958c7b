import picocolors from "picocolors";
import type { OutputDifference } from "../write/compare-output.ts";

/** How much of the diffs is shown: lines of each, and diffs in all. */
const shownLines = 40;
const shownDiffs = 20;

/**
 * Writes the differences of an output for a terminal: a line for each file, and below a changed
 * one the start of its unified diff.
 */
export function formatDifferences(
  differences: readonly OutputDifference[],
  { color }: { readonly color: boolean },
): string {
  const colors = picocolors.createColors(color);
  let diffs = 0;
  const blocks = differences.map((difference) => {
    const heading = `${colors.bold(difference.kind)} ${difference.path}`;
    if (difference.kind !== "changed") return heading;
    diffs += 1;
    return diffs > shownDiffs ? heading : `${heading}\n${formatDiff(difference.diff, color)}`;
  });
  if (diffs > shownDiffs)
    blocks.push(`diffs of ${diffs - shownDiffs} more changed files not shown`);
  return blocks.join("\n");
}

function formatDiff(diff: string, color: boolean): string {
  const colors = picocolors.createColors(color);
  // The heading above names the file already.
  const lines = diff.trimEnd().split("\n").slice(2);
  const shown = lines.slice(0, shownLines).map((line) => {
    if (line.startsWith("+")) return colors.green(line);
    if (line.startsWith("-")) return colors.red(line);
    return line.startsWith("@@") ? colors.cyan(line) : line;
  });
  if (lines.length > shownLines) shown.push(`… ${lines.length - shownLines} more lines`);
  return shown.map((line) => `  ${line}`).join("\n");
}
