import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel } from "../model/model.ts";
import { codeBlock } from "../text/markdown.ts";
import { type Relations, relationGraph } from "./relation-graph.ts";

/**
 * Draws what a declaration refers to, and what refers to it, as a Mermaid diagram in Markdown; "" where
 * there is little to draw.
 */
export function relationDiagram(model: SchemaModel, id: NodeId, relations: Relations): string {
  const graph = relationGraph(id, relations);
  if (graph === undefined) return "";
  const [users = [], , used = [], behind = []] = graph.columns;
  const numbers = new Map([id, ...users, ...used, ...behind].map((each, index) => [each, index]));
  const nodeName = (each: NodeId) => `s${String(numbers.get(each))}`;
  const nodes = [...numbers.keys()].map((each) => {
    const name = diagramText(model.declarations.get(each)?.name ?? "");
    return each === id ? `  ${nodeName(each)}(["${name}"])` : `  ${nodeName(each)}["${name}"]`;
  });
  return codeBlock(
    [
      "graph LR",
      ...nodes,
      ...graph.edges.map(([from, to]) => `  ${nodeName(from)} --> ${nodeName(to)}`),
      ...restNode("before", graph.moreUsers, (rest) => `${rest} -.-> ${nodeName(id)}`),
      ...restNode("after", graph.moreUsed, (rest) => `${nodeName(id)} -.-> ${rest}`),
    ].join("\n"),
    "mermaid",
  );
}

/** A node for those that are not drawn. */
function restNode(name: string, count: number, edge: (name: string) => string): string[] {
  return count <= 0 ? [] : [`  ${name}["${String(count)} more"]`, `  ${edge(name)}`];
}

/** Text as Mermaid shows it: what is no letter, digit or underscore could end the text or mean something. */
function diagramText(text: string): string {
  return text.replaceAll(
    /[^\p{L}\p{N}_]/gu,
    (character) => `#${String(character.codePointAt(0))};`,
  );
}
