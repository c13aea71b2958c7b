import type { Dialect } from "../dialects/dialect.ts";
import { type MappingEntry, mappingEntries } from "../dialects/discriminator.ts";
import { isJsonObject, subschemaPlaces } from "../dialects/subschemas.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Document } from "../load/document.ts";
import { decodeFragment, evaluatePointer } from "../pointer/json-pointer.ts";
import { type FindDialect, unknownDialect } from "./document-dialects.ts";

/** A place where a schema stands, with what it inherits from the schema resource around it. */
export interface SchemaPlace {
  readonly document: Document;
  readonly pointer: string;
  readonly value: unknown;
  readonly dialect: Dialect;
  /** The absolute base URI of its schema resource. */
  readonly base: string;
  /** The places of the schemas that it holds, by the JSON Pointers that lead from it to them. */
  readonly inner: Map<string, SchemaPlace>;
}

/** A place that a URI without its fragment leads to. */
export interface SchemaResource {
  readonly document: Document;
  readonly pointer: string;
}

/** All that a reference can lead to. Grows as places are entered. */
export interface ResourceIndex {
  /** Every schema place, by {@link placeKey}. */
  readonly places: Map<string, SchemaPlace>;
  /** Schema resources by absolute URI, in the order of their documents. */
  readonly resources: Map<string, SchemaResource[]>;
  /** Anchors by absolute URI with fragment. */
  readonly anchors: Map<string, SchemaResource[]>;
  /** Schemas whose identifier is only a fragment, by that fragment with its `#`. */
  readonly fragmentIds: Map<string, SchemaResource[]>;
  /** Dynamic anchors: by the base URI of their schema resource, then by name. */
  readonly dynamicAnchors: Map<string, Map<string, SchemaResource>>;
  /** Finds the dialect that a `$schema` declares. */
  readonly findDialect: FindDialect;
  /** References, in the order in which they were entered. */
  readonly references: (SchemaReference | MappingReference)[];
}

/** The keywords that refer to another schema. */
export const referenceKeywords = ["$ref", "$dynamicRef", "$recursiveRef"] as const;

/** One use of a keyword that refers to another schema. */
export interface SchemaReference {
  readonly place: SchemaPlace;
  readonly keyword: (typeof referenceKeywords)[number];
  readonly reference: string;
}

/** What an entry of a discriminator's mapping refers to. */
export interface MappingReference {
  readonly place: SchemaPlace;
  readonly keyword: "discriminator";
  readonly entry: MappingEntry;
}

/** The name that `$recursiveAnchor` has among dynamic anchors; no anchor can have it. */
export const recursiveAnchorName = "$recursiveAnchor";

/**
 * The key of a schema's place.
 */
export function placeKey(document: Document, pointer: string): string {
  return `${document.uri}#${pointer}`;
}

/**
 * Makes an index that knows the documents themselves and nothing of what is in them.
 */
export function createResourceIndex(
  documents: readonly Document[],
  findDialect: FindDialect,
): ResourceIndex {
  return {
    findDialect,
    places: new Map(),
    resources: new Map(documents.map((document) => [document.uri, [{ document, pointer: "" }]])),
    anchors: new Map(),
    fragmentIds: new Map(),
    dynamicAnchors: new Map(),
    references: [],
  };
}

/**
 * Enters a schema and all schemas inside it into the index: their base URIs, identifiers and anchors
 * (2020-12 core §8.2, §9; draft-07 core §8).
 */
export function enterSchema(
  index: ResourceIndex,
  document: Document,
  pointer: string,
  inherited: { readonly base: string; readonly dialect: Dialect },
  report: Report,
): void {
  const found = evaluatePointer(document.value, pointer);
  if (!found.found) return;
  const waiting: WaitingSchema[] = [{ outer: undefined, path: "", value: found.value }];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const { outer, path, value } = each;
    const innerPointer = outer === undefined ? pointer : outer.pointer + path;
    const key = placeKey(document, innerPointer);
    const known = index.places.get(key);
    if (known !== undefined) {
      outer?.inner.set(path, known);
      continue;
    }
    const { dialect, base } = outer ?? inherited;
    const place = { document, pointer: innerPointer, value, dialect, base, inner: new Map() };
    const identified = identify(index, place, outer === undefined, report);
    index.places.set(key, identified);
    outer?.inner.set(path, identified);
    enterReferences(index, identified);
    const subschemas = subschemaPlaces(value, identified.dialect);
    for (let last = subschemas.pop(); last !== undefined; last = subschemas.pop()) {
      waiting.push({ outer: identified, path: last.path, value: last.value });
    }
  }
}

/** A schema that is to be entered, and what holds it. */
interface WaitingSchema {
  readonly outer: SchemaPlace | undefined;
  readonly path: string;
  readonly value: unknown;
}

function enterReferences({ references }: ResourceIndex, place: SchemaPlace): void {
  const { value, dialect } = place;
  if (!isJsonObject(value)) return;
  for (const keyword of referenceKeywords) {
    const reference = value[keyword];
    if (typeof reference !== "string" || !dialect.plainKeywords.has(keyword)) continue;
    references.push({ place, keyword, reference });
  }
  const standsAlone = dialect.refStandsAlone && typeof value["$ref"] === "string";
  if (standsAlone || !dialect.plainKeywords.has("discriminator")) return;
  for (const entry of mappingEntries(value)) {
    references.push({ place, keyword: "discriminator", entry });
  }
}

