import { stat } from "node:fs/promises";
import { isAbsolute, relative, sep } from "node:path";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { faultReason } from "../diagnostics/fault-reason.ts";
import { outputUnwritable } from "./file-fault.ts";
import { manifestPath, unaccountedFiles } from "./manifest.ts";
import { whileLocked } from "./output-lock.ts";
import { outputFolder, readOutputTree } from "./output-tree.ts";
import { type HoldsText, type OutputPlan, planOutput } from "./plan-output.ts";
import { hasLeftovers, recoverFolder, replaceFolder } from "./replace-folder.ts";
import { stageOutput } from "./staging.ts";

/** What a write did; every list holds sorted POSIX paths below the output folder. */
export interface WriteSummary {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** How many files are as they were. */
  readonly unchanged: number;
}

/**
 * Makes an output folder hold the files given, whole or not at all. Files that are not the
 * generator's own stay; of those that its manifest names, the ones no longer made are removed.
 * Where nothing would change, nothing is touched.
 *
 * @param directory the output folder; where it is a symbolic link, its target is written
 * @param files from the POSIX path below the folder to the text
 * @param holds tells of files that need not be read to know their texts
 * @throws DiagnosticsError (`output-unwritable`) with the folder as it was; RangeError for a file
 *   that the manifest among the files does not account for, which no later run would take for ours
 */
export async function writeOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
  holds?: HoldsText,
): Promise<WriteSummary> {
  const unaccounted = unaccountedFiles(files);
  if (unaccounted.length > 0) {
    throw new RangeError(`${manifestPath} does not account for ${unaccounted.join(", ")}`);
  }
  try {
    return await replaceOutput(directory, files, holds);
  } catch (fault) {
    throw unwritable(directory, fault);
  }
}

/**
 * Tells what {@link writeOutput} would do. Touches nothing.
 *
 * @throws DiagnosticsError (`output-unwritable`) where it would refuse to
 */
export async function previewOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
  holds?: HoldsText,
): Promise<WriteSummary> {
  try {
    const { plan } = await planReplacement(directory, files, holds);
    return summaryOf(plan);
  } catch (fault) {
    throw unwritable(directory, fault);
  }
}

/**
 * Puts an output folder back where a run ended in the middle of replacing it, before any of it is
 * read.
 *
 * @throws DiagnosticsError (`output-unwritable`) where that cannot be done
 */
export async function recoverOutput(directory: string): Promise<void> {
  try {
    const folder = await outputFolder(directory);
    if (await hasLeftovers(folder)) await whileLocked(folder, () => recoverFolder(folder));
  } catch (fault) {
    throw unwritable(directory, fault);
  }
}

/**
 * What is thrown where an output folder cannot be written for the reason given.
 */
export function unwritable(directory: string, fault: unknown): DiagnosticsError {
  if (fault instanceof DiagnosticsError) return fault;
  return outputUnwritable(
    `The output folder "${directory}" cannot be written: ${faultReason(fault)}`,
    "name a folder that you may write, in a folder that you may write, with --out or `out` in the config; the output is as it was",
  );
}

async function replaceOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
  holds?: HoldsText,
): Promise<WriteSummary> {
  const planned = await planReplacement(directory, files, holds);
  const { folder } = planned;
  if (isIdle(planned.plan) && !(await hasLeftovers(folder))) return summaryOf(planned.plan);
  return whileLocked(folder, async () => {
    await recoverFolder(folder);
    // Another run may have replaced the folder since.
    const isSame = (await identityOf(folder)) === planned.identity;
    const { tree, plan } = isSame ? planned : await planReplacement(directory, files, holds);
    if (!isIdle(plan)) {
      await replaceFolder(folder, (staged) => {
        stageOutput({ from: folder, to: staged, tree, plan, files });
      });
    }
    return summaryOf(plan);
  });
}

/** What tells a folder from the one that takes its place; `undefined` where there is none. */
async function identityOf(folder: string): Promise<string | undefined> {
  const stats = await stat(folder).catch(() => undefined);
  return stats && `${stats.ino} ${stats.ctimeMs}`;
}

function isIdle({ created, changed, removed }: OutputPlan): boolean {
  return created.length + changed.length + removed.length === 0;
}

async function planReplacement(
  directory: string,
  files: ReadonlyMap<string, string>,
  holds: HoldsText | undefined,
) {
  const folder = await outputFolder(directory);
  refuseWorkingFolder(directory, folder);
  const identity = await identityOf(folder);
  const tree = await readOutputTree(folder);
  const plan = planOutput(folder, tree, files, holds);
  if (plan.foreign.length > 0) throw foreignFiles(directory, plan.foreign);
  return { folder, identity, tree, plan };
}

function summaryOf({ created, changed, removed, unchanged }: OutputPlan): WriteSummary {
  return { created, changed, removed, unchanged: unchanged.length };
}

/**
 * Refuses an output folder that the process works in: it is replaced by another one of its name, which
 * would leave the process in the old.
 *
 * @throws DiagnosticsError (`output-unwritable`)
 */
export function refuseWorkingFolder(directory: string, folder: string): void {
  const below = relative(folder, process.cwd());
  if (below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below)) return;
  throw outputUnwritable(
    `The output folder "${directory}" holds the folder that the run was started in`,
    "name a folder of the output's own with --out or `out` in the config, or start from outside it",
  );
}

const namedPaths = 10;

function foreignFiles(directory: string, paths: readonly string[]): DiagnosticsError {
  const named = paths.slice(0, namedPaths).join(", ");
  const more = paths.length > namedPaths ? ` and ${paths.length - namedPaths} more` : "";
  return outputUnwritable(
    `The output folder "${directory}" holds files that are not the generator's own where it has to write: ${named}${more}`,
    "only files that the folder's manifest.json names are replaced; move these away, or name another folder with --out or `out` in the config",
  );
}
