import type { NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import type { Branch, Checks, KnownTypes, Value } from "./check.ts";
import type { NameAllocator } from "./identifiers.ts";
import type { ModuleScope } from "./module-scope.ts";
import { judgedBy } from "./value.ts";

/** What the planning of one declaration's guard has at hand. */
export interface Planner {
  readonly scope: ModuleScope;
  readonly variables: NameAllocator;
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
}

/**
 * Plans all that a subschema asserts of the value it judges.
 */
export function planSubschema(
  planner: Planner,
  subschema: Subschema,
  judgement: Judgement,
): Checks {
  return planner.planNode(planner, subschema.node, {
    ...judgement,
    value: judgedBy(judgement.value, subschema.path),
  });
}

/**
 * A branch: checks that are tried for their outcome.
 */
export function planBranch(planner: Planner, subschema: Subschema, judgement: Judgement): Branch {
  return {
    variable: judgement.value.variable,
    known: judgement.known,
    name: judgement.name,
    issues: planner.variables.allocate(`${judgement.name} issues`),
    checks: planSubschema(planner, subschema, judgement),
  };
}
