import path from "node:path/posix";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { Declaration, SchemaModel, SchemaModule } from "../model/model.ts";
import { compareCodeUnits } from "../text/order.ts";
import { importSpecifier } from "./specifier.ts";

/** What the template of a folder's index is given. */
export interface IndexView {
  readonly modules: readonly {
    readonly specifier: string;
    readonly types: readonly string[];
    readonly values: readonly string[];
  }[];
  readonly folders: readonly { readonly name: string; readonly specifier: string }[];
  /** What the index of the output folder itself hands on from the runtime. */
  readonly runtime:
    | {
        readonly specifier: string;
        readonly types: readonly string[];
        readonly values: readonly string[];
      }
    | undefined;
}

/**
 * Makes the view of each folder's index, by the path of the index: the folder's roots under their
 * names, and its subfolders as namespaces.
 *
 * @param enumerations the declarations whose name is that of an object of values too
 */
export function indexViews(
  model: SchemaModel,
  enumerations: ReadonlySet<NodeId>,
  extension: string,
): Map<string, IndexView> {
  const folders = ["", ...model.namespaces.keys()].sort(compareCodeUnits);
  return new Map(
    folders.map((folder) => [
      path.join(folder, "index.ts"),
      indexView({ model, enumerations, extension }, folder),
    ]),
  );
}

function folderOf(file: string): string {
  const folder = path.dirname(file);
  return folder === "." ? "" : folder;
}

interface IndexSource {
  readonly model: SchemaModel;
  readonly enumerations: ReadonlySet<NodeId>;
  readonly extension: string;
}

function indexView({ model, enumerations, extension }: IndexSource, folder: string): IndexView {
  const file = path.join(folder, "index.ts");
  const modules = model.modules.filter((module) => folderOf(module.path) === folder);
  const namespaces = [...model.namespaces]
    .filter(([subfolder]) => folderOf(subfolder) === folder)
    .sort(([a], [b]) => compareCodeUnits(a, b));
  const exported = new Set(modules.flatMap((module) => rootTypes(module)));
  return {
    modules: modules.map((module) => ({
      specifier: importSpecifier(file, module.path, extension),
      ...rootExports(module, enumerations),
    })),
    folders: namespaces.map(([subfolder, name]) => ({
      name,
      specifier: importSpecifier(file, path.join(subfolder, "index"), extension),
    })),
    runtime:
      folder === ""
        ? {
            specifier: importSpecifier(file, "runtime", extension),
            types: ["Issue", "Result", "StandardSchemaV1"].filter((name) => !exported.has(name)),
            values: ["SchemaError"].filter((name) => !exported.has(name)),
          }
        : undefined,
  };
}

function rootTypes(module: SchemaModule): readonly string[] {
  return exportedByIndex(module).map(({ exports }) => exports.type);
}

/** The root of a module, and its variants. */
function exportedByIndex({ declarations }: SchemaModule): readonly Declaration[] {
  const isRoot = (id: NodeId) => declarations.some(({ root, node }) => root && node === id);
  return declarations.filter(
    ({ root, variant }) => root || (variant !== undefined && isRoot(variant.of)),
  );
}

function rootExports(
  module: SchemaModule,
  enumerations: ReadonlySet<NodeId>,
): { types: string[]; values: string[] } {
  const roots = exportedByIndex(module);
  const isValue = ({ node }: Declaration) => enumerations.has(node);
  return {
    types: roots.filter((root) => !isValue(root)).map(({ exports }) => exports.type),
    values: roots.flatMap((root) => [
      ...(isValue(root) ? [root.exports.type] : []),
      root.exports.guard,
      root.exports.validator,
      root.exports.assertion,
      root.exports.standardSchema,
    ]),
  };
}
