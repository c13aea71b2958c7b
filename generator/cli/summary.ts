import { relative, sep } from "node:path";
import type { Target } from "../config/targets.ts";
import type { Manifest } from "../write/manifest.ts";
import type { OutputDifference } from "../write/compare-output.ts";
import type { WriteSummary } from "../write/write-output.ts";

/** Which folder of which run is meant. */
interface OutputFolder {
  readonly cwd: string;
  readonly out: string;
}

/** What a summary says of a target. */
interface SummarizedTarget {
  readonly name: Target["name"];
  readonly options: OutputFolder;
}

/** The output folder, relative to the folder that the run was started in. */
export function folderPath({ cwd, out }: OutputFolder): string {
  return relative(cwd, out).replaceAll(sep, "/") || ".";
}

function heading({ name, options }: SummarizedTarget): string {
  return `${name === undefined ? "" : `[${name}] `}${folderPath(options)}/`;
}

/**
 * Says in one line that the output of a target was left as it is.
 */
export function summarizeFailure(target: SummarizedTarget, errors: number): string {
  return `${heading(target)}: left as it is, for ${count(errors, "error")}`;
}

/**
 * Says in one line what `generate` made and wrote.
 */
export function summarizeWrite(
  target: SummarizedTarget,
  manifest: Manifest,
  { created, changed, removed, unchanged }: WriteSummary,
): string {
  return summarize(target, manifest, [
    [created.length, "created"],
    [changed.length, "changed"],
    [removed.length, "removed"],
    [unchanged, "unchanged"],
  ]);
}

/**
 * Says in one line what `generate` would make and write.
 */
export function summarizePreview(
  target: SummarizedTarget,
  manifest: Manifest,
  { created, changed, removed, unchanged }: WriteSummary,
): string {
  const summary = summarize(target, manifest, [
    [created.length, "to create"],
    [changed.length, "to change"],
    [removed.length, "to remove"],
    [unchanged, "unchanged"],
  ]);
  return `${summary}; nothing was written`;
}

function summarize(
  target: SummarizedTarget,
  manifest: Manifest,
  files: readonly (readonly [amount: number, what: string])[],
): string {
  const [first, ...others] = files.filter(([amount]) => amount > 0);
  const parts = [count(manifest.entries.filter(({ root }) => root).length, "schema")];
  if (manifest.failed.length > 0) parts.push(count(manifest.failed.length, "error"));
  if (first !== undefined) parts.push(`${count(first[0], "file")} ${first[1]}`);
  parts.push(...others.map(([amount, what]) => `${amount} ${what}`));
  return `${heading(target)}: ${parts.join(", ")}`;
}

/**
 * Says in one line how far an output is from what would be made.
 */
export function summarizeDifferences(
  target: SummarizedTarget,
  files: number,
  differences: readonly OutputDifference[],
): string {
  const folder = heading(target);
  if (differences.length === 0) return `${folder}: ${count(files, "file")} up to date`;
  const kinds = (["missing", "changed", "surplus"] as const).flatMap((kind) => {
    const amount = differences.filter((difference) => difference.kind === kind).length;
    return amount === 0 ? [] : [`${amount} ${kind}`];
  });
  return `${folder}: ${kinds.join(", ")}; schemaloom generate brings it up to date`;
}

/** So many of something: `2 schemas`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
