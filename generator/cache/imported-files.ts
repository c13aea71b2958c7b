import { existsSync, realpathSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readText } from "../load/read-text.ts";

/**
 * The files that a module is made of: itself, what it imports by a path, and the `package.json` of each
 * package that it imports.
 */
export async function moduleFiles(module: string): Promise<readonly string[]> {
  // Most runs have no modules of the user, and need no parser to see that nothing has changed.
  const { createJiti } = await import("jiti");
  const { importedModules } = await import("../syntax/imported-modules.ts");
  const files = new Set([realpathSync(module)]);
  for (const file of files) {
    if (path.basename(file) === "package.json") continue;
    const jiti = createJiti(file);
    for (const specifier of await importedModules(readText(file))) {
      // A config is given this package as it runs, and what it runs as is known already.
      if (isBuiltin(specifier) || specifier === "schemaloom") continue;
      const found = jiti.esmResolve(specifier, { try: true });
      const imported = found === undefined ? undefined : fileOf(found);
      if (imported !== undefined) files.add(imported);
    }
  }
  return [...files].sort();
}

/** The file that stands for a module: of a package that is installed, the one that has its version. */
function fileOf(url: string): string | undefined {
  const found = url.startsWith("file:") ? fileURLToPath(url) : url;
  if (!existsSync(found)) return undefined;
  const file = realpathSync(found);
  const installed = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1];
  if (installed === undefined) return file;
  const description = path.join(installed, "package.json");
  return existsSync(description) ? description : file;
}
