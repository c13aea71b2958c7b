import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The absolute path of a file that the package brings.
 *
 * @param file its path below the folder of the package
 */
export function packageFile(file: string): string {
  return path.join(packageFolder, file);
}

/** The code stands at other depths where it is built, and at another where it is bundled. */
const packageFolder = findPackageFolder(path.dirname(fileURLToPath(import.meta.url)));

function findPackageFolder(folder: string): string {
  const above = path.dirname(folder);
  if (folder === above || existsSync(path.join(folder, "package.json"))) return folder;
  return findPackageFolder(above);
}
