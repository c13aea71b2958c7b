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
  const weights = new Map<NodeId, number>();
  const weigh = (id: NodeId): number => {
    const known = weights.get(id);
    if (known !== undefined) return known;
    const assertions = nodes[id]?.assertions ?? [];
    const held = assertions.flatMap(assertionSubschemas).map((subschema) => weigh(subschema.node));
    const weight = held.reduce((sum, each) => sum + each, assertions.length);
    weights.set(id, weight);
    return weight;
  };
  return weigh;
}
