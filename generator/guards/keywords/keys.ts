import type {
  AssertionKeyword,
  AssertionOf,
  PatternSubschema,
  Subschema,
} from "../../dialects/canonical-keywords.ts";
import { assertionOf } from "../../model/assertion-of.ts";
import { everyType, typeSet } from "../../model/type-sets.ts";
import type { SchemaNode } from "../../model/model.ts";
import type { Check, Checks } from "../check.ts";
import { type Condition, every as everyOf, isNever, negation, never } from "../condition.ts";
import { type Judgement, type Planner, blockPlanner, judgementOf, planBranch } from "../planner.ts";
import { faultOf, keyedPropertyOf } from "../value.ts";
import { nameCondition, patternCondition } from "./names.ts";

/** What is asserted of properties whose names are not known. */
export interface KeyPlan {
  readonly key: string;
  /** The variable of the property. */
  readonly property: string;
  /** What is asserted of every property: of its name, and where its name matches a pattern. */
  readonly every: Checks;
  /** What is asserted of properties that are not declared. */
  readonly others: Checks;
  /** The condition that a sibling keyword names the key. */
  readonly isNamed: Condition;
  /** The condition that a sibling keyword has a pattern for the key. */
  readonly hasPattern: Condition;
  /** Whether the value of a property is read, not just its name. */
  readonly reads: { readonly every: boolean; readonly others: boolean };
}

/** The variables of a walk over the keys of an object. */
export type KeyNames = Pick<KeyPlan, "key" | "property">;

/**
 * Names the variables of a walk over the keys of an object.
 */
export function keyNames({ variables }: Planner): KeyNames {
  return { key: variables.allocate("key"), property: variables.allocate("property") };
}

/**
 * Whether an object's schema has keywords that take a walk over its keys.
 */
export function takesWalk(node: SchemaNode): boolean {
  return node.assertions.some(({ keyword }) => walkKeywords.has(keyword));
}

const walkKeywords: ReadonlySet<AssertionKeyword> = new Set([
  "propertyNames",
  "patternProperties",
  "additionalProperties",
]);

/** The plan where nothing is asserted of properties whose names are not known. */
function noKeys(names: KeyNames | undefined): KeyPlan {
  return {
    key: names?.key ?? "",
    property: names?.property ?? "",
    every: [],
    others: [],
    isNamed: never,
    hasPattern: never,
    reads: { every: false, others: false },
  };
}

/**
 * Plans what `propertyNames`, `patternProperties` and `additionalProperties` assert (2020-12 core
 * §10.3.2).
 *
 * @param names the variables of a walk that more than this is done in
 */
export function planKeys(
  planner: Planner,
  node: SchemaNode,
  judgement: Judgement,
  names?: KeyNames,
): KeyPlan {
  if (!takesWalk(node)) return noKeys(names);
  const { name } = judgement;
  const loop = blockPlanner(planner);
  const { key, property } = names ?? keyNames(loop);
  const propertyNames = assertionOf(node, "propertyNames");
  const additional = assertionOf(node, "additionalProperties");
  const patterns = assertionOf(node, "patternProperties")?.patterns ?? [];
  const named =
    propertyNames === undefined ? [] : planPropertyNames(loop, propertyNames, key, judgement);
  const matched = patterns.flatMap((pattern) =>
    planPattern(loop, pattern, key, property, judgement),
  );
  const others =
    additional === undefined ? [] : planAdditional(loop, additional, key, property, judgement);
  const { declared = [], patterns: siblings = [] } = additional ?? {};
  return {
    key,
    property,
    every: [...named, ...matched],
    others,
    isNamed: nameCondition(declared, [], key, name, planner.scope),
    hasPattern: nameCondition([], siblings, key, name, planner.scope),
    reads: {
      every: matched.length > 0,
      others: others.length > 0 && others[0]?.kind !== "fail",
    },
  };
}

function planPattern(
  planner: Planner,
  subschema: PatternSubschema,
  key: string,
  property: string,
  judgement: Judgement,
): Checks {
  const checks = planKeyed(blockPlanner(planner), subschema, key, property, judgement);
  const condition = patternCondition(subschema.pattern, key, planner.scope);
  return checks.length === 0 ? [] : [{ kind: "when", condition, checks }];
}

function planKeyed(
  planner: Planner,
  { node, path }: Subschema,
  key: string,
  property: string,
  { value, name }: Judgement,
): Checks {
  return planner.planValue(
    planner,
    node,
    judgementOf(keyedPropertyOf(value, key, property, path), everyType, `${name} property`),
  );
}

function planPropertyNames(
  planner: Planner,
  assertion: AssertionOf<"propertyNames">,
  key: string,
  { value, name }: Judgement,
): Checks {
  const branch = planBranch(
    planner,
    assertion.subschema,
    judgementOf({ ...value, variable: key }, typeSet(["string"]), `${name} key`),
  );
  if (branch.checks.length === 0) return [];
  const message = `\`must not have a property named \${JSON.stringify(${key})}\``;
  const fault = faultOf(value, assertion.path, message, [["propertyName", key]]);
  return [{ kind: "try", branch, fault }];
}

function planAdditional(
  planner: Planner,
  { path, subschema }: AssertionOf<"additionalProperties">,
  key: string,
  property: string,
  judgement: Judgement,
): Checks {
  if (planner.scope.model.nodes[subschema.node]?.assertions[0]?.keyword !== "false") {
    return planKeyed(blockPlanner(planner), subschema, key, property, judgement);
  }
  const extra = keyedPropertyOf(judgement.value, key, property, "");
  const message = JSON.stringify("must not be present");
  const fault = faultOf(extra, path, message, [["additionalProperty", key]]);
  return [{ kind: "fail", fault }];
}

/**
 * The walk over the keys of an object that makes the checks of a plan; none where there are none.
 *
 * @param owned whether the object has nothing but its own properties
 */
export function walkKeys(object: string, owned: boolean, plan: KeyPlan): Checks {
  const { key, every, others, isNamed, hasPattern, reads } = plan;
  const known: readonly Condition[] = [isNamed, hasPattern].filter((each) => !isNever(each));
  const checks: Checks =
    every.length === 0 || others.length === 0 || known.length === 0
      ? [...every, ...others]
      : [...every, unlessKnown(known, others)];
  if (checks.length === 0) return [];
  return [
    {
      kind: "keys",
      object,
      owned,
      key,
      property: reads.every || reads.others ? plan.property : undefined,
      // A walk only for additional properties skips the declared ones.
      skips: every.length === 0 ? known : [],
      checks,
    },
  ];
}

function unlessKnown(known: readonly Condition[], checks: Checks): Check {
  return { kind: "when", condition: everyOf(known.map(negation)), checks };
}
