import type { ModuleGuards } from "../guards/guards.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { Declaration, SchemaModel, SchemaModule } from "../model/model.ts";
import { compareCodeUnits } from "../text/order.ts";
import { layOut, listLine } from "../text/lines.ts";
import { oneLine } from "../text/comment.ts";
import { stringLiteral } from "../text/string-literal.ts";
import type { DeclarationType } from "../types/types.ts";
import { importSpecifier } from "./specifier.ts";

/** What the template of a module is given. */
export interface ModuleView {
  /** The input that the module is made from, fit for a line comment. */
  readonly source: string;
  /** Import declarations. */
  readonly imports: readonly string[];
  readonly constants: readonly string[];
  readonly declarations: readonly DeclarationView[];
  readonly privateFunctions: readonly string[];
}

/** One declaration with all that its module says of it. */
export interface DeclarationView {
  readonly nameLiteral: string;
  /** Whether the module exports the type. */
  readonly hasType: boolean;
  /** Whether the module exports the guard, and what is made of it. */
  readonly hasGuards: boolean;
  readonly type: string;
  readonly guard: string;
  readonly validator: string;
  readonly assertion: string;
  readonly standardSchema: string;
  readonly collector: string;
  readonly typeText: string;
  /** Parts of the body, indented. */
  readonly guardBody: readonly string[];
  readonly collectorBody: readonly string[];
  /** Whether the body of the collector knows how deep a value is nested, by a parameter `depth`. */
  readonly isNested: boolean;
  /** Local names of what the module imports from the runtime. */
  readonly runtime: RuntimeNames;
}

/** The exports of the runtime that every module uses. */
const runtimeTypes = ["Issue", "Result", "StandardSchemaV1", "ValidationOptions"] as const;
const runtimeValues = ["SchemaError", "rejected", "standardSchema"] as const;

/** A module as it is put together: the model that it sees, its types and its guards. */
export interface ModuleParts {
  /** The model with the names that the module knows other declarations by. */
  readonly model: SchemaModel;
  /** The model with every declaration's own names. */
  readonly exportingModel: SchemaModel;
  readonly module: SchemaModule;
  /** The types that the module exports. */
  readonly types: ReadonlyMap<NodeId, DeclarationType>;
  /** `undefined` where the module exports none. */
  readonly guards: ModuleGuards | undefined;
}

/**
 * Makes the view of a module.
 */
export function moduleView(parts: ModuleParts, importExtension: string): ModuleView {
  const { module, guards } = parts;
  const imports = declarationImports(parts, importExtension);
  const runtime = runtimeNames(parts);
  const { document, pointer } = module.location;
  return {
    source: oneLine(pointer === "" ? document.source : `${document.source}#${pointer}`),
    imports: [
      ...(guards === undefined ? [] : runtimeImports(module, guards, runtime, importExtension)),
      ...(guards === undefined ? [] : predicateImports(module, guards, importExtension)),
      ...imports,
    ],
    constants: guards?.constants ?? [],
    privateFunctions: guards?.privateFunctions ?? [],
    declarations: module.declarations.map((declaration) =>
      declarationView(parts, declaration, runtime),
    ),
  };
}

function declarationView(
  { types, guards }: ModuleParts,
  { node, name, exports }: Declaration,
  runtime: RuntimeNames,
): DeclarationView {
  const type = types.get(node);
  const functions = guards?.declarations.get(node);
  return {
    nameLiteral: stringLiteral(name),
    hasType: type !== undefined,
    hasGuards: guards !== undefined,
    type: exports.type,
    guard: exports.guard,
    validator: exports.validator,
    assertion: exports.assertion,
    standardSchema: exports.standardSchema,
    collector: exports.collector,
    typeText: type?.text ?? "",
    guardBody: bodyOf(functions?.guard),
    collectorBody: bodyOf(functions?.collector),
    isNested: functions?.isNested ?? false,
    runtime,
  };
}

function bodyOf(text = ""): readonly string[] {
  return text === "" ? [] : [text];
}

/** The names of the runtime's exports that a module uses. */
export function usedRuntime(guards: ModuleGuards): string[] {
  return [...runtimeTypes, ...runtimeValues, ...guards.runtime];
}

