import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";
import { assertionSubschemas } from "./subschemas.ts";

/** Every module of a model asks for the weights. */
const known = new WeakMap<readonly SchemaNode[], (id: NodeId) => number>();

/**
 * Weighs nodes: the assertions of a node and of all schemas that it holds, without those that it
 * only refers to.
 *
 * @returns the weight of the node with an id
 */
export function weighNodes(nodes: readonly SchemaNode[]): (id: NodeId) => number {
  const found = known.get(nodes);
  if (found !== undefined) return found;
  const weights: number[] = [];
  const weigh = (id: NodeId): number => {
    const weighed = weights[id];
    if (weighed !== undefined) return weighed;
    const assertions = nodes[id]?.assertions ?? [];
    let weight = assertions.length;
    for (const assertion of assertions) {
      for (const { node } of assertionSubschemas(assertion)) weight += weigh(node);
    }
    weights[id] = weight;
    return weight;
  };
  known.set(nodes, weigh);
  return weigh;
}
