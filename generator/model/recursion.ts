import type { NodeId } from "../dialects/canonical-keywords.ts";
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
    const component = components[one];
    return component !== undefined && component === components[other];
  };
  known.set(nodes, areRecursive);
  return areRecursive;
}

/** At each node that comes back to itself the number of its component. */
function findComponents(nodes: readonly SchemaNode[]): readonly (NodeId | undefined)[] {
  const components: (NodeId | undefined)[] = nodes.map(() => undefined);
  const order: (number | undefined)[] = nodes.map(() => undefined);
  const lowest = nodes.map(() => 0);
  const isOpen = nodes.map(() => false);
  const open: NodeId[] = [];
  const path: { readonly id: NodeId; readonly next: NodeId[] }[] = [];
  let entered = 0;
  const enter = (id: NodeId) => {
    lowest[id] = entered;
    order[id] = entered;
    entered += 1;
    open.push(id);
    isOpen[id] = true;
    path.push({ id, next: nodesBelow(nodes[id]) });
  };
  const lower = (id: NodeId, number: number) => {
    lowest[id] = Math.min(lowest[id] ?? number, number);
  };

  for (const { id: start } of nodes) {
    if (order[start] === undefined) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { id } = top;
      const next = top.next.pop();
      if (next !== undefined) {
        if (order[next] === undefined) enter(next);
        else if (isOpen[next] === true) lower(id, order[next]);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above.id, lowest[id] ?? 0);
      if (lowest[id] !== order[id]) continue;
      const members = open.splice(open.lastIndexOf(id));
      for (const member of members) isOpen[member] = false;
      if (members.length === 1 && !nodesBelow(nodes[id]).includes(id)) continue;
      for (const member of members) components[member] = id;
    }
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
