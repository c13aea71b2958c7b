import { type Condition, comparison } from "../condition.ts";
import { readProperty } from "../own-properties.ts";
import { type Judgement, type OwnRecord, type Planner, knownVariable } from "../planner.ts";

/** An object as it is planned: the judgement of it, and its own properties. */
export interface ObjectPlan {
  readonly planner: Planner;
  readonly judgement: Judgement;
  readonly record: OwnRecord;
  /** The variable that properties are read by where each is asked for by itself. */
  readonly unasked: string;
}

/**
 * The expression of an own property of the object.
 */
export function ownProperty({ planner, judgement, record }: ObjectPlan, name: string): string {
  const known = knownVariable(planner, judgement.value.variable, name);
  return known ?? readProperty(planner.scope, record.variable, name);
}

/**
 * The condition that a property is there, of which the expression is given.
 */
export function presence(expression: string): Condition {
  return comparison(expression, "!==", "undefined");
}
