import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { FormatPredicate } from "../dialects/formats.ts";
import type { SchemaModel, SchemaModule } from "../model/model.ts";
import { layOut } from "../text/lines.ts";
import { compareCodeUnits } from "../text/order.ts";
import {
  type ModuleNames,
  type ModuleScope,
  isRecursive,
  openModuleScope,
} from "./module-scope.ts";
import { boundDepth } from "./nested-guards.ts";
import { type ChooseStrategy, chooseStrategy } from "./object-strategy.ts";
import { planDeclaration } from "./plan.ts";
import { printCollectorBody } from "./print-collector.ts";
import { printGuardBody } from "./print-guard.ts";

/** The two functions that judge a value by one declaration, as the text of their bodies, indented. */
export interface DeclarationGuards {
  /** Body of `(value: unknown) => boolean`. */
  readonly guard: string;
  /**
   * Body of `(value: unknown, path: string, schemaPath: string, issues: Issue[]) => void`; where it is
   * nested, with a last parameter `depth = 0`.
   */
  readonly collector: string;
  /** Whether values can be nested in each other. */
  readonly isNested: boolean;
}

/** The guards of one module, with all that they need around them. */
export interface ModuleGuards {
  readonly declarations: ReadonlyMap<NodeId, DeclarationGuards>;
  /** Module-level constants, each a statement. */
  readonly constants: readonly string[];
  /** Functions that the guards share. */
  readonly privateFunctions: readonly string[];
  /** Names of the runtime's exports that are used, sorted. */
  readonly runtime: readonly string[];
  /** Predicates of custom formats that are used, in the order of their modules. */
  readonly customFormats: readonly FormatPredicate[];
  /** Declarations whose guard is called, in the order of their ids. */
  readonly guardReferences: readonly NodeId[];
  /** Declarations whose guard of nested values is called, in the order of their ids. */
  readonly nestedReferences: readonly NodeId[];
  /** Declarations whose collector is called, in the order of their ids. */
  readonly collectorReferences: readonly NodeId[];
}

/**
 * Compiles the guards of a module's declarations to TypeScript. Guard and collector of a declaration
 * are printed from one plan, so they give the same verdict.
 *
 * @param strategies how the properties of objects are come by, where not as the costs have it
 */
export function compileGuards(
  model: SchemaModel,
  module: SchemaModule,
  names: ModuleNames,
  strategies: ChooseStrategy = chooseStrategy,
): ModuleGuards {
  const scope = openModuleScope(model, names, strategies);
  const declarations = new Map<NodeId, DeclarationGuards>();
  const functions: string[] = [];
  for (const { node, name } of module.declarations) {
    const written = scope.privateFunctions.length;
    const checks = planDeclaration(scope, node, name);
    const bodies = boundDepth(scope, node, {
      guard: printGuardBody(checks, scope),
      collector: printCollectorBody(checks, node, scope),
    });
    const guard = layOut(bodies.guard, 1);
    const collector = layOut(bodies.collector, 1);
    declarations.set(node, { guard, collector, isNested: isRecursive(scope, node) });
    functions.push(...scope.privateFunctions.slice(written), guard, collector);
  }
  return {
    declarations,
    constants: usedConstants(scope, functions),
    privateFunctions: scope.privateFunctions,
    runtime: [...scope.runtime].sort(),
    customFormats: [...scope.customFormats].sort((a, b) => compareCodeUnits(a.module, b.module)),
    guardReferences: [...scope.guards].sort((a, b) => a - b),
    nestedReferences: [...scope.nestedGuards].sort((a, b) => a - b),
    collectorReferences: [...scope.collectors].sort((a, b) => a - b),
  };
}

/** A guard as the text of JavaScript, for one schema, whether it has a name or not. */
export interface GuardScript {
  /** Statements that end in a `return` of the guard: `(value) => boolean`. */
  readonly text: string;
  /** Names of the runtime's exports that it uses. */
  readonly runtime: ReadonlySet<string>;
  readonly customFormats: ReadonlySet<FormatPredicate>;
  /** Declarations whose guard it calls, by their names in the model. */
  readonly guardReferences: ReadonlySet<NodeId>;
}

/**
 * Compiles the guard of any schema to JavaScript that can be run at once: the same plan, printed by the
 * same printer, as in the module that ships.
 */
export function compileGuardScript(model: SchemaModel, node: NodeId): GuardScript {
  const names: ModuleNames = { issueType: "Issue", taken: new Set() };
  const scope = openModuleScope(model, names, chooseStrategy, "javascript");
  const body = layOut(printGuardBody(planDeclaration(scope, node, "value"), scope), 1);
  return {
    text: [...scope.constants, ...scope.privateFunctions, `return (value) => {\n${body}\n};`].join(
      "\n",
    ),
    runtime: scope.runtime,
    customFormats: scope.customFormats,
    guardReferences: scope.guards,
  };
}

/**
 * The constants that some function names. A condition has made its constants even where its object
 * then comes by its properties in a way that does not ask it.
 *
 * @param functions the texts of functions, in the order in which constants were made for them
 */
function usedConstants(
  { constants, constantNames }: ModuleScope,
  functions: readonly string[],
): readonly string[] {
  const names = [...constantNames.values()];
  let latest = 0;
  return constants.filter((_, index) => {
    const name = names[index] ?? "";
    // Most likely it is named where the one before is, or soon behind.
    const ordered = [...functions.slice(latest), ...functions.slice(0, latest)];
    const found = ordered.findIndex((text) => mentions(text, name));
    if (found !== -1) latest = (latest + found) % functions.length;
    return found !== -1 || constants.some((text, other) => other !== index && mentions(text, name));
  });
}

/** Whether a text has a name in it that is no part of another one. */
function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const isWhole =
      !/[\w$]/.test(text.charAt(at - 1)) && !/[\w$]/.test(text.charAt(at + name.length));
    if (isWhole) return true;
  }
  return false;
}
