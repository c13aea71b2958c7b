import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaModule } from "../model/model.ts";
import { type CodeLanguage, type CodeLine, indent, layOut, line } from "../text/lines.ts";
import { compareCodeUnits } from "../text/order.ts";
import {
  type ModuleNames,
  type ModuleScope,
  type UsedPredicate,
  exportsOf,
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
   * nested, with two more parameters, `depth = 0` and `isRepeat = false`.
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
  /** Predicates of the user that are used, in the order of their modules. */
  readonly predicates: readonly UsedPredicate[];
  /** Declarations whose guard is called, in the order of their ids. */
  readonly guardReferences: readonly NodeId[];
  /** Declarations whose guard of nested values is called, in the order of their ids. */
  readonly nestedReferences: readonly NodeId[];
  /** Declarations whose collector is called, in the order of their ids. */
  readonly collectorReferences: readonly NodeId[];
  /** The guards alone, where they are to be run at once. */
  readonly script: GuardScript | undefined;
  /**
   * The statements of JavaScript that declare guards, collectors and all that they need, where they are
   * to be run in a browser.
   */
  readonly statements: string | undefined;
}

/** How the guards of a module are compiled. */
export interface CompileOptions {
  /** How the properties of objects are come by, where not as the costs have it. */
  readonly strategies?: ChooseStrategy | undefined;
  /** Whether they are to be run at once, too. */
  readonly isRun?: boolean | undefined;
  /** Whether they are to be run in a browser, too. */
  readonly isTried?: boolean | undefined;
}

/**
 * Compiles the guards of a module's declarations to TypeScript. Guard and collector of a declaration
 * are printed from one plan, so they give the same verdict.
 */
export function compileGuards(
  model: SchemaModel,
  module: SchemaModule,
  names: ModuleNames,
  { strategies = chooseStrategy, isRun = false, isTried = false }: CompileOptions = {},
): ModuleGuards {
  const scope = openModuleScope(model, names, strategies);
  const declarations = new Map<NodeId, DeclarationGuards>();
  const guards = new Map<NodeId, readonly CodeLine[]>();
  const privateFunctions: string[] = [];
  const functions: string[] = [];
  const untyped: string[] = [];
  for (const { node, name } of module.declarations) {
    const checks = planDeclaration(scope, node, name);
    const bodies = boundDepth(scope, node, {
      guard: printGuardBody(checks, scope),
      collector: printCollectorBody(checks, node, scope),
    });
    const guard = layOut(bodies.guard, 1);
    const collector = layOut(bodies.collector, 1);
    const added = scope.privateFunctions.slice(privateFunctions.length);
    const texts = added.map(({ lines }) => layOut(lines));
    declarations.set(node, { guard, collector, isNested: isRecursive(scope, node) });
    guards.set(node, bodies.guard);
    privateFunctions.push(...texts);
    functions.push(...texts, guard, collector);
    if (isTried) {
      const names = exportsOf(scope, node);
      const parameters = `value, path, schemaPath, issues${isRecursive(scope, node) ? ", depth = 0, isRepeat = false" : ""}`;
      untyped.push(
        ...added.map(({ lines }, index) => javascriptOf(lines, 0, texts[index])),
        `function ${names.guard}(value) {\n${javascriptOf(bodies.guard, 1, guard)}\n}`,
        `function ${names.collector}(${parameters}) {\n${javascriptOf(bodies.collector, 1, collector)}\n}`,
      );
    }
  }
  return {
    declarations,
    constants: usedConstants(scope, functions),
    privateFunctions,
    runtime: [...scope.runtime].sort(),
    predicates: [...scope.predicates].sort((a, b) => compareCodeUnits(a.module, b.module)),
    guardReferences: [...scope.guards].sort((a, b) => a - b),
    nestedReferences: [...scope.nestedGuards].sort((a, b) => a - b),
    collectorReferences: [...scope.collectors].sort((a, b) => a - b),
    script: isRun ? guardScript(scope, guards) : undefined,
    statements: isTried
      ? [...usedConstants(scope, untyped, "javascript"), ...untyped].join("\n")
      : undefined,
  };
}

