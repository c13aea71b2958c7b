import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";

/**
 * The node that another merely renames: one whose only assertion is a `$ref`, or an `allOf`, `anyOf`
 * or `oneOf` of one branch. Follows chains of them.
 *
 * @returns `undefined` where the node says something of its own
 */
export function aliasTarget(nodes: readonly SchemaNode[], id: NodeId): NodeId | undefined {
  const seen = new Set<NodeId>([id]);
  let current = id;
  for (;;) {
    const next = renamed(nodes[current]);
    if (next === undefined || seen.has(next)) return current === id ? undefined : current;
    seen.add(next);
    current = next;
  }
}

function renamed(node: SchemaNode | undefined): NodeId | undefined {
  const [assertion, ...others] = node?.assertions ?? [];
  if (assertion === undefined || others.length > 0) return undefined;
  switch (assertion.keyword) {
    case "$ref":
      return assertion.target;
    case "allOf":
    case "anyOf":
    case "oneOf":
      return assertion.subschemas.length === 1 ? assertion.subschemas[0]?.node : undefined;
    default:
      return undefined;
  }
}
