import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { ModuleGuards } from "../guards/guards.ts";
import type { Declaration, ExportNames, SchemaModel, SchemaModule } from "../model/model.ts";
import type { CustomPredicate } from "../names/custom-predicates.ts";
import { stringLiteral } from "../text/string-literal.ts";
import { compareCodeUnits } from "../text/order.ts";
import { predicateStatements, runtimeStatements } from "./statements.ts";

/** The exports of the runtime that the site calls itself. */
const siteRuntime = ["rejected"] as const;

/** A module, as it sees the declarations of others, and as others see them. */
export interface ScriptedModule {
  readonly module: SchemaModule;
  readonly model: SchemaModel;
  readonly exportingModel: SchemaModel;
  readonly guards: ModuleGuards;
}

/**
 * The script that brings the guards of a module to a browser, where modules cannot be loaded from files:
 * the statements of the module without their types, in a function that is given the runtime and what
 * gives the functions of other modules.
 */
export function guardScript({ module, model, exportingModel, guards }: ScriptedModule): string {
  const { declarations, runtime, predicates, statements = "" } = guards;
  const imported = importedFunctions(module, model, exportingModel, guards);
  const modules = [...new Set(imported.map(({ from }) => from))].sort(compareCodeUnits);
  const taken = [...runtime, ...predicates.map(({ name }) => name)];
  const given = module.declarations.map((declaration) => {
    const { guard, collector } = declaration.exports;
    return `${stringLiteral(declaration.siteAnchor)}: [${guard}, ${collector}]`;
  });
  const own = module.declarations.flatMap(({ node, exports }) => [
    exports.guard,
    exports.collector,
    ...(declarations.get(node)?.isNested === true ? [exports.nestedGuard] : []),
  ]);
  return [
    `schemaloom.guards(${stringLiteral(module.path)}, [${modules.map(stringLiteral).join(", ")}], (runtime, from) => {`,
    ...(taken.length === 0 ? [] : [`const { ${taken.join(", ")} } = runtime;`]),
    // Modules may call each other, so each is asked for when it is called.
    ...imported.map(
      ({ local, name, from }) =>
        `const ${local} = (...given) => from(${stringLiteral(from)}).${name}(...given);`,
    ),
    statements,
    `return { ${own.join(", ")}, declared: { ${given.join(", ")} } };`,
    "});",
    "",
  ].join("\n");
}

interface ImportedFunction {
  readonly local: string;
  readonly name: string;
  readonly from: string;
}

function importedFunctions(
  module: SchemaModule,
  model: SchemaModel,
  exportingModel: SchemaModel,
  { guardReferences, nestedReferences, collectorReferences }: ModuleGuards,
): readonly ImportedFunction[] {
  const imported = (ids: readonly NodeId[], pick: keyof ExportNames): ImportedFunction[] =>
    ids.flatMap((id) => {
      const [local, exported] = [model, exportingModel].map((each) => each.declarations.get(id));
      return isElsewhere(module, exported) && local !== undefined
        ? [{ local: local.exports[pick], name: exported.exports[pick], from: exported.module }]
        : [];
    });
  return [
    ...imported(guardReferences, "guard"),
    ...imported(nestedReferences, "nestedGuard"),
    ...imported(collectorReferences, "collector"),
    // The references come in the order of the schemas in their documents.
  ].sort((a, b) => compareCodeUnits(a.local, b.local));
}

function isElsewhere(
  module: SchemaModule,
  declaration: Declaration | undefined,
): declaration is Declaration {
  return declaration !== undefined && declaration.module !== module.path;
}

/**
 * The script that brings to a browser what the guards of all modules need.
 *
 * @param names of the runtime's exports
 * @param modules of the predicates that some guard calls
 */
export async function runtimeScript(
  names: Iterable<string>,
  modules: ReadonlySet<string>,
  predicates: readonly CustomPredicate[],
): Promise<string> {
  const values = [...new Set([...names, ...siteRuntime])].sort(compareCodeUnits);
  const used = predicates.filter(({ module }) => modules.has(module));
  return [
    "schemaloom.runtime(() => {",
    await runtimeStatements(values),
    ...(await predicateStatements(new Set(used), predicates)),
    `return { ${[...values, ...used.map(({ name }) => name)].join(", ")} };`,
    "});",
    "",
  ].join("\n");
}
