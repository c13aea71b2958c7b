import { assertionOf } from "../../model/assertion-of.ts";
import { everyType } from "../../model/json-type.ts";
import type { AssertionOf } from "../../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../../model/model.ts";
import type { Check, Checks, Value } from "../check.ts";
import { runtimeName } from "../module-scope.ts";
import type { Judgement, Planner } from "../planner.ts";
import { negated } from "../print-guard.ts";
import { faultOf, itemOf, judgedBy, keyedPropertyOf } from "../value.ts";
import { type EvaluationTest, planEvaluation } from "./evaluation.ts";

/**
 * Plans `unevaluatedProperties` (2020-12 core §11.3): a walk over the keys that nothing else in the
 * schema speaks for, worked out while generating as far as it can be.
 */
export function planUnevaluatedProperties(
  planner: Planner,
  node: SchemaNode,
  judgement: Judgement,
): Checks {
  const assertion = assertionOf(node, "unevaluatedProperties");
  if (assertion === undefined) return [];
  const { value, name } = judgement;
  const key = planner.variables.allocate(`${name} key`);
  const property = planner.variables.allocate(`${name} property`);
  const test = planEvaluation(planner, node, judgement, "properties", key, property);
  runtimeName(planner.scope, "own");
  runtimeName(planner.scope, "pointerToken");
  const unevaluated = keyedPropertyOf(value, key, property, "");
  const checks = planUnevaluated(planner, assertion, unevaluated, test, `${name} property`);
  if (checks.length === 0) return [];
  return [...test.bindings, { kind: "keys", object: value.variable, key, property, checks }];
}

/**
 * Plans `unevaluatedItems` (2020-12 core §11.2) in the same way.
 */
export function planUnevaluatedItems(
  planner: Planner,
  node: SchemaNode,
  judgement: Judgement,
): Checks {
  const assertion = assertionOf(node, "unevaluatedItems");
  if (assertion === undefined) return [];
  const { value, name } = judgement;
  const index = planner.variables.allocate(`${name} index`);
  const item = planner.variables.allocate(`${name} item`);
  const test = planEvaluation(planner, node, judgement, "items", index, item);
  const unevaluated = itemOf(value, index, item, "");
  const checks = planUnevaluated(planner, assertion, unevaluated, test, `${name} item`);
  if (checks.length === 0) return [];
  return [
    ...test.bindings,
    { kind: "items", array: value.variable, from: test.prefix, index, item, checks },
  ];
}

/** Plans what is asserted of one property or item that the test says to be unevaluated. */
function planUnevaluated(
  planner: Planner,
  assertion: AssertionOf<"unevaluatedProperties" | "unevaluatedItems">,
  value: Value,
  { expression }: EvaluationTest,
  name: string,
): Checks {
  if (expression === "true") return [];
  const { path, subschema } = assertion;
  const refused = planner.scope.model.nodes[subschema.node]?.assertions[0]?.keyword === "false";
  const fault = faultOf(value, path, JSON.stringify("must not be present"), []);
  const checks: Checks = refused
    ? [{ kind: "fail", fault }]
    : planner.planValue(planner, subschema.node, {
        value: judgedBy(value, subschema.path),
        known: everyType,
        name,
      });
  if (checks.length === 0 || expression === "false") return checks;
  const when: Check = {
    kind: "when",
    condition: { holds: negated(expression), fails: expression },
    checks,
  };
  return [when];
}
