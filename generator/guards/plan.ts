import { assertionOf } from "../model/assertion-of.ts";
import { everyType, hasType, valueTypeOf } from "../model/json-type.ts";
import type { Assertion, AssertionOf, JsonType, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../model/model.ts";
import type { Check, Checks, Value } from "./check.ts";
import { variableNames } from "./identifiers.ts";
import { planApplicators } from "./keywords/applicators.ts";
import { planArray } from "./keywords/arrays.ts";
import { describeLimit, isLimit, limitedType } from "./keywords/limits.ts";
import { planObject } from "./keywords/objects.ts";
import { admittedTypes, describeType, typeCondition } from "./keywords/types.ts";
import { describeValues, membership } from "./keywords/values.ts";
import { planUnevaluatedItems, planUnevaluatedProperties } from "./keywords/unevaluated.ts";
import type { ModuleScope } from "./module-scope.ts";
import { type Judgement, type Planner } from "./planner.ts";
import { faultOf } from "./value.ts";

/**
 * Plans the guard of a declared node: what its boolean guard and its collector of issues do with
 * the variable `value`.
 */
export function planDeclaration(scope: ModuleScope, node: NodeId, name: string): Checks {
  const value: Value = { variable: "value", instancePath: "", schemaPath: "" };
  const planner: Planner = { scope, variables: variableNames(), planNode, planValue };
  return planNode(planner, node, { value, known: everyType, name });
}

/** Schemas above this weight have functions of their own; `tsc` gives up on very large ones. */
const largestInline = 80;

function planValue(planner: Planner, id: NodeId, judgement: Judgement): Checks {
  if (planner.scope.weightOf(id) <= largestInline) return planNode(planner, id, judgement);
  const { value, known, name } = judgement;
  const own: Value = { variable: "value", instancePath: "", schemaPath: "" };
  const inner: Planner = { ...planner, variables: variableNames() };
  const checks = planNode(inner, id, { value: own, known, name });
  return checks.length === 0 ? [] : [{ kind: "section", name, value, known, checks }];
}

/**
 * Plans all that a node asserts of a value. The checks of one type stand behind the test for that
 * type, so that what `known` says holds wherever they are made.
 */
export function planNode(planner: Planner, id: NodeId, judgement: Judgement): Checks {
  const { model } = planner.scope;
  const node = model.nodes[id];
  const facts = model.facts[id];
  if (node === undefined || facts === undefined) throw new RangeError(`no node ${id}`);
  const checks = planAssertions(planner, node, judgement);
  const possible = [...judgement.known].some((type) => facts.types.has(type));
  return possible ? checks : [{ kind: "impossible", checks }];
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
  if (type === undefined) return [...checks, ...planByType(planner, node, judgement)];
  return [...checks, ...planType(planner, node, type, judgement)];
}

function planMembership(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const { value, known, name } = judgement;
  return node.assertions.filter(isMembership).map((assertion): Check => {
    const values = assertion.keyword === "enum" ? assertion.values : [assertion.value];
    const member = membership(values, value.variable, known, name, planner.scope);
    const { message, params } = describeValues(assertion, name, planner.scope);
    const fault = faultOf(value, assertion.path, message, params);
    if (member === undefined) return { kind: "fail", fault };
    return { kind: "assert", condition: member.condition, fault };
  });
}

function isMembership(
  assertion: Assertion,
): assertion is AssertionOf<"enum"> | AssertionOf<"const"> {
  return assertion.keyword === "enum" || assertion.keyword === "const";
}

function planType(
  planner: Planner,
  node: SchemaNode,
  type: AssertionOf<"type">,
  judgement: Judgement,
): Checks {
  const { value, known } = judgement;
  const { message, params } = describeType(type);
  const fault = faultOf(value, type.path, message, params);
  const admitted = admittedTypes(type.types, known);
  if (admitted.size === 0) return [{ kind: "fail", fault }];
  const checks = planByType(planner, node, { ...judgement, known: admitted });
  if (admitted.size === known.size && !narrowsNumbers(type.types)) return checks;
  const condition = typeCondition(
    type.types.filter((candidate) => admitted.has(valueTypeOf(candidate))),
    value.variable,
    planner.scope,
  );
  return [
    {
      kind: "gate",
      condition,
      fault,
      checks,
      redundant: settledByValues(planner, node, type, judgement, checks),
    },
  ];
}

function narrowsNumbers(types: readonly JsonType[]): boolean {
  return types.includes("integer") && !types.includes("number");
}

/** Whether `enum` or `const` lets no value through that `type` would refuse. */
function settledByValues(
  planner: Planner,
  node: SchemaNode,
  type: AssertionOf<"type">,
  judgement: Judgement,
  checks: Checks,
): boolean {
  return node.assertions.filter(isMembership).some((assertion) => {
    const values = assertion.keyword === "enum" ? assertion.values : [assertion.value];
    if (!values.every((candidate) => hasType(candidate, type.types))) return false;
    const member = membership(
      values,
      judgement.value.variable,
      judgement.known,
      judgement.name,
      planner.scope,
    );
    return checks.length === 0 || member?.narrows === true;
  });
}

/** Plans what a node asserts of values of each type, then what it asserts of any value. */
function planByType(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const { value, known } = judgement;
  const checks: Check[] = [];
  for (const type of ["number", "string", "array", "object"] as const) {
    if (!known.has(type)) continue;
    const own = { ...judgement, known: new Set([type]) };
    const typeChecks: Check[] = [];
    for (const assertion of node.assertions) {
      if (!isLimit(assertion) || limitedType(assertion) !== type) continue;
      const limit = describeLimit(assertion, value.variable, planner.scope);
      const fault = faultOf(value, assertion.path, limit.message, limit.params);
      typeChecks.push({ kind: "assert", condition: limit.condition, fault });
    }
    if (type === "array") {
      typeChecks.push(
        ...planArray(planner, node, own),
        ...planUnevaluatedItems(planner, node, own),
      );
    }
    if (type === "object") {
      typeChecks.push(
        ...planObject(planner, node, own),
        ...planUnevaluatedProperties(planner, node, own),
      );
    }
    if (typeChecks.length === 0) continue;
    if (known.size === 1) checks.push(...typeChecks);
    else {
      const condition = typeCondition([type], value.variable, planner.scope);
      checks.push({ kind: "when", condition, checks: typeChecks });
    }
  }
  return [...checks, ...planApplicators(planner, node, judgement)];
}
