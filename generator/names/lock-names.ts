import type { SchemaModel } from "../model/model.ts";
import { folderKey, namespacePlace } from "./namespaces.ts";

/**
 * The names of a model that the next run is to keep, by the keys of their schemas and folders.
 *
 * @param unmade the names that an earlier run gave, where this one could not make everything: what it
 *   did not make keeps them
 */
export function namesToLock(
  { modules, namespaces }: SchemaModel,
  unmade: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const roots = modules.flatMap(({ declarations }) => declarations.filter(({ root }) => root));
  const isMade = (key: string) =>
    roots.some(
      (root) => key.startsWith(root.key) && /^(?:$|[/~])/.test(key.slice(root.key.length)),
    );
  const places = new Set([...namespaces].map(([folder, name]) => namespacePlace(folder, name)));
  const isGiven = (key: string, name: string) =>
    !key.includes("#") && places.has(namespacePlace(key, name));
  const named = modules.flatMap((module) => [...module.declarations, ...module.inlineTypes]);
  return new Map([
    ...[...unmade].filter(([key, name]) => !isMade(key) && !isGiven(key, name)),
    ...[...namespaces].map(([folder, name]) => [folderKey(folder), name] as const),
    ...named.map(({ key, name }) => [key, name] as const),
  ]);
}
