import { relative, sep } from "node:path";
import type { Manifest } from "../write/manifest.ts";
import type { OutputDifference } from "../write/compare-output.ts";
import type { WriteSummary } from "../write/write-output.ts";

/** The output folder as a summary names it, relative to the folder that the run was started in. */
function folderName(cwd: string, out: string): string {
  return `${relative(cwd, out).replaceAll(sep, "/") || "."}/`;
}

/**
 * Says in one line what `generate` made and wrote.
 */
export function summarizeWrite(
  { cwd, out }: { readonly cwd: string; readonly out: string },
  manifest: Manifest,
  { created, changed, removed, unchanged }: WriteSummary,
): string {
  const files = [
    [created.length, "created"],
    [changed.length, "changed"],
    [removed.length, "removed"],
    [unchanged, "unchanged"],
  ] as const;
  const [first, ...others] = files.filter(([amount]) => amount > 0);
  const parts = [count(manifest.entries.filter(({ root }) => root).length, "schema")];
  if (manifest.failed.length > 0) parts.push(count(manifest.failed.length, "error"));
  if (first !== undefined) parts.push(`${count(first[0], "file")} ${first[1]}`);
  parts.push(...others.map(([amount, what]) => `${amount} ${what}`));
  return `${folderName(cwd, out)}: ${parts.join(", ")}`;
}

/**
 * Says in one line how far an output is from what would be made.
 */
export function summarizeDifferences(
  { cwd, out }: { readonly cwd: string; readonly out: string },
  files: number,
  differences: readonly OutputDifference[],
): string {
  const folder = folderName(cwd, out);
  if (differences.length === 0) return `${folder}: ${count(files, "file")} up to date`;
  const kinds = (["missing", "changed", "surplus"] as const).flatMap((kind) => {
    const amount = differences.filter((difference) => difference.kind === kind).length;
    return amount === 0 ? [] : [`${amount} ${kind}`];
  });
  return `${folder}: ${kinds.join(", ")}; schemaloom generate brings it up to date`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
