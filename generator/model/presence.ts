import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";

/**
 * Whether a schema by itself refuses `undefined`, which is no JSON value: it tests for a type or for
 * values, or some schema that judges the same value does.
 */
export function refusesUndefined(nodes: readonly SchemaNode[], id: NodeId): boolean {
  return refuses(nodes, id, new Set());
}

/** @param entered the nodes on the way to this one */
function refuses(nodes: readonly SchemaNode[], id: NodeId, entered: Set<NodeId>): boolean {
  if (entered.has(id)) return false;
  entered.add(id);
  const assertions = nodes[id]?.assertions ?? [];
  const isRefused = assertions.some((assertion) => assertionRefuses(nodes, assertion, entered));
  entered.delete(id);
  return isRefused;
}

function assertionRefuses(
  nodes: readonly SchemaNode[],
  assertion: Assertion,
  entered: Set<NodeId>,
): boolean {
  switch (assertion.keyword) {
    case "false":
    case "type":
    case "enum":
    case "const":
      return true;
    case "$ref":
      return refuses(nodes, assertion.target, entered);
    case "allOf":
      return assertion.subschemas.some(({ node }) => refuses(nodes, node, entered));
    case "anyOf":
    case "oneOf":
      return assertion.subschemas.every(({ node }) => refuses(nodes, node, entered));
    default:
      return false;
  }
}
