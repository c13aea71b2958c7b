import type { AssertionOf, ValueType } from "../../dialects/canonical-keywords.ts";
import { assertionOf } from "../../model/assertion-of.ts";
import {
  type Circumstance,
  type EvaluatedPart,
  type EvaluatedParts,
  type Evaluation,
  evaluationOf,
} from "../../model/evaluation.ts";
import { everyType } from "../../model/type-sets.ts";
import type { SchemaNode } from "../../model/model.ts";
import type { Check, Checks, Value } from "../check.ts";
import {
  type Condition,
  always,
  conditionText,
  every,
  isAlways,
  isNever,
  negation,
  some,
} from "../condition.ts";
import {
  type Judgement,
  type Planner,
  blockPlanner,
  judgementOf,
  ownRecord,
  planBranch,
} from "../planner.ts";
import { branchCondition } from "../print-guard.ts";
import { faultOf, itemOf, judgedBy, keyedPropertyOf } from "../value.ts";
import { circumstancesCondition, openBindings } from "./circumstances.ts";
import { keyNames } from "./keys.ts";
import { nameCondition } from "./names.ts";

/**
 * Plans what the applicators of a node and its unevaluated keywords both ask of the value, so that it
 * is asked once.
 *
 * @returns the judgement for both, and the checks that stand before them
 */
export function planSettled(
  planner: Planner,
  node: SchemaNode,
  judgement: Judgement,
): { readonly checks: Checks; readonly judgement: Judgement } {
  if (!hasUnevaluated(node)) return { checks: [], judgement };
  const bindings = openBindings(planner, judgement);
  for (const { keyword, evaluated, type } of unevaluatedKeywords) {
    if (assertionOf(node, keyword) === undefined || !judgement.known.has(type)) continue;
    for (const { circumstances } of evaluationOf(planner.scope.model, node, evaluated).possible) {
      const [first] = circumstances;
      if (first !== undefined && isShared(first, judgement)) {
        circumstancesCondition(bindings, [first]);
      }
    }
  }
  const { checks, outcomes, tags } = bindings;
  return { checks, judgement: { ...judgement, settled: { outcomes, tags } } };
}

/** Whether the applicators of the same schema ask for a circumstance as well. */
function isShared(circumstance: Circumstance, { known }: Judgement): boolean {
  switch (circumstance.kind) {
    case "matches":
    case "fails":
      return circumstance.referred === undefined;
    case "tag":
      return known.size === 1;
    case "present":
      return false;
  }
}

const unevaluatedKeywords = [
  { keyword: "unevaluatedItems", evaluated: "items", type: "array" },
  { keyword: "unevaluatedProperties", evaluated: "properties", type: "object" },
] as const;

/**
 * Whether a node has an unevaluated keyword.
 */
export function hasUnevaluated(node: SchemaNode): boolean {
  return node.assertions.some(
    ({ keyword }) => keyword === "unevaluatedItems" || keyword === "unevaluatedProperties",
  );
}

/**
 * Plans `unevaluatedItems` (2020-12 core §11.2) or `unevaluatedProperties` (§11.3) for a value of a
 * type: a walk over the items or keys that nothing else in the schema speaks for, which is worked out
 * here as far as it does not depend on the value.
 */
export function planUnevaluated(
  planner: Planner,
  node: SchemaNode,
  type: ValueType,
  judgement: Judgement,
): Checks {
  switch (type) {
    case "array":
      return planUnevaluatedItems(planner, node, judgement);
    case "object":
      return planUnevaluatedProperties(planner, node, judgement);
    default:
      return [];
  }
}

function planUnevaluatedProperties(
  planner: Planner,
  node: SchemaNode,
  judgement: Judgement,
): Checks {
  const assertion = assertionOf(node, "unevaluatedProperties");
  if (assertion === undefined) return [];
  const { value, name } = judgement;
  const evaluation = evaluationOf(planner.scope.model, node, "properties");
  return planWalk(planner, evaluation, judgement, (inner, evaluated) => {
    const { key, property } = keyNames(inner);
    const place = keyedPropertyOf(value, key, property, "");
    const { refused, checks } = planPart(inner, assertion, place, `${name} property`);
    if (checks.length === 0) return [];
    const skips = skipsOf(evaluated, (parts) => keyCondition(inner, parts, key, name));
    const read = refused ? undefined : property;
    const record = ownRecord(inner, value.variable);
    const walk: Check = {
      kind: "keys",
      object: record.variable,
      owned: true,
      key,
      property: read,
      skips,
      checks,
    };
    return [...record.checks, walk];
  });
}

