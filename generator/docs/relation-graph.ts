import type { NodeId } from "../dialects/canonical-keywords.ts";

/** How declarations refer to each other. */
export interface Relations {
  /** The declarations that one refers to, each once, in the order of its schemas. */
  readonly used: (id: NodeId) => readonly NodeId[];
  /** The declarations that refer to one. */
  readonly users: (id: NodeId) => readonly NodeId[];
}

/** What a picture shows of a declaration's relations, in columns: what refers to it stands first. */
export interface RelationGraph {
  /** The declarations that refer to it, it alone, those that it refers to, and those behind. */
  readonly columns: readonly (readonly NodeId[])[];
  readonly edges: readonly (readonly [from: NodeId, to: NodeId])[];
  /** How many others refer to it. */
  readonly moreUsers: number;
  /** How many others it refers to. */
  readonly moreUsed: number;
}

/** How many declarations a picture shows: that refer to its own, that it refers to, and those behind. */
const mostUsers = 5;
const mostUsed = 10;
const mostBehind = 8;

/** How many relations there must be before a picture says more than a line of text. */
const leastRelations = 3;

/**
 * Picks what a picture shows of what a declaration refers to, and of what refers to it; `undefined` where
 * there is little to draw. It ends two references away, and behind so many that it stays readable.
 */
export function relationGraph(id: NodeId, relations: Relations): RelationGraph | undefined {
  const users = relations.users(id).filter((user) => user !== id);
  const used = relations.used(id).filter((other) => other !== id);
  if (users.length + used.length === 0) return undefined;
  const shownUsers = users.filter((user) => !used.includes(user)).slice(0, mostUsers);
  const shownUsed = used.slice(0, mostUsed);
  const shown = new Set([id, ...shownUsers, ...shownUsed]);
  const behind = new Set<NodeId>();
  for (const other of shownUsed) {
    for (const next of relations.used(other)) {
      if (!shown.has(next) && behind.size < mostBehind) behind.add(next);
    }
  }
  for (const each of behind) shown.add(each);
  const edges: (readonly [from: NodeId, to: NodeId])[] = [
    ...shownUsers.map((user) => [user, id] as const),
    ...[id, ...shownUsed].flatMap((from) =>
      relations
        .used(from)
        .filter((to) => shown.has(to) && (from === id || !shownUsers.includes(to)))
        .map((to) => [from, to] as const),
    ),
  ];
  if (edges.length < leastRelations) return undefined;
  return {
    columns: [shownUsers, [id], shownUsed, [...behind]],
    edges,
    moreUsers: users.filter((user) => !used.includes(user)).length - shownUsers.length,
    moreUsed: used.length - shownUsed.length,
  };
}
