import { distance } from "fastest-levenshtein";
import { compareCodeUnits } from "./order.ts";

/**
 * The candidates that a misspelt name most likely means, best first: those within a third of its
 * length in edits (at least two), at most `limit` of them.
 */
export function nearestNames(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const furthest = Math.max(2, Math.floor(name.length / 3));
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, edits: distance(name, candidate) }))
    .filter(({ edits }) => edits <= furthest)
    .sort((a, b) => a.edits - b.edits || compareCodeUnits(a.candidate, b.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
