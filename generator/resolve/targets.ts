import { isDeepStrictEqual } from "node:util";
import { isJsonObject } from "../dialects/subschemas.ts";
import type { InputSchema, LoadedInputs, OutsideFile, UnreadFile } from "../load/document.ts";
import { fileStem } from "../load/file-stem.ts";
import { evaluatePointer, pointerTokens } from "../pointer/json-pointer.ts";
import { compareCodeUnits } from "../text/order.ts";
import {
  type ResourceIndex,
  type SchemaPlace,
  type SchemaResource,
  placeKey,
  resolveUri,
  splitUri,
} from "./resources.ts";

/** Where a reference leads. */
export type Target =
  | { readonly kind: "found"; readonly resource: SchemaResource }
  | { readonly kind: "ambiguous"; readonly candidates: readonly SchemaResource[] }
  /** It leads to an input of which no document could be made. */
  | { readonly kind: "unread"; readonly file: UnreadFile }
  /** It leads to a file that schemas may not lead to. */
  | { readonly kind: "outside"; readonly file: OutsideFile }
  | { readonly kind: "dangling" };

/** What references are resolved against. */
export interface TargetSource {
  readonly inputs: LoadedInputs;
  readonly index: ResourceIndex;
  /** The input schemas by the names that {@link schemasByName} knows them by. */
  readonly named: ReadonlyMap<string, readonly InputSchema[]>;
}

/**
 * The input schemas by their names, each of which is asked for once, and whole files by their stems
 * too: a reference writes a name as its author does.
 */
export function schemasByName(
  schemas: readonly InputSchema[],
  nameOf: (schema: InputSchema) => string,
): ReadonlyMap<string, readonly InputSchema[]> {
  const named = new Map<string, InputSchema[]>();
  for (const schema of schemas) {
    const names = new Set([nameOf(schema)]);
    if (schema.pointer === "") names.add(fileStem(schema.document));
    for (const name of names) {
      const namesakes = named.get(name);
      if (namesakes === undefined) named.set(name, [schema]);
      else namesakes.push(schema);
    }
  }
  return named;
}

/**
 * Finds where the `$ref` at a place leads: in its own document, in the document of that URI, among
 * the identifiers of the other inputs, and last, for a fragment that points nowhere in its own
 * document, among the inputs of that identifier, pointer or name, and for any other reference in the
 * file at that place beside its own (2020-12 core §8.2.3.1, §9.2).
 */
export function findTarget(source: TargetSource, place: SchemaPlace, reference: string): Target {
  const target = findAmongRead(source, place, reference);
  if (target.kind !== "dangling") return target;
  const { unread, outside } = source.inputs;
  const meant = meantUris(place, reference);
  const file = unread.find((each) => isMeant(each, meant, reference));
  if (file !== undefined) return { kind: "unread", file };
  const forbidden = meant.flatMap((uri) => outside.get(uri) ?? [])[0];
  return forbidden === undefined ? target : { kind: "outside", file: forbidden };
}

function isMeant(file: UnreadFile, meant: readonly string[], reference: string): boolean {
  if (reference.startsWith("#")) {
    return definitionName(splitUri(reference).fragment) === fileStem(file);
  }
  return meant.includes(file.uri);
}

/**
 * The URIs that a reference to another document can mean, without fragments: by the base around it, and
 * by the place of its own document.
 */
export function meantUris({ base, document }: SchemaPlace, reference: string): readonly string[] {
  if (reference.startsWith("#")) return [];
  const uris = [base, document.uri].flatMap((around) => resolveUri(reference, around) ?? []);
  return [...new Set(uris.map((uri) => splitUri(uri).uri))];
}

function findAmongRead(source: TargetSource, place: SchemaPlace, reference: string): Target {
  const uri = resolveUri(reference, place.base);
  if (uri === undefined) return { kind: "dangling" };
  const found = identified(source, place, uri);
  if (found.length > 0) return choose(found, place);
  if (reference.startsWith("#")) {
    const others = elsewhere(source, splitUri(uri).fragment);
    const own = others.filter((candidate) => candidate.document === place.document);
    return choose(own.length > 0 ? own : others, place);
  }
  const beside = resolveUri(reference, place.document.uri);
  return choose(beside === undefined ? [] : identified(source, place, beside), place);
}