/** Lines as JavaScript: as they are laid out in TypeScript, unless some of them say types. */
function javascriptOf(lines: readonly CodeLine[], depth: number, typed = ""): string {
  return sayTypes(lines) ? layOut(lines, depth, "javascript") : typed;
}

function sayTypes(lines: readonly CodeLine[]): boolean {
  return lines.some(({ untyped, indented = [] }) => untyped !== undefined || sayTypes(indented));
}

/** Guards as the text of JavaScript, to be run at once. */
export interface GuardScript {
  /** Statements that declare the guards, each a function of a value. */
  readonly text: string;
  /** What it calls the guards that it declares, by their nodes. */
  readonly declared: ReadonlyMap<NodeId, GuardNames>;
  /** What it calls other guards that it needs, likewise. */
  readonly references: ReadonlyMap<NodeId, GuardNames>;
  /** Names of the runtime's exports that it needs. */
  readonly runtime: ReadonlySet<string>;
  readonly predicates: ReadonlySet<UsedPredicate>;
}

/** What a script calls the guards of a declaration. */
export interface GuardNames {
  readonly guard?: string;
  /** The one that is told how deep a value is nested. */
  readonly nested?: string;
}

/**
 * Compiles the guard of any schema, whether it has a name or not, to JavaScript: the same plan, printed by
 * the same printer, as in the module that ships.
 */
export function compileGuardScript(model: SchemaModel, node: NodeId): GuardScript {
  const names: ModuleNames = { issueType: "Issue", taken: new Set() };
  // Who has no name is called by none, so nobody tells it how deep a value is nested.
  const hasName = model.declarations.has(node);
  const scope = openModuleScope(model, names, chooseStrategy, hasName);
  const guard = printGuardBody(planDeclaration(scope, node, "value"), scope);
  const bodies = hasName ? boundDepth(scope, node, { guard, collector: [] }) : { guard };
  return guardScript(scope, new Map([[node, bodies.guard]]));
}

/** @param bodies of the guards, by their nodes */
function guardScript(
  scope: ModuleScope,
  bodies: ReadonlyMap<NodeId, readonly CodeLine[]>,
): GuardScript {
  const nameOf = (node: NodeId) =>
    scope.model.declarations.get(node)?.exports.guard ?? "isAccepted";
  const nestedName = (node: NodeId) => ({ nested: exportsOf(scope, node).nestedGuard });
  const guards = [...bodies].map(([node, body]) => [
    line(`function ${nameOf(node)}(value) {`),
    ...indent(body),
    line("}"),
  ]);
  const judging = scope.privateFunctions.filter(({ collects }) => !collects);
  const functions = [...judging.map(({ lines }) => lines), ...guards].map((lines) =>
    layOut(lines, 0, "javascript"),
  );
  const others = [...scope.guards, ...scope.nestedGuards].filter((node) => !bodies.has(node));
  return {
    text: [...usedConstants(scope, functions, "javascript"), ...functions].join("\n"),
    declared: new Map(
      [...bodies.keys()].map((node) => [
        node,
        { guard: nameOf(node), ...(isRecursive(scope, node) && nestedName(node)) },
      ]),
    ),
    references: new Map(
      others.map((node) => [
        node,
        {
          ...(scope.guards.has(node) && { guard: nameOf(node) }),
          ...(scope.nestedGuards.has(node) && nestedName(node)),
        },
      ]),
    ),
    runtime: scope.runtime,
    predicates: scope.predicates,
  };
}

/**
 * The constants that some function names. A condition has made its constants even where its object
 * then comes by its properties in a way that does not ask it.
 *
 * @param functions the texts of functions, in the order in which constants were made for them
 */
function usedConstants(
  scope: ModuleScope,
  functions: readonly string[],
  language: CodeLanguage = "typescript",
): readonly string[] {
  const constants = scope.constants.map((each) => layOut([each], 0, language));
  const names = [...scope.constantNames.values()];
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