/** Applies `$schema`, identifier and anchor of a schema to its place, and enters what they name. */
function identify(
  index: ResourceIndex,
  place: SchemaPlace,
  outermost: boolean,
  report: Report,
): SchemaPlace {
  const { document, pointer, value } = place;
  if (!isJsonObject(value)) return place;
  const dialect = isResource(value, outermost)
    ? declaredDialect(index, place, report)
    : place.dialect;
  let base = place.base;
  const identifier = identifierOf(value, dialect);
  if (identifier !== undefined && !hasIdleIdentifier({ pointer, value, dialect })) {
    const { uri, fragment } = splitUri(resolveUri(identifier, base) ?? base);
    const named = dialect.fragmentIdentifiers && fragment !== "" && !fragment.startsWith("/");
    if (named) addTo(index.anchors, `${uri}#${fragment}`, { document, pointer });
    if (identifier.startsWith("#")) {
      if (!named && fragment !== "") {
        addTo(index.fragmentIds, `#${fragment}`, { document, pointer });
        report(fragmentIdentifier(place, identifier, dialect));
      }
    } else if (!named || uri !== base) {
      base = uri;
      addTo(index.resources, base, { document, pointer });
    }
  }
  for (const keyword of ["$anchor", "$dynamicAnchor"]) {
    const anchor = value[keyword];
    if (typeof anchor === "string" && dialect.plainKeywords.has(keyword)) {
      addTo(index.anchors, `${base}#${anchor}`, { document, pointer });
      if (keyword === "$dynamicAnchor")
        addDynamicAnchor(index, base, anchor, { document, pointer });
    }
  }
  if (value["$recursiveAnchor"] === true && dialect.plainKeywords.has("$recursiveAnchor")) {
    addDynamicAnchor(index, base, recursiveAnchorName, { document, pointer });
  }
  return dialect === place.dialect && base === place.base ? place : { ...place, dialect, base };
}

/** What the keyword of a dialect identifies a schema by. */
function identifierOf(
  value: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): string | undefined {
  const identifier = dialect.identifier === undefined ? undefined : value[dialect.identifier];
  return typeof identifier === "string" ? identifier : undefined;
}

/**
 * Whether a schema's identifier is ignored for the `$ref` beside it (draft-07 core §8.3). That of a
 * whole document counts all the same: published schemas rely on that, and ajv and hyperjump do it.
 */
export function hasIdleIdentifier({
  pointer,
  value,
  dialect,
}: Pick<SchemaPlace, "pointer" | "value" | "dialect">): boolean {
  if (pointer === "" || !dialect.refStandsAlone || !isJsonObject(value)) return false;
  return typeof value["$ref"] === "string" && identifierOf(value, dialect) !== undefined;
}

/** `$schema` speaks for a schema resource (2020-12 core §8.1.1), not for a schema further inside. */
function isResource(value: Readonly<Record<string, unknown>>, outermost: boolean): boolean {
  return outermost || typeof value["$id"] === "string" || typeof value["id"] === "string";
}

function declaredDialect(
  { findDialect }: ResourceIndex,
  place: SchemaPlace,
  report: Report,
): Dialect {
  const declared = isJsonObject(place.value) ? place.value["$schema"] : undefined;
  if (typeof declared !== "string") return place.dialect;
  const found = findDialect(declared);
  if (found?.ok === true) return found.dialect;
  const pointer = `${place.pointer}/$schema`;
  report(unknownDialect("$schema", declared, found, place.document, pointer));
  return place.dialect;
}

function fragmentIdentifier(place: SchemaPlace, identifier: string, dialect: Dialect) {
  return diagnose(
    "fragment-id",
    `${dialect.identifier ?? "$id"} ${JSON.stringify(identifier)} is only a fragment, which identifies no schema resource in ${dialect.name}`,
    {
      help: "it is taken as the schema's name among the inputs and is no base for references; write a URI without a fragment to make it one",
      location: {
        file: place.document,
        pointer: `${place.pointer}/${dialect.identifier ?? "$id"}`,
      },
    },
  );
}

function addDynamicAnchor(
  { dynamicAnchors }: ResourceIndex,
  base: string,
  name: string,
  resource: SchemaResource,
): void {
  const anchors = dynamicAnchors.get(base) ?? new Map<string, SchemaResource>();
  dynamicAnchors.set(base, anchors.set(name, anchors.get(name) ?? resource));
}

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/**
 * Resolves a URI reference against a base (RFC 3986 §5); `undefined` where it is malformed.
 */
export function resolveUri(reference: string, base: string): string | undefined {
  if (reference.startsWith("#")) return splitUri(base).uri + reference;
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined;
}

/**
 * Splits a URI before its fragment, whose percent-encoding is decoded where it is well-formed.
 */
export function splitUri(uri: string): { readonly uri: string; readonly fragment: string } {
  const hash = uri.indexOf("#");
  if (hash === -1) return { uri, fragment: "" };
  return { uri: uri.slice(0, hash), fragment: decodeFragment(uri.slice(hash + 1)) };
}