/** What a URI identifies: in the document of the place that refers to it, else in any. */
function identified(source: TargetSource, place: SchemaPlace, uri: string): SchemaResource[] {
  const { uri: absolute, fragment } = splitUri(uri);
  const candidates = source.index.resources.get(absolute) ?? [];
  const own = candidates.filter((candidate) => candidate.document === place.document);
  const found = withinEach(source, own, fragment);
  if (found.length > 0 || own.length === candidates.length) return found;
  return withinEach(source, candidates, fragment);
}

function withinEach(
  source: TargetSource,
  resources: readonly SchemaResource[],
  fragment: string,
): SchemaResource[] {
  const found: SchemaResource[] = [];
  for (const resource of resources) found.push(...within(source, resource, fragment));
  return distinct(found);
}

/** What a fragment leads to in a resource: the resource, a place in it, or an anchor's place. */
function within(
  { index }: TargetSource,
  resource: SchemaResource,
  fragment: string,
): SchemaResource[] {
  if (fragment === "") return isSchema(resource, resource.pointer) ? [resource] : [];
  if (!fragment.startsWith("/")) {
    // A file is retrieved by its own URI, but its anchors belong to the one that its `$id` gives it.
    const base = index.places.get(placeKey(resource.document, resource.pointer))?.base;
    const anchored = index.anchors.get(`${base ?? resource.document.uri}#${fragment}`) ?? [];
    return anchored.filter((candidate) => candidate.document === resource.document);
  }
  const pointer = resource.pointer + fragment;
  return isSchema(resource, pointer) ? [{ document: resource.document, pointer }] : [];
}

function isSchema({ document }: SchemaResource, pointer: string): boolean {
  const found = evaluatePointer(document.value, pointer);
  return found.found && (typeof found.value === "boolean" || isJsonObject(found.value));
}

/** The inputs that a fragment can mean which points nowhere in the document that refers to it. */
function elsewhere({ inputs, index, named }: TargetSource, fragment: string): SchemaResource[] {
  const name = definitionName(fragment);
  const namesakes = (name === undefined ? undefined : named.get(name)) ?? [];
  return distinct([
    ...(index.fragmentIds.get(`#${fragment}`) ?? []),
    ...inputs.documents
      .filter((document) => document.kind !== "schema")
      .map((document) => ({ document, pointer: fragment }))
      .filter((resource) => isSchema(resource, resource.pointer)),
    ...namesakes.filter((schema) => schema.pointer === ""),
  ]);
}

/**
 * The name that a pointer into a container of definitions speaks of: X of `/components/schemas/X`,
 * `/$defs/X` and `/definitions/X`.
 */
export function definitionName(pointer: string): string | undefined {
  const match = /^(?:\/components\/schemas|\/\$defs|\/definitions)(\/[^/]+)$/.exec(pointer);
  return match?.[1] === undefined ? undefined : pointerTokens(match[1])[0];
}

function distinct(resources: SchemaResource[]): SchemaResource[] {
  if (resources.length < 2) return resources;
  return resources.filter(
    (resource, position) =>
      resources.findIndex(
        (other) => other.document === resource.document && other.pointer === resource.pointer,
      ) === position,
  );
}

/** Of several candidates with the same content the nearest is taken; that they differ is an error. */
function choose(candidates: readonly SchemaResource[], place: SchemaPlace): Target {
  const [first, ...others] = candidates;
  if (first === undefined) return { kind: "dangling" };
  if (others.length === 0) return { kind: "found", resource: first };
  if (!others.every((other) => haveEqualContent(first, other)))
    return { kind: "ambiguous", candidates };
  const folder = folderOf(place.document.source);
  const sorted = candidates.toSorted((a, b) =>
    compareCodeUnits(a.document.source, b.document.source),
  );
  const nearest = sorted.find((candidate) => folderOf(candidate.document.source) === folder);
  return { kind: "found", resource: nearest ?? sorted[0] ?? first };
}

function haveEqualContent(left: SchemaResource, right: SchemaResource): boolean {
  return isDeepStrictEqual(contentOf(left), contentOf(right));
}

function contentOf({ document, pointer }: SchemaResource): unknown {
  const found = evaluatePointer(document.value, pointer);
  return found.found ? found.value : undefined;
}

function folderOf(source: string): string {
  return source.slice(0, source.lastIndexOf("/") + 1);
}
