import type { NodeId, Pattern } from "../dialects/canonical-keywords.ts";
import type { ExportNames, SchemaModel } from "../model/model.ts";
import { stringLiteral } from "../text/string-literal.ts";
import { type AreRecursive, recursionOf } from "../model/recursion.ts";
import { structureNumbers } from "../model/structure.ts";
import { weighNodes } from "../model/weight.ts";
import type { Checks } from "./check.ts";
import type { Condition } from "./condition.ts";
import { type NameAllocator, constantNames, privateFunctionNames } from "./identifiers.ts";
import type { ChooseStrategy } from "./object-strategy.ts";
import { type CodeLine, filledLine, line, typedLine } from "../text/lines.ts";

/** A predicate as guards call it. */
export interface UsedPredicate {
  /** The module that exports it, below the output folder, without extension. */
  readonly module: string;
  readonly name: string;
}

/** A function that guards share. */
export interface PrivateFunction {
  readonly lines: readonly CodeLine[];
  /** Whether it collects issues; else it only tells whether a value passes. */
  readonly collects: boolean;
}

/** What a module of guards holds besides its declared functions, gathered while they are compiled. */
export interface ModuleScope {
  readonly model: SchemaModel;
  /** What the module calls the runtime's type of an issue. */
  readonly issueType: string;
  readonly matcherNames: NameAllocator;
  readonly inspectorNames: NameAllocator;
  /** The weight of a node, by which it has functions of its own. */
  readonly weightOf: (id: NodeId) => number;
  /** A number that nodes have in common which assert the same. */
  readonly structureOf: (id: NodeId) => number;
  /** Whether two nodes hold or refer to each other. */
  readonly areRecursive: AreRecursive;
  readonly chooseStrategy: ChooseStrategy;
  /** Whether what comes back to itself is told how deep a value is nested. */
  readonly tellsDepth: boolean;
  /** Names of the runtime's exports that are used. */
  readonly runtime: Set<string>;
  /** Predicates of the user that are used. */
  readonly predicates: Set<UsedPredicate>;
  /** Declarations whose guard is called. */
  readonly guards: Set<NodeId>;
  /** Declarations whose guard of nested values is called. */
  readonly nestedGuards: Set<NodeId>;
  /** Declarations whose collector is called. */
  readonly collectors: Set<NodeId>;
  /** Each module-level constant. */
  readonly constants: CodeLine[];
  readonly privateFunctions: PrivateFunction[];
  /** What checks ask, as one condition where they can be said in one, so that it is worked out once. */
  readonly conditions: Map<Checks, Condition | undefined>;
  /** Names of the private functions that tell whether a value passes, by what they hold. */
  readonly matchers: Map<string, string>;
  /** Names of the private functions that collect issues, by what they hold. */
  readonly inspectors: Map<string, string>;
  /** Name of the constant for each text that one was made of. */
  readonly constantNames: Map<string, string>;
  readonly constantNameAllocator: NameAllocator;
  /** Name of the constant for each list of values that is looked up in a Set. */
  readonly valueSets: Map<readonly unknown[], string>;
}

