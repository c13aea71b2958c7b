import path from "node:path/posix";
import type { OutputKind } from "../config/config.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { Declaration, SchemaModel, SchemaModule } from "../model/model.ts";
import { layOut, line, listLine } from "../text/lines.ts";
import { compareCodeUnits } from "../text/order.ts";
import { stringLiteral } from "../text/string-literal.ts";
import { importSpecifier } from "./specifier.ts";

/** What the template of a folder's index is given. */
export interface IndexView {
  readonly modules: readonly {
    readonly specifier: string;
    readonly types: readonly string[];
    readonly values: readonly string[];
    /** The export declaration of all of them. */
    readonly declaration: string;
  }[];
  readonly folders: readonly { readonly name: string; readonly specifier: string }[];
  /** What the index of the output folder itself hands on from the runtime. */
  readonly runtime:
    | {
        readonly specifier: string;
        readonly types: readonly string[];
        readonly values: readonly string[];
        readonly declaration: string;
      }
    | undefined;
  /** Whether it exports nothing. */
  readonly isEmpty: boolean;
}

const runtimeTypes = ["Issue", "Result", "StandardSchemaV1", "ValidationOptions"];
const runtimeValues = ["SchemaError"];

/** The exports of the runtime that the index of the output folder hands on. */
export const indexedRuntime: readonly string[] = [...runtimeTypes, ...runtimeValues];

/** What the indexes of an output are made from. */
export interface IndexSource {
  readonly model: SchemaModel;
  /** The declarations whose name is that of an object of values too. */
  readonly enumerations: ReadonlySet<NodeId>;
  /** What is made. */
  readonly outputs: ReadonlySet<OutputKind>;
  /** What import specifiers end in. */
  readonly extension: string;
}

/**
 * Makes the view of each folder's index, by the path of the index without extension: the folder's roots under their
 * names, and its subfolders as namespaces.
 */
export function indexViews(source: IndexSource): Map<string, IndexView> {
  const folders = ["", ...source.model.namespaces.keys()].sort(compareCodeUnits);
  return new Map(folders.map((folder) => [path.join(folder, "index"), indexView(source, folder)]));
}

function folderOf(file: string): string {
  const folder = path.dirname(file);
  return folder === "." ? "" : folder;
}

function indexView(source: IndexSource, folder: string): IndexView {
  const { model, outputs, extension } = source;
  const file = path.join(folder, "index");
  const modules = model.modules.filter((module) => folderOf(module.path) === folder);
  const namespaces = [...model.namespaces]
    .filter(([subfolder]) => folderOf(subfolder) === folder)
    .sort(([a], [b]) => compareCodeUnits(a, b));
  const roots = modules.map((module) => ({ module, ...rootExports(module, source) }));
  const exported = new Set(roots.flatMap(({ types, values }) => [...types, ...values]));
  const hasRuntime = folder === "" && outputs.has("guards");
  return {
    modules: roots.map(({ module, types, values }) =>
      exportView(importSpecifier(file, module.path, extension), types, values),
    ),
    folders: namespaces.map(([subfolder, name]) => ({
      name,
      specifier: importSpecifier(file, path.join(subfolder, "index"), extension),
    })),
    runtime: hasRuntime
      ? exportView(
          importSpecifier(file, "runtime", extension),
          runtimeTypes.filter((name) => !exported.has(name)),
          runtimeValues.filter((name) => !exported.has(name)),
        )
      : undefined,
    isEmpty: modules.length === 0 && namespaces.length === 0 && !hasRuntime,
  };
}

function exportView(specifier: string, types: readonly string[], values: readonly string[]) {
  const names = [...types.map((name) => `type ${name}`), ...values];
  const tail = `} from ${stringLiteral(specifier)};`;
  const text =
    names.length === 1
      ? line(`export { ${names.join()} ${tail}`)
      : listLine("export {", names, tail, " ");
  return { specifier, types, values, declaration: layOut([text]) };
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
  { enumerations, outputs }: IndexSource,
): { types: string[]; values: string[] } {
  const roots = exportedByIndex(module);
  const typed = outputs.has("types") ? roots : [];
  const isValue = ({ node }: Declaration) => enumerations.has(node);
  return {
    types: typed.filter((root) => !isValue(root)).map(({ exports }) => exports.type),
    values: roots.flatMap((root) => [
      ...(typed.includes(root) && isValue(root) ? [root.exports.type] : []),
      ...(outputs.has("guards") ? guardExports(root) : []),
    ]),
  };
}

function guardExports({ exports }: Declaration): readonly string[] {
  return [exports.guard, exports.validator, exports.assertion, exports.standardSchema];
}
