import type { NodeId } from "../dialects/canonical-keywords.ts";
import { findComponents } from "./components.ts";
import type { SchemaNode } from "./model.ts";
import { assertionSubschemas } from "./subschemas.ts";

/** Tells whether two schemas hold or refer to each other. */
export type AreRecursive = (one: NodeId, other: NodeId) => boolean;

/** All modules of a model ask the same. */
const known = new WeakMap<readonly SchemaNode[], AreRecursive>();

/**
 * Finds the schemas that come back to themselves, by what they hold or refer to: the strongly connected
 * components of the graph.
 */
export function recursionOf(nodes: readonly SchemaNode[]): AreRecursive {
  const found = known.get(nodes);
  if (found !== undefined) return found;
  const components = recursiveComponents(nodes);
  const areRecursive: AreRecursive = (one, other) => {
    const component = components[one];
    return component !== undefined && component === components[other];
  };
  known.set(nodes, areRecursive);
  return areRecursive;
}

/** At each node that comes back to itself the number of its component. */
function recursiveComponents(nodes: readonly SchemaNode[]): readonly (number | undefined)[] {
  const below = nodes.map(nodesBelow);
  const components: (number | undefined)[] = nodes.map(() => undefined);
  for (const [number, members] of findComponents(nodes.length, (id) => below[id] ?? []).entries()) {
    const [id = 0] = members;
    if (members.length === 1 && below[id]?.includes(id) !== true) continue;
    for (const member of members) components[member] = number;
  }
  return components;
}

/**
 * The nodes that a node holds or refers to.
 */
export function nodesBelow(node: SchemaNode | undefined): NodeId[] {
  const below: NodeId[] = [];
  for (const assertion of node?.assertions ?? []) {
    if (assertion.keyword === "$ref") below.push(assertion.target);
    else for (const subschema of assertionSubschemas(assertion)) below.push(subschema.node);
  }
  return below;
}
