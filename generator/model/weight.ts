import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";
import { assertionSubschemas } from "./subschemas.ts";

/**
 * Weighs nodes: the assertions of a node and of all schemas that it holds, without those that it
 * only refers to.
 *
 * @returns the weight of the node with an id
 */
export function weighNodes(nodes: readonly SchemaNode[]): (id: NodeId) => number {
  const weights: number[] = [];
  const weigh = (id: NodeId): number => {
    const known = weights[id];
    if (known !== undefined) return known;
    const assertions = nodes[id]?.assertions ?? [];
    let weight = assertions.length;
    for (const assertion of assertions) {
      for (const { node } of assertionSubschemas(assertion)) weight += weigh(node);
    }
    weights[id] = weight;
    return weight;
  };
  return weigh;
}
