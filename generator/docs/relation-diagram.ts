import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel } from "../model/model.ts";
import { codeBlock } from "../text/markdown.ts";

/** How declarations refer to each other. */
export interface Relations {
  /** The declarations that one refers to, each once, in the order of its schemas. */
  readonly used: (id: NodeId) => readonly NodeId[];
  /** The declarations that refer to one. */
  readonly users: (id: NodeId) => readonly NodeId[];
}

/** How many declarations a picture shows: that refer to its own, that it refers to, and those behind. */
const mostUsers = 5;
const mostUsed = 10;
const mostBehind = 8;

/** How many relations there must be before a picture says more than a line of text. */
const leastRelations = 3;

/**
 * Draws what a declaration refers to, and what refers to it, as a Mermaid diagram in Markdown; "" where
 * there is little to draw. It ends two references away, and behind so many that it stays readable.
 */
export function relationDiagram(model: SchemaModel, id: NodeId, relations: Relations): string {
  const users = relations.users(id).filter((user) => user !== id);
  const used = relations.used(id).filter((other) => other !== id);
  if (users.length + used.length === 0) return "";
  const shownUsers = users.slice(0, mostUsers);
  const shownUsed = used.slice(0, mostUsed);
  const shown = new Set([id, ...shownUsers, ...shownUsed]);
  const behind = new Set<NodeId>();
  for (const other of shownUsed) {
    for (const next of relations.used(other)) {
      if (!shown.has(next) && behind.size < mostBehind) behind.add(next);
    }
  }
  for (const each of behind) shown.add(each);
  const numbers = new Map([...shown].map((each, index) => [each, index]));
  const nodeName = (each: NodeId) => `s${String(numbers.get(each))}`;
  const edges: readonly (readonly [from: NodeId, to: NodeId])[] = [
    ...shownUsers.map((user) => [user, id] as const),
    ...[id, ...shownUsed].flatMap((from) =>
      relations
        .used(from)
        .filter((to) => shown.has(to) && (from === id || !shownUsers.includes(to)))
        .map((to) => [from, to] as const),
    ),
  ];
  const lines = [...new Set(edges.map(([from, to]) => `  ${nodeName(from)} --> ${nodeName(to)}`))];
  if (lines.length < leastRelations) return "";
  const nodes = [...shown].map((each) => {
    const name = diagramText(model.declarations.get(each)?.name ?? "");
    return each === id ? `  ${nodeName(each)}(["${name}"])` : `  ${nodeName(each)}["${name}"]`;
  });
  return codeBlock(
    [
      "graph LR",
      ...nodes,
      ...lines,
      ...restNode(
        "before",
        users.length - shownUsers.length,
        (rest) => `${rest} -.-> ${nodeName(id)}`,
      ),
      ...restNode(
        "after",
        used.length - shownUsed.length,
        (rest) => `${nodeName(id)} -.-> ${rest}`,
      ),
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
