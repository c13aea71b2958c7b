import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createPatch, FILE_HEADERS_ONLY } from "diff";
import { faultReason } from "../diagnostics/fault-reason.ts";
import { compareCodeUnits } from "../text/order.ts";
import { outputUnwritable } from "./file-fault.ts";
import { outputFolder, readOutputTree } from "./output-tree.ts";
import { planOutput } from "./plan-output.ts";

/** A file of an output folder that is not as it would be made; `path` is a POSIX path below it. */
export type OutputDifference =
  | { readonly kind: "missing"; readonly path: string }
  /** `diff` is a unified diff from what stands to what would be made. */
  | { readonly kind: "changed"; readonly path: string; readonly diff: string }
  /** Named by the folder's manifest, but no longer made. */
  | { readonly kind: "surplus"; readonly path: string };

/** Beyond so many changed lines a minimal diff costs more than it tells. */
const diffedLines = 2000;

/**
 * Tells how an output folder differs from the files given, sorted by path. Touches nothing.
 *
 * @param directory the output folder, which need not exist
 * @param files from the POSIX path below the folder to the text
 * @throws DiagnosticsError (`output-unwritable`) where what stands there cannot be read
 */
export async function compareOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<OutputDifference[]> {
  try {
    return await findDifferences(directory, files);
  } catch (fault) {
    throw outputUnwritable(
      `The output folder "${directory}" cannot be read: ${faultReason(fault)}`,
      "name a folder that you may read and write with --out or `out` in the config",
    );
  }
}

async function findDifferences(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<OutputDifference[]> {
  const folder = await outputFolder(directory);
  const tree = await readOutputTree(folder);
  const plan = planOutput(folder, tree, files);
  const differences: OutputDifference[] = [
    ...plan.created.map((path) => ({ kind: "missing", path }) as const),
    ...plan.removed.map((path) => ({ kind: "surplus", path }) as const),
  ];
  for (const path of [...plan.changed, ...plan.foreign]) {
    const text = files.get(path);
    if (text === undefined) continue;
    const isFile = tree.entries.get(path) === "file";
    const found = isFile ? await readFile(join(folder, path), "utf8") : "";
    differences.push({ kind: "changed", path, diff: unifiedDiff(path, found, text) });
  }
  return differences.sort((left, right) => compareCodeUnits(left.path, right.path));
}

function unifiedDiff(path: string, found: string, made: string): string {
  const options = { maxEditLength: diffedLines, headerOptions: FILE_HEADERS_ONLY };
  const patch = createPatch(path, found, made, undefined, undefined, options);
  return patch ?? `--- ${path}\n+++ ${path}\nMore than ${diffedLines} lines differ\n`;
}