/** Whether an export of the runtime that a module uses is more than a type. */
export function isRuntimeValue(name: string): boolean {
  return !runtimeTypes.some((type) => type === name);
}

/** What a module calls the exports of the runtime that every module uses. */
export type RuntimeNames = Readonly<
  Record<(typeof runtimeTypes)[number] | (typeof runtimeValues)[number], string>
>;

/**
 * Local names of the runtime's exports: another one where a schema of the module has the name.
 */
export function runtimeNames({
  model,
  module,
  types,
}: Pick<ModuleParts, "model" | "module" | "types">): RuntimeNames {
  const taken = new Set(module.declarations.map((declaration) => declaration.name));
  for (const { name } of model.inlineTypes.values()) taken.add(name);
  for (const { references } of types.values()) {
    for (const id of references) taken.add(model.declarations.get(id)?.exports.type ?? "");
  }
  const local = (name: string) => (taken.has(name) ? `Runtime${name}` : name);
  return {
    Issue: local("Issue"),
    Result: local("Result"),
    StandardSchemaV1: local("StandardSchemaV1"),
    ValidationOptions: local("ValidationOptions"),
    SchemaError: local("SchemaError"),
    rejected: "rejected",
    standardSchema: "standardSchema",
  };
}

function runtimeImports(
  module: SchemaModule,
  guards: ModuleGuards,
  names: RuntimeNames,
  extension: string,
): string[] {
  const local = new Map<string, string>(Object.entries(names));
  const clause = (name: string) => importClause(name, local.get(name) ?? name);
  const specifier = importSpecifier(module.path, "runtime", extension);
  const values = [...runtimeValues, ...guards.runtime].sort(compareCodeUnits);
  return importDeclarations(specifier, runtimeTypes.map(clause), values.map(clause));
}

function predicateImports(module: SchemaModule, guards: ModuleGuards, extension: string): string[] {
  return guards.predicates.flatMap((predicate) =>
    importDeclarations(
      importSpecifier(module.path, predicate.module, extension),
      [],
      [predicate.name],
    ),
  );
}

/** The import declarations of one module: of types, and of values. */
function importDeclarations(
  specifier: string,
  types: readonly string[],
  values: readonly string[],
): string[] {
  const tail = `} from ${stringLiteral(specifier)};`;
  const declarations = [
    ...(types.length === 0 ? [] : [listLine("import type {", types, tail, " ")]),
    ...(values.length === 0 ? [] : [listLine("import {", values, tail, " ")]),
  ];
  return declarations.length === 0 ? [] : [layOut(declarations)];
}

function importClause(name: string, local: string): string {
  return name === local ? name : `${name} as ${local}`;
}

function declarationImports(parts: ModuleParts, extension: string): string[] {
  const { model, exportingModel, module, types, guards } = parts;
  const byModule = new Map<string, { types: Set<string>; values: Set<string> }>();
  const add = (
    id: NodeId,
    kind: "types" | "values",
    pick: (declaration: Declaration) => string,
  ) => {
    const exported = exportingModel.declarations.get(id);
    const local = model.declarations.get(id);
    if (exported === undefined || local === undefined || exported.module === module.path) return;
    const entry = byModule.get(exported.module) ?? { types: new Set(), values: new Set() };
    byModule.set(exported.module, entry);
    entry[kind].add(importClause(pick(exported), pick(local)));
  };
  for (const { references } of types.values()) {
    for (const id of references) add(id, "types", (declaration) => declaration.exports.type);
  }
  for (const id of guards?.guardReferences ?? [])
    add(id, "values", (declaration) => declaration.exports.guard);
  for (const id of guards?.nestedReferences ?? [])
    add(id, "values", (declaration) => declaration.exports.nestedGuard);
  for (const id of guards?.collectorReferences ?? [])
    add(id, "values", (declaration) => declaration.exports.collector);
  return [...byModule]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .flatMap(([path, entry]) =>
      importDeclarations(
        importSpecifier(module.path, path, extension),
        [...entry.types].sort(compareCodeUnits),
        [...entry.values].sort(compareCodeUnits),
      ),
    );
}
