import type { Assertion, NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "./model.ts";
import { nodesBelow, recursionOf } from "./recursion.ts";
import { assertionSubschemas } from "./subschemas.ts";
import { tagOf } from "./tags.ts";
import { commonTypes } from "./type-sets.ts";

/** All modules of a model ask the same. */
const known = new WeakMap<readonly SchemaNode[], ReadonlySet<NodeId>>();

/**
 * Finds the schemas by which a value can be valid because a recursive one, somewhere below, refuses it:
 * those that lead to `not`, `if`, `oneOf` or `maxContains` above a recursive schema.
 */
export function acceptingByRefusal(model: SchemaModel): ReadonlySet<NodeId> {
  const { nodes } = model;
  const found = known.get(nodes);
  if (found !== undefined) return found;
  const areRecursive = recursionOf(nodes);
  const recursive = nodes.filter(({ id }) => areRecursive(id, id));
  const accepting = recursive.length === 0 ? new Set<NodeId>() : findAccepting(model, recursive);
  known.set(nodes, accepting);
  return accepting;
}

function findAccepting(model: SchemaModel, recursive: readonly SchemaNode[]): ReadonlySet<NodeId> {
  const above = nodesAbove(model.nodes);
  const reaching = reachedFrom(recursive, above);
  const turning = model.nodes.filter(({ assertions }) =>
    assertions.some(
      (assertion) =>
        assertionSubschemas(assertion).some(({ node }) => reaching.has(node)) &&
        turnsVerdicts(model, assertion),
    ),
  );
  return reachedFrom(turning, above);
}

/**
 * Whether a value can pass an assertion because it fails one of the schemas in it.
 */
export function turnsVerdicts(model: SchemaModel, assertion: Assertion): boolean {
  switch (assertion.keyword) {
    case "not":
    case "if":
      return true;
    case "contains":
      return assertion.maximum !== undefined;
    case "oneOf":
      return (
        !areApart(model, assertion.subschemas) && tagOf(model, assertion.subschemas) === undefined
      );
    default:
      return false;
  }
}

/**
 * Whether no two of some schemas accept values of one type.
 */
export function areApart(model: SchemaModel, subschemas: readonly Subschema[]): boolean {
  const types = subschemas.map(({ node }) => model.facts[node]?.types);
  return types.every(
    (one, index) =>
      one !== undefined &&
      types.slice(index + 1).every((other) => other && commonTypes(one, other).size === 0),
  );
}

/**
 * The nodes that hold or refer to each node.
 */
export function nodesAbove(nodes: readonly SchemaNode[]): readonly (readonly NodeId[])[] {
  const above = nodes.map((): NodeId[] => []);
  for (const node of nodes) for (const below of nodesBelow(node)) above[below]?.push(node.id);
  return above;
}

/**
 * Some nodes, and all that they lead to.
 */
export function reachedFrom(
  starts: readonly SchemaNode[],
  next: readonly (readonly NodeId[])[],
): ReadonlySet<NodeId> {
  const reached = new Set(starts.map(({ id }) => id));
  for (const id of reached) for (const each of next[id] ?? []) reached.add(each);
  return reached;
}
