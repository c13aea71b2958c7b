import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";
import { assertionSubschemas } from "./subschemas.ts";

/** Tells whether two schemas hold or refer to each other. */
export type AreRecursive = (one: NodeId, other: NodeId) => boolean;

/** All modules of a model ask the same. */
const known = new WeakMap<readonly SchemaNode[], AreRecursive>();

/**
 * Finds the schemas that come back to themselves, by what they hold or refer to: the strongly connected
 * components of the graph (Tarjan), without recursion of its own.
 */
export function recursionOf(nodes: readonly SchemaNode[]): AreRecursive {
  const found = known.get(nodes);
  if (found !== undefined) return found;
  const components = findComponents(nodes);
  const areRecursive: AreRecursive = (one, other) => {
    const component = components.get(one);
    return component !== undefined && component === components.get(other);
  };
  known.set(nodes, areRecursive);
  return areRecursive;
}

/** From each node that comes back to itself to the number of its component. */
function findComponents(nodes: readonly SchemaNode[]): ReadonlyMap<NodeId, NodeId> {
  const components = new Map<NodeId, NodeId>();
  const order = new Map<NodeId, number>();
  const lowest = new Map<NodeId, number>();
  const open: NodeId[] = [];
  const isOpen = new Set<NodeId>();
  const path: { readonly id: NodeId; readonly next: NodeId[] }[] = [];
  const enter = (id: NodeId) => {
    lowest.set(id, order.size);
    order.set(id, order.size);
    open.push(id);
    isOpen.add(id);
    path.push({ id, next: nodesBelow(nodes[id]) });
  };
  const lower = (id: NodeId, number: number) =>
    lowest.set(id, Math.min(lowest.get(id) ?? number, number));

  for (const { id: start } of nodes) {
    if (!order.has(start)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { id } = top;
      const next = top.next.pop();
      if (next !== undefined) {
        if (!order.has(next)) enter(next);
        else if (isOpen.has(next)) lower(id, order.get(next) ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above.id, lowest.get(id) ?? 0);
      if (lowest.get(id) !== order.get(id)) continue;
      const members = open.splice(open.lastIndexOf(id));
      for (const member of members) isOpen.delete(member);
      if (members.length === 1 && !nodesBelow(nodes[id]).includes(id)) continue;
      for (const member of members) components.set(member, id);
    }
  }
  return components;
}

function nodesBelow(node: SchemaNode | undefined): NodeId[] {
  return (node?.assertions ?? []).flatMap((assertion: Assertion) =>
    assertion.keyword === "$ref"
      ? [assertion.target]
      : assertionSubschemas(assertion).map((subschema) => subschema.node),
  );
}
