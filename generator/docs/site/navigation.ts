import type { SchemaModel } from "../../model/model.ts";
import { foldersOf } from "../folders.ts";

/** A schema in the tree: its module's file, its name, and the names and anchors of what it defines. */
type TreeEntry = readonly [
  file: string,
  name: string,
  definitions: readonly (readonly [name: string, anchor: string])[],
];

/**
 * The tree of schemas that stands beside each page, as the data of a script: for each folder its path and
 * its schemas. The texts are plain.
 */
export function navigationTree(
  model: SchemaModel,
): readonly (readonly [folder: string, schemas: readonly TreeEntry[]])[] {
  const modules = new Map(model.modules.map((module) => [module.path, module]));
  return foldersOf(model.modules).map(({ name: folder, roots }) => [
    folder,
    roots.map(({ module, name }): TreeEntry => {
      const definitions = modules.get(module)?.declarations.slice(1) ?? [];
      return [
        module.slice(module.lastIndexOf("/") + 1),
        name,
        definitions.map((definition) => [definition.name, definition.siteAnchor] as const),
      ];
    }),
  ]);
}
