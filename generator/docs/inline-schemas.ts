import { nodeOf } from "../model/node-of.ts";
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
