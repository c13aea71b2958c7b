import { assertionOf } from "../model/assertion-of.ts";
import { hasType, valueTypeOf } from "../model/json-type.ts";
import { commonTypes, eitherTypes, everyType, noType, typeSet } from "../model/type-sets.ts";
import { constrainedType } from "../model/constrained-type.ts";
import type {
  Assertion,
  AssertionOf,
  JsonType,
  NodeId,
  ValueType,
} from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../model/model.ts";
import type { Check, Checks, KnownTypes, Section, Value } from "./check.ts";
import { always } from "./condition.ts";
import { planApplicators } from "./keywords/applicators.ts";
import { planArray } from "./keywords/arrays.ts";
import { describeLimit, isLengthWithin, isLimit, limitedType } from "./keywords/limits.ts";
import { planObject } from "./keywords/objects.ts";
import {
  admittedTypes,
  bareTypeCondition,
  describeTypes,
  typeCondition,
} from "./keywords/types.ts";
import { describeValues, membership, narrows } from "./keywords/values.ts";
import { hasUnevaluated, planSettled, planUnevaluated } from "./keywords/unevaluated.ts";
import { type ModuleScope, isRecursive } from "./module-scope.ts";
import {
  type Judgement,
  type Planner,
  blockPlanner,
  functionPlanner,
  gatePlanner,
  judgementOf,
} from "./planner.ts";
import { faultOf } from "./value.ts";

/**
 * Plans the guard of a declared node: what its boolean guard and its collector of issues do with
 * the variable `value`.
 */
export function planDeclaration(scope: ModuleScope, node: NodeId, name: string): Checks {
  const depth = isRecursive(scope, node) ? 0 : undefined;
  const value: Value = { variable: "value", instancePath: "", schemaPath: "", depth };
  const planner = functionPlanner({ scope, planNode, planValue }, value.variable, everyType);
  return planNode(planner, node, judgementOf(value, everyType, name));
}

function planValue(planner: Planner, id: NodeId, judgement: Judgement): Checks {
  if (standsInline(planner, id)) return planNode(planner, id, judgement);
  const { value, known, name } = judgement;
  const depth = isRecursive(planner.scope, id) ? 0 : undefined;
  const own: Value = { variable: "value", instancePath: "", schemaPath: "", depth };
  const inner = functionPlanner(planner, own.variable, known);
  const checks = planNode(inner, id, judgementOf(own, known, name));
  if (checks.length === 0) return [];
  const section: Section = { node: id, name, parameter: own.variable, value, known, depth, checks };
  return [{ kind: "section", section }];
}

/** Whether the checks of a value stand in the function around it; those of a simple one are a condition. */
function standsInline({ scope, largestInline }: Planner, id: NodeId): boolean {
  if (scope.weightOf(id) <= largestInline) return true;
  return largestInline > 0 && scope.model.nodes[id]?.assertions.every(isSimple) === true;
}

function isSimple(assertion: Assertion): boolean {
  return assertion.keyword === "type" || isLimit(assertion) || isMembership(assertion);
}

/**
 * Plans all that a node asserts of a value. The checks of one type stand behind the test for that
 * type, so that what `known` says holds wherever they are made.
 */
function planNode(planner: Planner, id: NodeId, judgement: Judgement): Checks {
  const { model } = planner.scope;
  const node = model.nodes[id];
  const facts = model.facts[id];
  if (node === undefined || facts === undefined) throw new RangeError(`no node ${id}`);
  const checks = planAssertions(planner, node, judgement);
  return commonTypes(judgement.known, facts.types).size > 0
    ? checks
    : [{ kind: "impossible", checks }];
}

function planAssertions(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const { value } = judgement;
  const refusal = assertionOf(node, "false");
  if (refusal !== undefined) {
    const message = JSON.stringify("must not be present");
    return [{ kind: "fail", fault: faultOf(value, refusal.path, message, []) }];
  }
  const type = assertionOf(node, "type");
  const checks = planMembership(planner, node, judgement);
  const others =
    type === undefined
      ? planByType(planner, node, judgement)
      : planType(planner, node, type, judgement);
  return checks.length === 0 ? others : [...checks, ...others];
}

function planMembership(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const { value, known, name } = judgement;
  return node.assertions.filter(isMembership).map((assertion): Check => {
    const values = valuesOf(assertion);
    const condition = membership(values, value.variable, known, name, planner.scope);
    const { message, params } = describeValues(assertion, name, planner.scope);
    const fault = faultOf(value, assertion.path, message, params);
    if (condition === undefined) return { kind: "fail", fault };
    return { kind: "assert", condition, fault };
  });
}

function isMembership(
  assertion: Assertion,
): assertion is AssertionOf<"enum"> | AssertionOf<"const"> {
  return assertion.keyword === "enum" || assertion.keyword === "const";
}

function valuesOf(assertion: AssertionOf<"enum"> | AssertionOf<"const">): readonly unknown[] {
  return assertion.keyword === "enum" ? assertion.values : [assertion.value];
}

