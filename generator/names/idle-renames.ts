import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { SchemaGraph } from "../model/graph.ts";
import type { NameOptions } from "../options.ts";
import { nearestNames } from "../text/nearest.ts";
import { findModulePlaces } from "./module-places.ts";

/**
 * Reports each rename of the config that is of no schema which has a name.
 */
export function reportIdleRenames(graph: SchemaGraph, options: NameOptions, report: Report): void {
  if (options.rename.size === 0) return;
  const places = findModulePlaces(graph, options);
  const keys = new Set(
    places.flatMap(({ root: { schema }, key, definitions, inline }) => [
      key,
      ...(schema.pointer === "" ? [schema.document.source] : []),
      ...[...definitions, ...inline].map((place) => place.key),
    ]),
  );
  for (const key of options.rename.keys()) {
    const { renamePlace } = options;
    const location = renamePlace?.(key);
    if (keys.has(key) || (renamePlace !== undefined && location === undefined)) continue;
    const [meant] = nearestNames(key, keys, 1);
    report(
      diagnose("rename-no-match", `No schema that has a name is ${JSON.stringify(key)}`, {
        help:
          meant === undefined
            ? "give the path of an input below its root, and behind a # the JSON Pointer of a schema in it"
            : `did you mean ${JSON.stringify(meant)}?`,
        ...(location && { location }),
      }),
    );
  }
}
