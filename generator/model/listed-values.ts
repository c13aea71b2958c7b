import { aliasTarget } from "./alias.ts";
import { assertionOf } from "./assertion-of.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";

/**
 * The values that a node lists by `const` or `enum`, of which it may refuse some for other reasons.
 *
 * @returns `undefined` where it lists none
 */
export function listedValues(
  nodes: readonly SchemaNode[],
  id: NodeId,
): readonly unknown[] | undefined {
  const node = nodes[aliasTarget(nodes, id) ?? id];
  if (node === undefined) return undefined;
  const constant = assertionOf(node, "const");
  return constant === undefined ? assertionOf(node, "enum")?.values : [constant.value];
}
