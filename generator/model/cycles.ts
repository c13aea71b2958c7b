import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";
import { assertionSubschemas, isInPlace } from "./subschemas.ts";

/**
 * Reports every cycle of references and in-place applicators: following one would judge the same
 * value for ever (2020-12 core §9.4.1).
 */
export function reportCycles(nodes: readonly SchemaNode[], report: Report): void {
  const finished = new Set<NodeId>();
  for (const { id } of nodes) {
    const cycle = findCycle(nodes, id, finished);
    if (cycle !== undefined) report(cycleDiagnostic(nodes, cycle));
  }
}

/** Walks what judges the same value as a node, depth first, without recursion of its own. */
function findCycle(
  nodes: readonly SchemaNode[],
  start: NodeId,
  finished: Set<NodeId>,
): readonly NodeId[] | undefined {
  const path: { readonly id: NodeId; readonly next: NodeId[] }[] = [];
  const entered = new Set<NodeId>();
  const enter = (id: NodeId) => {
    path.push({ id, next: inPlace(nodes[id]) });
    entered.add(id);
  };
  if (!finished.has(start)) enter(start);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.next.pop();
    if (next === undefined) {
      finished.add(top.id);
      entered.delete(top.id);
      path.pop();
      continue;
    }
    if (entered.has(next)) {
      const position = path.findIndex((entry) => entry.id === next);
      for (const entry of path) finished.add(entry.id);
      return path.slice(position).map((entry) => entry.id);
    }
    if (!finished.has(next)) enter(next);
  }
  return undefined;
}

function inPlace(node: SchemaNode | undefined): NodeId[] {
  const targets: NodeId[] = [];
  for (const assertion of node?.assertions ?? []) addInPlace(targets, assertion);
  return targets.reverse();
}

function addInPlace(targets: NodeId[], assertion: Assertion): void {
  if (assertion.keyword === "$ref") targets.push(assertion.target);
  else if (isInPlace(assertion)) {
    for (const { node } of assertionSubschemas(assertion)) targets.push(node);
  }
}

function cycleDiagnostic(nodes: readonly SchemaNode[], cycle: readonly NodeId[]) {
  const described = [...cycle, ...cycle.slice(0, 1)].map((id) => {
    const location = nodes[id]?.location;
    if (location === undefined) return "";
    const { document, pointer } = location;
    return pointer === "" ? document.source : `${document.source}#${pointer}`;
  });
  const first = nodes[cycle[0] ?? 0]?.location;
  return diagnose(
    "ref-cycle",
    `this schema refers back to itself without end: ${described.join(" → ")}`,
    {
      help: "break the cycle: a recursive schema must pass through a property or an item on its way back to itself",
      ...(first === undefined
        ? {}
        : { location: { file: first.document, pointer: first.pointer } }),
    },
  );
}
