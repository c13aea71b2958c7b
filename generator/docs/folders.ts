import path from "node:path/posix";
import type { Declaration, SchemaModule } from "../model/model.ts";
import { compareCodeUnits } from "../text/order.ts";

/**
 * The input schemas of each folder, by the paths of the folders.
 */
export function foldersOf(
  modules: readonly SchemaModule[],
): { readonly name: string; readonly roots: readonly Declaration[] }[] {
  const folders = new Map<string, Declaration[]>();
  for (const root of modules.flatMap((module) => module.declarations)) {
    if (!root.root) continue;
    const others = folders.get(folderOf(root));
    if (others === undefined) folders.set(folderOf(root), [root]);
    else others.push(root);
  }
  return [...folders]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([name, roots]) => ({ name, roots }));
}

/** The folder of a declaration's module; "" for the uppermost. */
export function folderOf({ module }: Declaration): string {
  const folder = path.dirname(module);
  return folder === "." ? "" : folder;
}
