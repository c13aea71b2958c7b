import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "./model.ts";

/**
 * The schema with an id.
 *
 * @throws RangeError where there is none
 */
export function nodeOf(model: Pick<SchemaModel, "nodes">, id: NodeId): SchemaNode {
  const node = model.nodes[id];
  if (node === undefined) throw new RangeError(`no node ${id}`);
  return node;
}
