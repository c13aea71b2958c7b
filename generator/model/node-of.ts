import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "./model.ts";

/**
 * The schema with an id.
 *
 * @throws RangeError where the model has none
 */
export function nodeOf(model: SchemaModel, id: NodeId): SchemaNode {
  const node = model.nodes[id];
  if (node === undefined) throw new RangeError(`no node ${id}`);
  return node;
}
