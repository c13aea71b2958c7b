import { subschemaPlaces } from "../dialects/subschemas.ts";
import { compareCodeUnits } from "../text/order.ts";
import type { Resolution } from "./resolve.ts";
import { type SchemaResource, placeKey } from "./resources.ts";

/**
 * What of a dynamic scope dynamic references can see: for each name of a dynamic anchor the place of
 * the outermost schema resource that has it (2020-12 core §7.1, §8.2.3.2).
 */
export type DynamicScope = ReadonlyMap<string, SchemaResource>;

/** The scope before any schema resource is entered. */
export const emptyScope: DynamicScope = new Map();

/**
 * The scope inside a schema resource: an anchor of an outer resource goes before its own.
 *
 * @param base the base URI of the resource
 */
export function enterResource(
  { dynamicAnchors }: Resolution,
  scope: DynamicScope,
  base: string,
): DynamicScope {
  const own = dynamicAnchors.get(base);
  return own === undefined ? scope : new Map([...own, ...scope]);
}

/**
 * The part of a scope that concerns some names, in their order.
 */
export function restrictScope(scope: DynamicScope, names: ReadonlySet<string>): DynamicScope {
  if (scope.size === 0 || names.size === 0) return emptyScope;
  const concerned = [...scope].filter(([name]) => names.has(name));
  return new Map(concerned.sort(([a], [b]) => compareCodeUnits(a, b)));
}

/**
 * A text that two scopes share only if they are equal.
 */
export function scopeKey(scope: DynamicScope): string {
  if (scope.size === 0) return "";
  return [...scope]
    .map(([name, { document, pointer }]) => `${name}=${placeKey(document, pointer)}`)
    .sort(compareCodeUnits)
    .join(" ");
}

/**
 * Finds, for every place, the names of dynamic anchors that some dynamic reference asks for on the
 * way from there. A schema that none can be reached from is the same in every dynamic scope.
 *
 * @returns the names of a place
 */
export function findReachableNames(
  resolution: Resolution,
): (place: SchemaResource) => ReadonlySet<string> {
  if (resolution.dynamicTargets.size === 0) return () => noNames;
  const names = new Map<string, Set<string>>();
  const dependents = new Map<string, Set<string>>();
  for (const [from, to] of dependencies(resolution)) addTo(dependents, to, from);
  const waiting: string[] = [];
  for (const [key, { name }] of resolution.dynamicTargets) {
    if (name === undefined) continue;
    addTo(names, key, name);
    waiting.push(key);
  }
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const dependent of dependents.get(key) ?? []) {
      const before = names.get(dependent)?.size ?? 0;
      for (const name of names.get(key) ?? []) addTo(names, dependent, name);
      if ((names.get(dependent)?.size ?? 0) > before) waiting.push(dependent);
    }
  }
  return ({ document, pointer }) => names.get(placeKey(document, pointer)) ?? noNames;
}

const noNames: ReadonlySet<string> = new Set();

/** Pairs of keys: a place, and another that it holds or that a reference of its can lead to. */
function dependencies(resolution: Resolution): [from: string, to: string][] {
  const pairs: [string, string][] = [];
  for (const [key, { document, pointer, value, dialect }] of resolution.places) {
    for (const { path } of subschemaPlaces(value, dialect)) {
      pairs.push([key, placeKey(document, pointer + path)]);
    }
  }
  for (const [key, target] of resolution.targets) {
    pairs.push([key, placeKey(target.document, target.pointer)]);
  }
  for (const [key, { resource, name }] of resolution.dynamicTargets) {
    const anchored = [...resolution.dynamicAnchors.values()].flatMap(
      (anchors) => (name === undefined ? undefined : anchors.get(name)) ?? [],
    );
    for (const target of [resource, ...anchored]) {
      pairs.push([key, placeKey(target.document, target.pointer)]);
    }
  }
  return pairs;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
