import { isJsonObject } from "../dialects/subschemas.ts";
import type { InputSchema, LoadedInputs } from "../load/document.ts";
import { appendTokens, lastToken, parentPointer } from "../pointer/json-pointer.ts";
import { type SchemaPlace, type SchemaResource, placeKey } from "../resolve/resources.ts";
import type { Resolution } from "../resolve/resolve.ts";
import { compareCodeUnits } from "../text/order.ts";

/**
 * The targets of references that no input schema holds: each is a root of its own, unless it stands
 * inside another.
 */
export function outlyingTargets(inputs: LoadedInputs, resolution: Resolution): InputSchema[] {
  const owners = ownerIndex(inputs.schemas);
  const targets = everyTarget(resolution).filter((target) => owners(target) === undefined);
  const unique = new Map(
    targets.map((target) => [placeKey(target.document, target.pointer), target]),
  );
  const outlying = [...unique.values()].sort(
    (a, b) =>
      compareCodeUnits(a.document.source, b.document.source) ||
      compareCodeUnits(a.pointer, b.pointer),
  );
  const holders = ownerIndex(outlying);
  return outlying.filter((target) => {
    const parent = parentPointer(target.pointer);
    return parent === undefined || holders({ ...target, pointer: parent }) === undefined;
  });
}

/** Finds the schema that holds a place: the one with the longest pointer, by its index. */
export function ownerIndex(
  schemas: readonly InputSchema[],
): (place: SchemaResource) => number | undefined {
  const indices = new Map<string, Map<string, number>>();
  for (const [index, { document, pointer }] of schemas.entries()) {
    const inDocument = indices.get(document.uri);
    if (inDocument === undefined) indices.set(document.uri, new Map([[pointer, index]]));
    else inDocument.set(pointer, index);
  }
  return ({ document, pointer }) => {
    const inDocument = indices.get(document.uri);
    if (inDocument === undefined) return undefined;
    // A document that is one schema holds all that is in it.
    if (inDocument.size === 1 && inDocument.has("")) return inDocument.get("");
    for (let candidate = pointer; ; candidate = candidate.slice(0, candidate.lastIndexOf("/"))) {
      const index = inDocument.get(candidate);
      if (index !== undefined || candidate === "") return index;
    }
  };
}

/** A schema inside a root that gets a name. */
export interface FoundDefinition extends SchemaResource {
  /** The index of the root. */
  readonly root: number;
  /** The last reference token of its pointer. */
  readonly key: string;
}

/**
 * The schemas that get a name inside others: members of definitions, and targets of references.
 *
 * @param schemas the roots
 * @returns sorted by root, then by pointer
 */
export function findDefinitions(
  schemas: readonly InputSchema[],
  resolution: Resolution,
): readonly FoundDefinition[] {
  const owners = ownerIndex(schemas);
  const found = new Map<string, FoundDefinition>();
  const add = (root: number, resource: SchemaResource) => {
    const { document, pointer } = resource;
    const key = lastToken(pointer);
    found.set(placeKey(document, pointer), { document, pointer, root, key });
  };
  schemas.forEach(({ document, pointer }, root) => {
    const place = resolution.places.get(placeKey(document, pointer));
    for (const path of definitionPaths(place)) add(root, { document, pointer: pointer + path });
  });
  for (const target of everyTarget(resolution)) {
    const root = owners(target);
    if (root !== undefined && schemas[root]?.pointer !== target.pointer) add(root, target);
  }
  return [...found.values()].sort(
    (a, b) => a.root - b.root || compareCodeUnits(a.pointer, b.pointer),
  );
}

function definitionPaths(place: SchemaPlace | undefined): string[] {
  if (place === undefined || !isJsonObject(place.value)) return [];
  const { value, dialect } = place;
  return dialect.definitionKeywords.flatMap((keyword) => {
    const definitions = value[keyword];
    if (!isJsonObject(definitions)) return [];
    return Object.keys(definitions).map((name) => appendTokens("", keyword, name));
  });
}

/** Every place that some reference can lead to. */
function everyTarget(resolution: Resolution): SchemaResource[] {
  const { targets, dynamicTargets, mappingTargets, dynamicAnchors } = resolution;
  const asked = new Set([...dynamicTargets.values()].flatMap(({ name }) => name ?? []));
  const anchored = [...dynamicAnchors.values()].flatMap((anchors) =>
    [...anchors].flatMap(([name, resource]) => (asked.has(name) ? resource : [])),
  );
  const initial = [...dynamicTargets.values()].map(({ resource }) => resource);
  return [...targets.values(), ...mappingTargets.values(), ...initial, ...anchored];
}
