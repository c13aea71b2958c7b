import { assertionOf } from "../../model/assertion-of.ts";
import type { AssertionOf } from "../../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "../../model/model.ts";
import type { Check, Checks } from "../check.ts";
import { comparison, truth } from "../condition.ts";
import { runtimeName } from "../module-scope.ts";
import { type Judgement, type Planner, blockPlanner, judgementOf, planBranch } from "../planner.ts";
import { faultOf, itemOf } from "../value.ts";
import { everyType } from "../../model/type-sets.ts";

/**
 * Plans the keywords that look at items (2020-12 core §10.3.1, validation §6.4.3): `uniqueItems`,
 * `prefixItems`, `items`, `contains`.
 */
export function planArray(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const uniqueItems = assertionOf(node, "uniqueItems");
  const prefixItems = assertionOf(node, "prefixItems");
  const items = assertionOf(node, "items");
  const contains = assertionOf(node, "contains");
  return [
    ...(uniqueItems === undefined ? [] : [planUniqueItems(planner, node, uniqueItems, judgement)]),
    ...(prefixItems === undefined ? [] : planPrefixItems(planner, prefixItems, judgement)),
    ...(items === undefined ? [] : planItems(planner, items, judgement)),
    ...(contains === undefined || saysNothing(contains)
      ? []
      : [planContains(planner, contains, judgement)]),
  ];
}

function planUniqueItems(
  planner: Planner,
  node: SchemaNode,
  { path }: AssertionOf<"uniqueItems">,
  { value }: Judgement,
): Check {
  const { scope } = planner;
  const holds = (name: string) => truth(`${runtimeName(scope, name)}(${value.variable})`);
  const fault = faultOf(value, path, JSON.stringify("must not have two equal items"), []);
  const collected = holds("uniqueItems");
  return hasScalarItems(scope.model, node)
    ? { kind: "assert", condition: holds("uniqueScalars"), collected, fault }
    : { kind: "assert", condition: collected, fault };
}

/** Whether a schema refuses arrays that hold an array or an object. */
function hasScalarItems({ facts }: SchemaModel, node: SchemaNode): boolean {
  const items = assertionOf(node, "items")?.subschema;
  const prefixItems = assertionOf(node, "prefixItems")?.subschemas ?? [];
  return (
    items !== undefined &&
    [...prefixItems, items].every(({ node: item }) => {
      const types = facts[item]?.types ?? everyType;
      return !types.has("array") && !types.has("object");
    })
  );
}

function planPrefixItems(
  planner: Planner,
  assertion: AssertionOf<"prefixItems">,
  { value, name }: Judgement,
): Checks {
  return assertion.subschemas.flatMap((subschema, index): Checks => {
    const itemName = `${name} item ${String(index)}`;
    const inner = blockPlanner(planner);
    const variable = inner.variables.allocate(`item ${String(index)}`);
    const item = itemOf(value, index, variable, subschema.path);
    const checks = planner.planValue(inner, subschema.node, judgementOf(item, everyType, itemName));
    if (checks.length === 0) return [];
    const array = value.variable;
    const condition = comparison(`${array}.length`, ">", String(index));
    const read: Check = { kind: "item", array, index, variable };
    return [{ kind: "when", condition, checks: [read, ...checks] }];
  });
}

function planItems(
  planner: Planner,
  assertion: AssertionOf<"items">,
  { value, name }: Judgement,
): Checks {
  const { from, path, subschema } = assertion;
  if (planner.scope.model.nodes[subschema.node]?.assertions[0]?.keyword === "false") {
    const condition = comparison(`${value.variable}.length`, "<=", String(from));
    const message = JSON.stringify(`must have at most ${from} items`);
    const fault = faultOf(value, path, message, [["limit", String(from)]]);
    return [{ kind: "assert", condition, fault }];
  }
  const inner = blockPlanner(planner);
  const itemName = `${name} item`;
  const item = inner.variables.allocate("item");
  const index = inner.variables.allocate("index");
  const checks = planner.planValue(
    inner,
    subschema.node,
    judgementOf(itemOf(value, index, item, subschema.path), everyType, itemName),
  );
  if (checks.length === 0) return [];
  return [
    { kind: "items", array: value.variable, from: String(from), index, item, skips: [], checks },
  ];
}

/** A `contains` that any count of matches meets only evaluates items. */
function saysNothing({ minimum, maximum }: AssertionOf<"contains">): boolean {
  return minimum === 0 && maximum === undefined;
}

function planContains(
  planner: Planner,
  assertion: AssertionOf<"contains">,
  { value, name }: Judgement,
): Check {
  const itemName = `${name} item`;
  const inner = blockPlanner(planner);
  const variable = inner.variables.allocate("item");
  const index = inner.variables.allocate("index");
  const { minimum, maximum } = assertion;
  const params = [
    ["minContains", String(minimum)],
    ...(maximum === undefined ? [] : [["maxContains", String(maximum)] as const]),
  ] as const;
  return {
    kind: "contains",
    array: value.variable,
    index,
    count: planner.variables.allocate("matches"),
    branch: planBranch(
      inner,
      assertion.subschema,
      judgementOf(
        { ...itemOf(value, index, variable, ""), schemaPath: value.schemaPath },
        everyType,
        itemName,
      ),
    ),
    minimum:
      minimum === 0
        ? undefined
        : {
            limit: minimum,
            fault: faultOf(
              value,
              assertion.minimumPath,
              JSON.stringify(
                `must contain at least ${minimum} matching ${minimum === 1 ? "item" : "items"}`,
              ),
              params,
            ),
          },
    maximum:
      maximum === undefined
        ? undefined
        : {
            limit: maximum,
            fault: faultOf(
              value,
              assertion.maximumPath,
              JSON.stringify(
                `must contain at most ${maximum} matching ${maximum === 1 ? "item" : "items"}`,
              ),
              params,
            ),
          },
  };
}
