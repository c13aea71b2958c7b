import type { AssertionOf, NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import type { Branch, Checks, KnownTypes, Value } from "./check.ts";
import { type NameAllocator, variableNames } from "./identifiers.ts";
import { type ModuleScope, isRecursive } from "./module-scope.ts";
import {
  type Reads,
  copyReads,
  everything,
  forgetRead,
  keepRead,
  readsInside,
  variableAround,
  variableIn,
} from "./reads.ts";
import { judgedBy } from "./value.ts";

/** What the planning of one block of a guard has at hand. */
export interface Planner {
  readonly scope: ModuleScope;
  readonly variables: NameAllocator;
  /** The variables of the properties read in this block, and in those around it. */
  readonly reads: Reads;
  /** Variables that TypeScript does not know to be readable by any name. */
  readonly opaque: Set<string>;
  /** Schemas of values above this weight have functions of their own. */
  readonly largestInline: number;
  /** Plans all that a node asserts of a value. */
  readonly planNode: (planner: Planner, node: NodeId, judgement: Judgement) => Checks;
  /** As `planNode`, for a value of its own: a large schema's checks are a section. */
  readonly planValue: (planner: Planner, node: NodeId, judgement: Judgement) => Checks;
}

/** A schema in the place where it judges a value. */
export interface Judgement {
  readonly value: Value;
  /** The types that the value can still have. */
  readonly known: KnownTypes;
  /** What the value is called in the names of constants, functions and variables. */
  readonly name: string;
  /** What the guard has settled of the value before. */
  readonly settled: Settled | undefined;
}

/**
 * A judgement of a value of which nothing is settled.
 */
export function judgementOf(value: Value, known: KnownTypes, name: string): Judgement {
  return { value, known, name, settled: undefined };
}

/** What a guard keeps in variables, since it asks for it more than once. */
export interface Settled {
  /** Branches whose outcome is kept, by {@link outcomeKey}. */
  readonly outcomes: ReadonlyMap<string, Branch>;
  /** Variables of the properties that tell the branches of unions apart, by {@link tagKey}. */
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * What the outcome of a subschema is kept by, which judges the value itself.
 */
export function outcomeKey(subschema: Subschema): string {
  return String(subschema.node);
}

/**
 * What the tag of a union is kept by.
 */
export function tagKey(union: AssertionOf<"anyOf" | "oneOf">): string {
  return union.subschemas.map(outcomeKey).join(" ");
}

/**
 * The planner of a function.
 */
export function functionPlanner(
  { scope, planNode, planValue }: Pick<Planner, "scope" | "planNode" | "planValue">,
  parameter: string,
  known: KnownTypes,
): Planner {
  return {
    scope,
    opaque: new Set(known.size === 1 && known.has("object") ? [parameter] : []),
    largestInline,
    variables: variableNames(parameter),
    reads: readsInside(undefined),
    planNode,
    planValue,
  };
}

/** `tsc` gives up on functions that are very large. */
const largestInline = 80;

/**
 * The planner of a block inside a function, whose variables are its own.
 */
export function blockPlanner(planner: Planner): Planner {
  return innerPlanner(planner, planner.variables.nested(), readsInside(planner.reads));
}

/**
 * The planner of what stands behind a test in the same block: the collector of issues has it in a
 * block of its own.
 */
export function gatePlanner(planner: Planner): Planner {
  return innerPlanner(planner, planner.variables, copyReads(planner.reads));
}

/** Written out, since an engine copies the members of an object slowly. */
function innerPlanner(planner: Planner, variables: NameAllocator, reads: Reads): Planner {
  const { scope, opaque, largestInline, planNode, planValue } = planner;
  return { scope, opaque, largestInline, variables, reads, planNode, planValue };
}

/** An object as its own properties, and the check that makes it so where no block around has. */
export interface OwnRecord {
  readonly variable: string;
  readonly checks: Checks;
}

/**
 * The own properties of an object.
 */
export function ownRecord(planner: Planner, object: string): OwnRecord {
  const known = variableAround(planner.reads, object, everything);
  if (known !== undefined) return { variable: known, checks: [] };
  const variable = planner.variables.allocate(object === "value" ? "record" : `${object} record`);
  keepRead(planner.reads, object, everything, variable);
  return { variable, checks: [{ kind: "own", variable, object }] };
}

/**
 * Takes back the own properties of an object, where nothing reads them after all.
 */
export function dropRecord(planner: Planner, object: string, record: OwnRecord): void {
  if (record.checks.length === 0) return;
  planner.variables.release(record.variable);
  forgetRead(planner.reads, object, everything);
}

/**
 * The variable of a property that this block has read; `undefined` where it has not.
 */
export function knownVariable(planner: Planner, object: string, name: string): string | undefined {
  return variableIn(planner.reads, object, name);
}

/**
 * The variable for a property of an object. A block that reads a property once more than the blocks
 * around it may call it the same: what stands there judges the property it has read itself.
 */
export function propertyVariable(planner: Planner, object: string, name: string): string {
  const { reads, variables } = planner;
  const isRead = variableIn(reads, object, name) !== undefined;
  const outer = isRead ? undefined : variableAround(reads.outer, object, name);
  const variable = outer ?? variables.allocate(name);
  keepRead(reads, object, name, variable);
  return variable;
}

/**
 * Takes back the variable for a property that is not read after all.
 */
export function dropProperty(planner: Planner, object: string, name: string): void {
  const { reads, variables } = planner;
  const variable = variableIn(reads, object, name);
  if (variable !== undefined && variable !== variableAround(reads.outer, object, name)) {
    variables.release(variable);
  }
  forgetRead(reads, object, name);
}

/**
 * Takes the variable for a property out of reach of what comes after.
 */
export function forgetProperty(
  planner: Planner,
  object: string,
  name: string | typeof everything,
): void {
  forgetRead(planner.reads, object, name);
}

/**
 * Plans all that a subschema asserts of the value it judges.
 */
export function planSubschema(
  planner: Planner,
  subschema: Subschema,
  judgement: Judgement,
): Checks {
  const { value, known, name, settled } = judgement;
  return planner.planNode(planner, subschema.node, {
    value: judgedBy(value, subschema.path),
    known,
    name,
    settled,
  });
}

/**
 * A branch: checks that are tried for their outcome.
 */
export function planBranch(planner: Planner, subschema: Subschema, judgement: Judgement): Branch {
  const { known, name } = judgement;
  const value = judgedBy(judgement.value, subschema.path);
  const settled = judgement.settled?.outcomes.get(outcomeKey(subschema));
  if (settled !== undefined) return { ...settled, value };
  const parameter = value.variable;
  const inner = functionPlanner(planner, parameter, known);
  // Where it has no function of its own, it stands in that of the value.
  const depth = isRecursive(planner.scope, subschema.node) ? value.depth : undefined;
  const own: Value = { variable: parameter, instancePath: "", schemaPath: "", depth };
  return {
    node: subschema.node,
    name,
    parameter,
    value,
    known,
    depth,
    outcome: undefined,
    checks: planner.planNode(inner, subschema.node, judgementOf(own, known, name)),
  };
}
