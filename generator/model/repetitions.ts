import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "./model.ts";
import { recursionOf } from "./recursion.ts";
import { areApart, nodesAbove, reachedFrom, turnsVerdicts } from "./refusals.ts";
import { assertionSubschemas, isInPlace } from "./subschemas.ts";
import { tagOf } from "./tags.ts";

/** All modules of a model ask the same. */
const known = new WeakMap<readonly SchemaNode[], ReadonlySet<NodeId>>();

/**
 * Finds the schemas that may judge one value many times by one schema: those that lead to a recursive one
 * which comes back to itself in two ways that may lead to the same value, or that go on after a refusal.
 * Without a memory such schemas take time that doubles with each level.
 */
export function repeatingSchemas(model: SchemaModel): ReadonlySet<NodeId> {
  const { nodes } = model;
  const found = known.get(nodes);
  if (found !== undefined) return found;
  const starts = nodes.filter((node) => mayRepeat(model, node));
  const repeating =
    starts.length === 0 ? new Set<NodeId>() : reachedFrom(starts, nodesAbove(nodes));
  known.set(nodes, repeating);
  return repeating;
}

/** Whether a schema may come back to itself by one value in two ways. */
function mayRepeat(model: SchemaModel, node: SchemaNode): boolean {
  const areRecursive = recursionOf(model.nodes);
  if (!areRecursive(node.id, node.id)) return false;
  const returning = (assertion: Assertion): number =>
    assertion.keyword === "$ref"
      ? Number(areRecursive(node.id, assertion.target))
      : assertionSubschemas(assertion).filter((each) => areRecursive(node.id, each.node)).length;
  let inPlace = 0;
  let below = 0;
  let patterns = 0;
  for (const assertion of node.assertions) {
    const count = returning(assertion);
    if (count === 0) continue;
    if (assertion.keyword === "contains" || turnsVerdicts(model, assertion)) return true;
    if (assertion.keyword === "patternProperties") patterns += count;
    if (!isInPlace(assertion)) below += count;
    else inPlace += isExclusive(model, assertion) ? 1 : count;
  }
  return inPlace > 1 || (inPlace > 0 && below > 0) || (patterns > 0 && below > 1);
}

/** Whether no value is judged by more than one of the schemas that come back in an assertion. */
function isExclusive(model: SchemaModel, assertion: Assertion): boolean {
  if (assertion.keyword !== "anyOf" && assertion.keyword !== "oneOf") return false;
  const { subschemas } = assertion;
  return areApart(model, subschemas) || tagOf(model, subschemas) !== undefined;
}
