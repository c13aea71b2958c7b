import { nodeOf } from "../model/node-of.ts";
import { assertionSubschemas } from "../model/subschemas.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";

/**
 * The schemas whose assertions all hold of the same value where a schema holds: itself, and the
 * members of its `allOf` that have no name of their own.
 */
export function conjunctsOf(model: SchemaModel, id: NodeId): readonly SchemaNode[] {
  const node = nodeOf(model, id);
  const members = node.assertions.flatMap((assertion) =>
    assertion.keyword === "allOf" ? assertion.subschemas : [],
  );
  return [
    node,
    ...members.flatMap((member) =>
      model.declarations.has(member.node) ? [] : conjunctsOf(model, member.node),
    ),
  ];
}

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

function usedDeclarations(model: SchemaModel, id: NodeId): NodeId[] {
  return nodeOf(model, id).assertions.flatMap((assertion) => {
    if (assertion.keyword === "$ref") return [assertion.target];
    return assertionSubschemas(assertion).flatMap(({ node }) =>
      model.declarations.has(node) ? [node] : usedDeclarations(model, node),
    );
  });
}
