import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel } from "./model.ts";
import { nodeOf } from "./node-of.ts";
import { assertionSubschemas } from "./subschemas.ts";

/**
 * For each declaration the others whose schemas refer to it, in ascending order of their ids.
 */
export function findUsers(model: SchemaModel): ReadonlyMap<NodeId, readonly NodeId[]> {
  const users = new Map<NodeId, Set<NodeId>>();
  for (const user of model.declarations.keys()) {
    for (const used of usedDeclarations(model, user)) {
      if (used === user) continue;
      const known = users.get(used) ?? new Set();
      users.set(used, known.add(user));
    }
  }
  return new Map([...users].map(([used, ids]) => [used, [...ids].sort((a, b) => a - b)]));
}

/**
 * The declarations that the schemas of a declaration refer to, in the order of the schemas; one comes as
 * often as it is referred to.
 */
export function usedDeclarations(model: SchemaModel, id: NodeId): NodeId[] {
  return nodeOf(model, id).assertions.flatMap((assertion) => {
    if (assertion.keyword === "$ref") return [assertion.target];
    return assertionSubschemas(assertion).flatMap(({ node }) =>
      model.declarations.has(node) ? [node] : usedDeclarations(model, node),
    );
  });
}
