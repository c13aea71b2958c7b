import { diagnose } from "./diagnostics/diagnose.ts";
import { type Diagnostic, type Report, locationRange } from "./diagnostics/diagnostic.ts";
import type { SchemaGraph } from "./model/graph.ts";
import type { NodeId } from "./dialects/canonical-keywords.ts";
import { assertionSubschemas } from "./model/subschemas.ts";
import type { ManifestFailure } from "./write/manifest.ts";
import { compareCodeUnits } from "./text/order.ts";

/**
 * Takes out of a graph every root that has an error, and every root that refers to one of those,
 * which is reported.
 *
 * @returns the graph of what can be made
 */
export function withoutFailed(
  graph: SchemaGraph,
  errors: readonly Diagnostic[],
  report: Report,
): SchemaGraph {
  const failed = new Set(errors.flatMap((error) => rootsAtFault(graph, error)));
  const references = rootReferences(graph);
  for (let grown = true; grown;) {
    grown = false;
    for (const [index, targets] of references.entries()) {
      const target = failed.has(index)
        ? undefined
        : targets.find((candidate) => failed.has(candidate));
      if (target === undefined) continue;
      failed.add(index);
      grown = true;
      report(dependencyFailed(graph, index, target));
    }
  }
  const kept = [...graph.roots.keys()].filter((index) => !failed.has(index));
  const positions = new Map(kept.map((index, position) => [index, position]));
  return {
    ...graph,
    roots: kept.flatMap((index) => graph.roots[index] ?? []),
    definitions: graph.definitions.flatMap((definition) => {
      const root = positions.get(definition.root);
      return root === undefined ? [] : [{ ...definition, root }];
    }),
  };
}

/** The roots that an error stands in; those of its whole document, where it stands in none. */
function rootsAtFault({ roots }: SchemaGraph, { location }: Diagnostic): number[] {
  const inDocument = [...roots.keys()].filter(
    (index) => roots[index]?.schema.document.path === location?.file.path,
  );
  const place = location?.pointer ?? "";
  const around = inDocument.filter((index) => {
    const pointer = roots[index]?.schema.pointer ?? "";
    return place === pointer || place.startsWith(`${pointer}/`);
  });
  return around.length > 0 ? around : inDocument;
}

/** For each root, the other roots that its schemas refer to. */
function rootReferences(graph: SchemaGraph): number[][] {
  const owners = new Map<NodeId, number>();
  const roots = graph.roots.map((root, index) => ({ index, node: root.node }));
  const definitions = graph.definitions.map(({ root, node }) => ({ index: root, node }));
  for (const { index, node } of [...roots, ...definitions]) owners.set(node, index);
  const references = graph.roots.map(() => new Set<number>());
  for (const { index, node } of [...roots, ...definitions]) {
    const seen = new Set<NodeId>();
    const waiting = [node];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      for (const assertion of graph.nodes[id]?.assertions ?? []) {
        if (assertion.keyword === "$ref") {
          const owner = owners.get(assertion.target);
          if (owner !== undefined && owner !== index) references[index]?.add(owner);
        } else waiting.push(...assertionSubschemas(assertion).map((subschema) => subschema.node));
      }
    }
  }
  return references.map((targets) => [...targets].sort((a, b) => a - b));
}

function dependencyFailed(graph: SchemaGraph, index: number, target: number): Diagnostic {
  const schema = graph.roots[index]?.schema;
  const other = graph.roots[target]?.schema;
  const place =
    other === undefined
      ? ""
      : `${other.document.source}${other.pointer === "" ? "" : `#${other.pointer}`}`;
  return diagnose("dependency-failed", `the schema refers to ${place}, which could not be made`, {
    help: "mend the other schema first",
    ...(schema === undefined
      ? {}
      : { location: { file: schema.document, pointer: schema.pointer } }),
  });
}

/**
 * The failures that a manifest lists: each error that has a place in an input.
 */
export function manifestFailures(errors: readonly Diagnostic[]): ManifestFailure[] {
  return errors
    .flatMap((error): ManifestFailure[] => {
      const { location, code, message } = error;
      if (location?.file.source === undefined) return [];
      const { source } = location.file;
      const { pointer = "" } = location;
      const start = locationRange(location)?.start;
      return [{ source, pointer, error: { code, message, ...start } }];
    })
    .sort((a, b) => compareCodeUnits(a.source, b.source) || compareCodeUnits(a.pointer, b.pointer));
}