/** The names that a module has for other things than its guards. */
export interface ModuleNames {
  /** What it calls the runtime's type of an issue. */
  readonly issueType: string;
  /** Names of other values that it declares. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Opens the scope of one module.
 */
export function openModuleScope(
  model: SchemaModel,
  { issueType, taken }: ModuleNames,
  chooseStrategy: ChooseStrategy,
  tellsDepth = true,
): ModuleScope {
  return {
    model,
    issueType,
    chooseStrategy,
    matcherNames: privateFunctionNames("matches"),
    inspectorNames: privateFunctionNames("inspect"),
    weightOf: weighNodes(model.nodes),
    structureOf: structureNumbers(model.nodes, (id) => model.declarations.has(id)),
    areRecursive: recursionOf(model.nodes),
    tellsDepth,
    runtime: new Set(),
    predicates: new Set(),
    guards: new Set(),
    nestedGuards: new Set(),
    collectors: new Set(),
    constants: [],
    privateFunctions: [],
    conditions: new Map(),
    matchers: new Map(),
    inspectors: new Map(),
    constantNames: new Map(),
    constantNameAllocator: constantNames(taken),
    valueSets: new Map(),
  };
}

/**
 * Makes a module-level constant of an expression, one for equal expressions, and gives its name.
 *
 * @param wanted what it holds, in any form: `language values`
 */
export function constantOf(scope: ModuleScope, wanted: string, expression: string): string {
  return constantFrom(scope, wanted, expression, (name) => line(`const ${name} = ${expression};`));
}

/**
 * Makes a module-level constant of a JSON array or object, as {@link constantOf} makes one.
 */
export function structureConstant(scope: ModuleScope, wanted: string, structure: unknown): string {
  const expression = jsonExpression(structure);
  return constantFrom(scope, wanted, expression, (name) =>
    typedLine((typed) => line(`const ${name}${typed(": unknown")} = ${expression};`)),
  );
}

/**
 * Makes a module-level Set of JSON scalars, as {@link constantOf} makes a constant.
 *
 * @param type the type of its members
 */
export function setConstant(
  scope: ModuleScope,
  wanted: string,
  type: "string" | "unknown",
  members: readonly unknown[],
): string {
  const entries = members.map(jsonExpression);
  return constantFrom(scope, wanted, `${type}: ${entries.join(", ")}`, (name) =>
    typedLine((typed) =>
      filledLine(`const ${name} = /* @__PURE__ */ new Set${typed(`<${type}>`)}([`, entries, "]);"),
    ),
  );
}

/**
 * Makes a module-level Map from texts, as {@link constantOf} makes a constant.
 *
 * @param type the type of its values
 * @param entries each a text and the expression of its value
 */
export function mapConstant(
  scope: ModuleScope,
  wanted: string,
  type: string,
  entries: readonly (readonly [key: string, value: string])[],
): string {
  const pairs = entries.map(([key, value]) => `[${stringLiteral(key)}, ${value}]`);
  return constantFrom(scope, wanted, `map of ${type}: ${pairs.join(", ")}`, (name) =>
    typedLine((typed) =>
      filledLine(
        `const ${name} = /* @__PURE__ */ new Map${typed(`<string, ${type}>`)}([`,
        pairs,
        "]);",
      ),
    ),
  );
}

function constantFrom(
  scope: ModuleScope,
  wanted: string,
  key: string,
  write: (name: string) => CodeLine,
): string {
  const known = scope.constantNames.get(key);
  if (known !== undefined) return known;
  const name = scope.constantNameAllocator.allocate(wanted);
  scope.constantNames.set(key, name);
  scope.constants.push(write(name));
  return name;
}

/**
 * Makes a module-level constant of a pattern. It is built by the constructor, since `tsc` judges
 * regular expression literals by rules and targets of its own.
 */
export function patternConstant(scope: ModuleScope, pattern: Pattern): string {
  const flags = pattern.flags === "" ? "" : `, ${JSON.stringify(pattern.flags)}`;
  const expression = `/* @__PURE__ */ new RegExp(${stringLiteral(pattern.source)}${flags})`;
  return constantOf(scope, "pattern", expression);
}

/**
 * The exports of a declaration.
 */
export function exportsOf(scope: ModuleScope, declaration: NodeId): ExportNames {
  const found = scope.model.declarations.get(declaration);
  if (found === undefined) throw new RangeError(`node ${declaration} is no declaration`);
  return found.exports;
}

/**
 * Whether the functions of a node are told how deep a value is nested: it comes back to itself.
 */
export function isRecursive({ areRecursive, tellsDepth }: ModuleScope, node: NodeId): boolean {
  return tellsDepth && areRecursive(node, node);
}

/**
 * Names a helper of the runtime, which the module then imports.
 */
export function runtimeName(scope: ModuleScope, name: string): string {
  scope.runtime.add(name);
  return name;
}

/**
 * Names a predicate of the runtime or of the user, which the module then imports.
 */
export function predicateName(scope: ModuleScope, predicate: UsedPredicate): string {
  if (predicate.module === "runtime") return runtimeName(scope, predicate.name);
  scope.predicates.add(predicate);
  return predicate.name;
}

/**
 * A JSON value as a TypeScript expression. `__proto__` is written as a computed key, which makes an
 * ordinary property of it.
 */
export function jsonExpression(value: unknown): string {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(jsonExpression).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([name, member]) => {
      const key = name === "__proto__" ? '["__proto__"]' : stringLiteral(name);
      return `${key}: ${jsonExpression(member)}`;
    });
    return `{ ${members.join(", ")} }`;
  }
  if (value === Infinity || value === -Infinity) return value > 0 ? "Infinity" : "-Infinity";
  return Object.is(value, -0) ? "0" : JSON.stringify(value);
}
