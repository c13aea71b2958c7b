import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import { assertionOf } from "../model/assertion-of.ts";
import type { SchemaNode } from "../model/model.ts";

/** How many objects and arrays the smallest value of a schema has inside each other; infinite for none. */
export type Heights = (id: NodeId) => number;

const known = new WeakMap<readonly SchemaNode[], Heights>();

/**
 * Works out how high the smallest values of schemas are, by what must be there: the least fixpoint, so
 * that what demands itself without end is infinite.
 */
export function heightsOf(nodes: readonly SchemaNode[]): Heights {
  const found = known.get(nodes);
  if (found !== undefined) return found;
  const heights = nodes.map(() => Infinity);
  const heightOf = (id: NodeId) => heights[id] ?? Infinity;
  for (let isDone = false; !isDone;) {
    isDone = true;
    // Inner schemas have the higher ids.
    for (const node of nodes.toReversed()) {
      const height = ownHeight(node, heightOf);
      if (height >= heightOf(node.id)) continue;
      heights[node.id] = height;
      isDone = false;
    }
  }
  known.set(nodes, heightOf);
  return heightOf;
}

function ownHeight(node: SchemaNode, heights: Heights): number {
  if (assertionOf(node, "enum") ?? assertionOf(node, "const")) return 0;
  let height = 0;
  for (const assertion of node.assertions) {
    height = Math.max(height, demandedHeight(node, assertion, heights));
  }
  return height;
}

function demandedHeight(node: SchemaNode, assertion: Assertion, heights: Heights): number {
  switch (assertion.keyword) {
    case "false":
      return Infinity;
    case "$ref":
      return heights(assertion.target);
    case "allOf":
      return Math.max(...assertion.subschemas.map((member) => heights(member.node)));
    case "anyOf":
    case "oneOf":
      return Math.min(...assertion.subschemas.map((branch) => heights(branch.node)));
    case "properties": {
      const required = assertionOf(node, "required")?.names ?? [];
      const demanded = assertion.properties.filter(({ name }) => required.includes(name));
      return Math.max(0, ...demanded.map((property) => heights(property.node) + 1));
    }
    case "items": {
      const { limit } = assertionOf(node, "minItems") ?? { limit: 0 };
      return limit > assertion.from ? heights(assertion.subschema.node) + 1 : 0;
    }
    case "prefixItems": {
      const { limit } = assertionOf(node, "minItems") ?? { limit: 0 };
      const demanded = assertion.subschemas.slice(0, limit);
      return Math.max(0, ...demanded.map((member) => heights(member.node) + 1));
    }
    case "contains":
      return assertion.minimum > 0 ? heights(assertion.subschema.node) + 1 : 0;
    default:
      return 0;
  }
}
