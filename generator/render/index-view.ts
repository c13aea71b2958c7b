import path from "node:path/posix";
import { camelCase } from "scule";
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
  const folders = new Set([""]);
  for (const module of model.modules) {
    for (let folder = folderOf(module.path); folder !== ""; folder = folderOf(folder))
      folders.add(folder);
  }
  const sorted = [...folders].sort(compareCodeUnits);
  return new Map(
    sorted.map((folder) => [
      path.join(folder, "index.ts"),
      indexView({ model, enumerations, extension }, folder, sorted),
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

function indexView(
  { model, enumerations, extension }: IndexSource,
  folder: string,
  folders: readonly string[],
): IndexView {
  const file = path.join(folder, "index.ts");
  const modules = model.modules.filter((module) => folderOf(module.path) === folder);
  const subfolders = folders.filter((other) => other !== "" && folderOf(other) === folder);
  const names = namespaceNames(subfolders);
  const exported = new Set(modules.flatMap((module) => rootTypes(module)));
  return {
    modules: modules.map((module) => ({
      specifier: importSpecifier(file, module.path, extension),
      ...rootExports(module, enumerations),
    })),
    folders: subfolders.map((subfolder) => ({
      name: names.get(subfolder) ?? "",
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

/** Namespaces are in camel case, which no root's name is; folders of one name are told apart. */
function namespaceNames(folders: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const folder of folders) {
    const words = path
      .basename(folder)
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .split(" ");
    const base = camelCase(words);
    const valid = /^[\p{Ll}_]/u.test(base) && !reservedNames.has(base) ? base : `folder${base}`;
    let name = valid;
    for (let suffix = 2; taken.has(name); suffix += 1) name = `${valid}${suffix}`;
    taken.add(name);
    names.set(folder, name);
  }
  return names;
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