function planUnevaluatedItems(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const assertion = assertionOf(node, "unevaluatedItems");
  if (assertion === undefined) return [];
  const { value, name } = judgement;
  const evaluation = evaluationOf(planner.scope.model, node, "items");
  return planWalk(planner, evaluation, judgement, (inner, evaluated) => {
    const index = inner.variables.allocate("index");
    const item = inner.variables.allocate("item");
    const place = itemOf(value, index, item, "");
    const { refused, checks } = planPart(inner, assertion, place, `${name} item`);
    if (checks.length === 0) return [];
    const skips = skipsOf(evaluated, (parts) => containedCondition(inner, parts, place, name));
    const prefix = planPrefix(planner, evaluated, name);
    const read = refused && skips.length === 0 ? undefined : item;
    const array = value.variable;
    return [
      ...prefix.checks,
      { kind: "items", array, from: prefix.length, index, item: read, skips, checks },
    ];
  });
}

/** What a schema evaluates, with each condition as the guard asks for it. */
type EvaluatedWhere = readonly { readonly condition: Condition; readonly parts: EvaluatedParts }[];

/** Plans a walk over what is not evaluated, in a block of its own, and what stands before it. */
function planWalk(
  planner: Planner,
  { certain, possible }: Evaluation,
  judgement: Judgement,
  walk: (inner: Planner, evaluated: EvaluatedWhere) => Checks,
): Checks {
  if (certain.has("all")) return [];
  const bindings = openBindings(planner, judgement);
  const conditional = merged(
    possible.map(({ circumstances, parts }) => ({
      condition: circumstancesCondition(bindings, circumstances),
      parts,
    })),
  );
  const whole = conditional.filter(({ parts }) => parts.has("all"));
  const partial = conditional.filter(({ parts }) => !parts.has("all"));
  const checks = walk(blockPlanner(planner), [{ condition: always, parts: certain }, ...partial]);
  if (checks.length === 0 || conditional.length === 0) return checks;
  const remark: Check = { kind: "remark", text: "What the schemas that match leave unevaluated." };
  const unless = negation(some(whole.map(({ condition }) => condition)));
  const walked: Checks = isAlways(unless) ? checks : [{ kind: "when", condition: unless, checks }];
  return [...bindings.checks, remark, ...walked];
}

/** Joins what is evaluated on the same condition. */
function merged(evaluated: EvaluatedWhere): EvaluatedWhere {
  const byCondition = new Map<string, EvaluatedWhere[number]>();
  for (const { condition, parts } of evaluated) {
    const text = conditionText(condition);
    const others = byCondition.get(text)?.parts ?? [];
    byCondition.set(text, { condition, parts: new Map([...others, ...parts]) });
  }
  return [...byCondition.values()];
}

/** Plans what is asserted of one property or item. */
function planPart(
  planner: Planner,
  { path, subschema }: AssertionOf<"unevaluatedProperties" | "unevaluatedItems">,
  value: Value,
  name: string,
): { readonly refused: boolean; readonly checks: Checks } {
  if (planner.scope.model.nodes[subschema.node]?.assertions[0]?.keyword !== "false") {
    const judgement = judgementOf(judgedBy(value, subschema.path), everyType, name);
    return { refused: false, checks: planner.planValue(planner, subschema.node, judgement) };
  }
  const fault = faultOf(value, path, JSON.stringify("must not be present"), []);
  return { refused: true, checks: [{ kind: "fail", fault }] };
}

function skipsOf(
  evaluated: EvaluatedWhere,
  skip: (parts: readonly EvaluatedPart[]) => Condition,
): Condition[] {
  return evaluated
    .map(({ condition, parts }) => every([condition, skip([...parts.values()])]))
    .filter((condition) => !isNever(condition));
}

function keyCondition(
  { scope }: Planner,
  parts: readonly EvaluatedPart[],
  key: string,
  name: string,
): Condition {
  const names = parts.flatMap((part) => (part.kind === "property" ? [part.name] : []));
  const patterns = parts.flatMap((part) => (part.kind === "pattern" ? [part.pattern] : []));
  return nameCondition(names, patterns, key, name, scope);
}

function containedCondition(
  planner: Planner,
  parts: readonly EvaluatedPart[],
  item: Value,
  name: string,
): Condition {
  const judgement = judgementOf(item, everyType, `${name} item`);
  const conditions = parts.flatMap((part) =>
    part.kind === "contained"
      ? [branchCondition(planBranch(planner, part.subschema, judgement), planner.scope)]
      : [],
  );
  return some(conditions);
}

/** How many leading items are evaluated: the longest prefix whose condition holds. */
function planPrefix(
  planner: Planner,
  evaluated: EvaluatedWhere,
  name: string,
): { readonly length: string; readonly checks: Checks } {
  const prefixes = evaluated.map(({ condition, parts }) => {
    const indices = [...parts.values()].map((part) => (part.kind === "item" ? part.index : -1));
    return { condition, number: Math.max(-1, ...indices) + 1 };
  });
  const certain = Math.max(
    ...prefixes.filter(({ condition }) => isAlways(condition)).map(({ number }) => number),
  );
  const cases = prefixes
    .filter(({ number }) => number > certain)
    .sort((one, other) => other.number - one.number);
  if (cases.length === 0) return { length: String(certain), checks: [] };
  const variable = planner.variables.allocate(`${name} evaluated`);
  return {
    length: variable,
    checks: [{ kind: "number", variable, cases, otherwise: certain }],
  };
}
