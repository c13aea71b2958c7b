import path from "node:path/posix";
import { camelCase } from "scule";
import { compareCodeUnits } from "../text/order.ts";

/** The namespaces that indexes export folders as. */
export interface Namespaces {
  /** From each folder below the output folder to its name in the index of the folder above. */
  readonly names: ReadonlyMap<string, string>;
  /** The keys of two folders of one folder that an earlier run gave the same name. */
  readonly conflicts: readonly (readonly [string, string])[];
}

/**
 * Names the folders of modules in camel case, which no root's name is in; those of one name are told
 * apart.
 *
 * @param modules paths of modules below the output folder
 * @param locked the names that an earlier run gave, by the keys of their folders
 */
export function nameNamespaces(
  modules: readonly string[],
  locked: ReadonlyMap<string, string>,
): Namespaces {
  const folders = [...new Set(modules.flatMap(foldersOf))].sort(compareCodeUnits);
  const holders = new Map<string, string>();
  const names = new Map<string, string>();
  const conflicts: (readonly [string, string])[] = [];
  const give = (folder: string, name: string) => {
    holders.set(namespacePlace(folder, name), folder);
    names.set(folder, name);
  };
  for (const folder of folders) {
    const name = locked.get(folderKey(folder));
    const holder = name === undefined ? undefined : holders.get(namespacePlace(folder, name));
    if (holder !== undefined) conflicts.push([folderKey(holder), folderKey(folder)]);
    else if (name !== undefined) give(folder, name);
  }
  for (const folder of folders.filter((each) => !names.has(each))) {
    const base = namespaceName(folder);
    let name = base;
    for (let suffix = 2; holders.has(namespacePlace(folder, name)); suffix += 1)
      name = `${base}${suffix}`;
    give(folder, name);
  }
  return { names, conflicts };
}

/**
 * Tells a folder from every other, and from every schema.
 */
export function folderKey(folder: string): string {
  return `${folder}/`;
}

/**
 * Where a folder would stand if it had its namespace's name, which no two folders share.
 */
export function namespacePlace(folder: string, name: string): string {
  return path.join(path.dirname(folder), name);
}

function foldersOf(module: string): string[] {
  const folder = path.dirname(module);
  return folder === "." ? [] : [...foldersOf(folder), folder];
}

function namespaceName(folder: string): string {
  const words = path
    .basename(folder)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ");
  const name = camelCase(words);
  return /^[\p{Ll}_]/u.test(name) && !reservedNames.has(name) ? name : `folder${name}`;
}

/** Reserved words that a folder may well be called, none of which can name a namespace export's use. */
const reservedNames: ReadonlySet<string> = new Set([
  "default",
  "import",
  "export",
  "enum",
  "package",
  "public",
  "private",
  "new",
  "delete",
  "function",
  "class",
  "null",
  "true",
  "false",
  "void",
  "in",
  "for",
  "do",
  "if",
]);
