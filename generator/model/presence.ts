import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";

/**
 * Whether a schema by itself refuses `undefined`, which is no JSON value: it tests for a type or for
 * values, or some schema that judges the same value does.
 */
export function refusesUndefined(nodes: readonly SchemaNode[], id: NodeId): boolean {
  return refuses(nodes, id, new Set());
}

function refuses(nodes: readonly SchemaNode[], id: NodeId, seen: ReadonlySet<NodeId>): boolean {
  if (seen.has(id)) return false;
  const inner = new Set(seen).add(id);
  const assertions = nodes[id]?.assertions ?? [];
  return assertions.some((assertion) => assertionRefuses(nodes, assertion, inner));
}

function assertionRefuses(
  nodes: readonly SchemaNode[],
  assertion: Assertion,
  seen: ReadonlySet<NodeId>,
): boolean {
  switch (assertion.keyword) {
    case "false":
    case "type":
    case "enum":
    case "const":
      return true;
    case "$ref":
      return refuses(nodes, assertion.target, seen);
    case "allOf":
      return assertion.subschemas.some(({ node }) => refuses(nodes, node, seen));
    case "anyOf":
    case "oneOf":
      return assertion.subschemas.every(({ node }) => refuses(nodes, node, seen));
    default:
      return false;
  }
}
