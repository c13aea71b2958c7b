import { assertionOf } from "../../model/assertion-of.ts";
import type { SchemaNode } from "../../model/model.ts";
import { stringLiteral } from "../../text/string-literal.ts";
import type { Check, Checks } from "../check.ts";
import { blockPlanner, planSubschema } from "../planner.ts";
import { faultOf } from "../value.ts";
import { type ObjectPlan, ownProperty, presence } from "./object-plan.ts";

/**
 * Whether an object's schema has keywords that depend on the presence of a property.
 */
export function hasDependents(node: SchemaNode): boolean {
  return node.assertions.some(
    ({ keyword }) => keyword === "dependentRequired" || keyword === "dependentSchemas",
  );
}

/**
 * Plans what depends on the presence of a property: `dependentRequired` (validation 2020-12 §6.5.4) and
 * `dependentSchemas` (core §10.2.2.4).
 */
export function planDependents(plan: ObjectPlan, node: SchemaNode): Checks {
  return [...planDependentRequired(plan, node), ...planDependentSchemas(plan, node)];
}

function planDependentRequired(plan: ObjectPlan, node: SchemaNode): Checks {
  const dependencies = assertionOf(node, "dependentRequired")?.dependencies ?? [];
  return dependencies.flatMap(({ name: trigger, required, path }): Checks => {
    if (required.length === 0) return [];
    const checks = required.map((missing): Check => {
      const message = `must have the property ${JSON.stringify(missing)}, since it has ${JSON.stringify(trigger)}`;
      const fault = faultOf(plan.judgement.value, path, stringLiteral(message), [
        ["property", stringLiteral(trigger)],
        ["missingProperty", stringLiteral(missing)],
      ]);
      return { kind: "assert", condition: presence(ownProperty(plan, missing)), fault };
    });
    return [{ kind: "when", condition: presence(ownProperty(plan, trigger)), checks }];
  });
}

function planDependentSchemas(plan: ObjectPlan, node: SchemaNode): Checks {
  const { planner, judgement } = plan;
  const dependencies = assertionOf(node, "dependentSchemas")?.dependencies ?? [];
  return dependencies.flatMap((dependency): Checks => {
    const checks = planSubschema(blockPlanner(planner), dependency, judgement);
    const condition = presence(ownProperty(plan, dependency.name));
    return checks.length === 0 ? [] : [{ kind: "when", condition, checks }];
  });
}
