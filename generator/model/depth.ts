import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import { findComponents } from "./components.ts";
import type { SchemaGraph } from "./graph.ts";
import { nodesBelow } from "./recursion.ts";

/**
 * Through how many schemas the way from one to another can lead that do not come back to each other. A
 * guard calls another one at each of them, and so does what walks the schemas here.
 */
const mostSchemas = 500;

/**
 * Reports the schemas from which subschemas and references lead too far: the nearest to the end of each
 * way. Schemas that come back to each other count as one, since guards bound how deep they follow those.
 *
 * @returns whether there was none
 */
export function reportDepth({ nodes }: SchemaGraph, report: Report): boolean {
  const heights = new Array<number>(nodes.length).fill(0);
  let isBounded = true;
  // A component comes behind all that it leads to.
  for (const members of findComponents(nodes.length, (id) => nodesBelow(nodes[id]))) {
    const below = members.flatMap((id) => nodesBelow(nodes[id]));
    let height = 0;
    for (const id of below) height = Math.max(height, heights[id] ?? 0);
    for (const id of members) heights[id] = height + 1;
    if (height !== mostSchemas) continue;
    isBounded = false;
    for (const id of members.slice(0, 1)) reportDeep(nodes, id, report);
  }
  return isBounded;
}

function reportDeep(nodes: SchemaGraph["nodes"], id: NodeId, report: Report): void {
  const location = nodes[id]?.location;
  const message = `subschemas and references lead from this schema through more than ${mostSchemas} others`;
  report(
    diagnose("schema-too-deep", message, {
      help: "leave out links of the chain, or let a schema that recurs refer to itself",
      ...(location && { location: { file: location.document, pointer: location.pointer } }),
    }),
  );
}
