import { refuseWorkingFolder, unwritable, type WriteSummary } from "./write-output.ts";
import { outputFolder, readEntries } from "./output-tree.ts";
import { recoverFolder, replaceFolder } from "./replace-folder.ts";
import { stageOutput } from "./staging.ts";

/**
 * Writes some files of an output folder anew and leaves all others as they stand, whole or not at all.
 *
 * @param directory the output folder; where it is a symbolic link, its target is written
 * @param texts of the files that are written, by their POSIX paths below the folder
 * @param owned the paths of all files that are the generator's own, those among them
 * @returns `undefined`, and nothing is touched, where one of these is no file
 * @throws DiagnosticsError (`output-unwritable`) with the folder as it was
 */
export async function rewriteOutput(
  directory: string,
  texts: ReadonlyMap<string, string>,
  owned: ReadonlySet<string>,
): Promise<WriteSummary | undefined> {
  try {
    const folder = await outputFolder(directory);
    await recoverFolder(folder);
    refuseWorkingFolder(directory, folder);
    const entries = await readEntries(folder);
    if (![...owned, ...texts.keys()].every((path) => entries.get(path) === "file"))
      return undefined;
    const changed = [...texts.keys()].sort();
    const unchanged = [...owned].filter((path) => !texts.has(path));
    const plan = { created: [], changed, removed: [], unchanged, foreign: [] };
    if (changed.length > 0) {
      await replaceFolder(folder, (to) => {
        stageOutput({ from: folder, to, tree: { entries, owned }, plan, files: texts });
      });
    }
    return { created: [], changed, removed: [], unchanged: unchanged.length };
  } catch (fault) {
    throw unwritable(directory, fault);
  }
}
