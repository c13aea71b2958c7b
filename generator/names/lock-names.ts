import type { SchemaModel } from "../model/model.ts";

/**
 * The names of a model that the next run is to keep, by the keys of their schemas.
 *
 * @param unmade the names that an earlier run gave, where this one could not make everything: what it
 *   did not make keeps them
 */
export function namesToLock(
  { modules }: SchemaModel,
  unmade: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const roots = modules.flatMap(({ declarations }) => declarations.filter(({ root }) => root));
  const isMade = (key: string) =>
    roots.some(
      (root) => key.startsWith(root.key) && /^(?:$|[/~])/.test(key.slice(root.key.length)),
    );
  const named = modules.flatMap((module) => [...module.declarations, ...module.inlineTypes]);
  return new Map([
    ...[...unmade].filter(([key]) => !isMade(key)),
    ...named.map(({ key, name }) => [key, name] as const),
  ]);
}