/** The values that `enum` or `const` leaves; none where neither is there. */
function listedValues({ assertions }: SchemaNode): readonly unknown[] {
  const membership = assertions.find(isMembership);
  return membership === undefined ? [] : valuesOf(membership);
}

function planType(
  planner: Planner,
  node: SchemaNode,
  type: AssertionOf<"type">,
  judgement: Judgement,
): Checks {
  const { value, known } = judgement;
  const { message, params } = describeTypes(type.types);
  const fault = faultOf(value, type.path, message, params);
  const admitted = admittedTypes(type.types, known);
  if (admitted.size === 0) return [{ kind: "fail", fault }];
  const gated = admitted.size < known.size || narrowsNumbers(type.types);
  const inner = gated ? gatePlanner(planner) : planner;
  const { name, settled } = judgement;
  const checks = planByType(inner, node, { value, known: admitted, name, settled });
  if (!gated) return checks;
  const redundant = settledByValues(node, type, judgement, checks);
  // The issue of the values tells all that one of the type would.
  if (redundant && checks.length === 0) return [];
  const typed = checks.length === 0 ? bareTypeCondition : typeCondition;
  const condition = typed(
    type.types.filter((candidate) => admitted.has(valueTypeOf(candidate))),
    value.variable,
    planner.scope,
  );
  return [{ kind: "gate", condition, fault, checks, redundant }];
}

function narrowsNumbers(types: readonly JsonType[]): boolean {
  return types.includes("integer") && !types.includes("number");
}

/** Whether `enum` or `const` lets no value through that `type` would refuse. */
function settledByValues(
  node: SchemaNode,
  type: AssertionOf<"type">,
  { known }: Judgement,
  checks: Checks,
): boolean {
  return node.assertions.filter(isMembership).some((assertion) => {
    const values = valuesOf(assertion);
    if (!values.every((candidate) => hasType(candidate, type.types))) return false;
    return checks.length === 0 || narrows(values, known);
  });
}

/**
 * Plans what a node asserts of values of each type, and what it asserts of any value. What nothing
 * evaluates is asked for last, since that takes the most.
 */
function planByType(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const { value, known } = judgement;
  const [only] = known;
  if (known.size === 1 && only !== undefined) {
    const typed = planTyped(planner, node, only, judgement);
    const settled = planSettled(planner, node, judgement);
    const applicators = planApplicators(planner, node, settled.judgement);
    const unevaluated = planUnevaluated(planner, node, only, settled.judgement);
    return [...typed, ...settled.checks, ...applicators, ...unevaluated];
  }
  const settled = planSettled(planner, node, judgement);
  // Planned in the order in which they are made: a guard that is called tells TypeScript another type.
  const early = hasUnevaluated(node) ? planApplicators(planner, node, settled.judgement) : [];
  const constrained = typesConstrainedBy(node);
  const typed = constrainedTypes.flatMap((type): Check[] => {
    if (!known.has(type) || !constrained.has(type)) return [];
    const own = { ...settled.judgement, known: typeSet([type]) };
    const inner = blockPlanner(planner);
    const checks = [
      ...planTyped(inner, node, type, own),
      ...planUnevaluated(inner, node, type, own),
    ];
    if (checks.length === 0) return [];
    const condition = typeCondition([type], value.variable, planner.scope);
    return [{ kind: "when", condition, checks }];
  });
  if (hasUnevaluated(node)) return [...settled.checks, ...early, ...typed];
  return [...typed, ...settled.checks, ...planApplicators(planner, node, settled.judgement)];
}

const constrainedTypes = ["number", "string", "array", "object"] as const;

/** The types that a node has keywords for. */
function typesConstrainedBy({ assertions }: SchemaNode): KnownTypes {
  let types = noType;
  for (const assertion of assertions) {
    const type = isLimit(assertion) ? limitedType(assertion) : constrainedType(assertion.keyword);
    if (type !== undefined) types = eitherTypes(types, typeSet([type]));
  }
  return types;
}

function planTyped(
  planner: Planner,
  node: SchemaNode,
  type: ValueType,
  judgement: Judgement,
): Checks {
  const { value } = judgement;
  const listed = listedValues(node);
  const limits: Check[] = [];
  for (const assertion of node.assertions) {
    if (!isLimit(assertion) || limitedType(assertion) !== type) continue;
    const { condition, message, params } = describeLimit(assertion, value.variable, planner.scope);
    const fault = faultOf(value, assertion.path, message, params);
    limits.push(
      listed.length > 0 && listed.every((each) => isLengthWithin(assertion, each))
        ? { kind: "assert", condition: always, collected: condition, fault }
        : { kind: "assert", condition, fault },
    );
  }
  switch (type) {
    case "array":
      return [...limits, ...planArray(planner, node, judgement)];
    case "object":
      return [...limits, ...planObject(planner, node, judgement)];
    default:
      return limits;
  }
}
