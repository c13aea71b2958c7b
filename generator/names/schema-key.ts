import type { GraphDefinition } from "../model/graph.ts";
import type { SchemaLocation } from "../model/model.ts";

/** What makes a schema another one than the schema that is written at its place. */
export type Guise = Pick<GraphDefinition, "scope" | "variant">;

/**
 * Tells a schema from every other of a run, in the same way in every run: `source#pointer` for the one
 * that is written there. Behind it stand the dynamic anchors that a scope leads to, and the way that a
 * variant's data goes, as in `tree.json#~node=strict.json#~input`; in a pointer, only 0 and 1 follow
 * a tilde (RFC 6901 §3).
 */
export function schemaKey({ document, pointer }: SchemaLocation, guise: Guise = {}): string {
  const anchors = [...(guise.scope ?? [])].map(([name, place]) => `~${name}=${schemaKey(place)}`);
  const way = guise.variant === undefined ? "" : `~${guise.variant.kind}`;
  return `${document.source}#${pointer}${anchors.join("")}${way}`;
}
