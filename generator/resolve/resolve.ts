import type { Dialect } from "../dialects/dialect.ts";
import type { DialectName } from "../dialects/dialect-name.ts";
import { isJsonObject } from "../dialects/subschemas.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Document, InputSchema, LoadedInputs } from "../load/document.ts";
import type { Absence, DocumentFinder } from "../load/document-finder.ts";
import { schemasOf } from "../load/recognise.ts";
import { evaluatePointer, parentPointer } from "../pointer/json-pointer.ts";
import { compareCodeUnits } from "../text/order.ts";
import { documentDialects } from "./document-dialects.ts";
import {
  ambiguousReference,
  brokenMapping,
  danglingReference,
  outsideTarget,
  unreadTarget,
} from "./broken-references.ts";
import { findDialects } from "./find-dialects.ts";
import {
  type ResourceIndex,
  type SchemaPlace,
  type SchemaResource,
  createResourceIndex,
  enterSchema,
  placeKey,
  recursiveAnchorName,
  splitUri,
} from "./resources.ts";
import { type Target, type TargetSource, findTarget, meantUris, schemasByName } from "./targets.ts";

/** What the resolve stage hands on: every schema's place, and where each reference leads. */
export interface Resolution {
  /** The inputs, with the documents outside of them that references lead to. */
  readonly inputs: LoadedInputs;
  /** By {@link placeKey}. */
  readonly places: ReadonlyMap<string, SchemaPlace>;
  /** Where the `$ref` of the schema at a place leads, by {@link placeKey}; dangling ones have none. */
  readonly targets: ReadonlyMap<string, SchemaResource>;
  /** Where the `$dynamicRef` or `$recursiveRef` of the schema at a place leads, by {@link placeKey}. */
  readonly dynamicTargets: ReadonlyMap<string, DynamicTarget>;
  /** Where the entry of a discriminator's mapping at a place leads, by {@link placeKey}. */
  readonly mappingTargets: ReadonlyMap<string, SchemaResource>;
  /** Dynamic anchors: by the base URI of their schema resource, then by name. */
  readonly dynamicAnchors: ReadonlyMap<string, ReadonlyMap<string, SchemaResource>>;
}

/** The target of a dynamic reference (2020-12 core §8.2.3.2, 2019-09 core §8.2.4.2). */
export interface DynamicTarget {
  /** The target where no outer schema resource has another. */
  readonly resource: SchemaResource;
  /** The dynamic anchor that outer schema resources can have too; `undefined` for a plain reference. */
  readonly name: string | undefined;
}

export interface ResolveOptions {
  /** The dialect of plain schema files without `$schema`. */
  readonly defaultDialect: DialectName;
  /** The name of an input schema, by which references from other inputs can mean it. */
  readonly nameOf: (schema: InputSchema) => string;
  /** Finds documents outside the inputs; without it there are none. */
  readonly external?: DocumentFinder;
}

const noDocuments: DocumentFinder = { find: () => undefined, absence: () => undefined };

/**
 * Finds every schema of the inputs and where each `$ref` leads. A reference becomes a link to a
 * place, never a copy. All dangling and ambiguous references of the run are reported.
 */
export function resolveReferences(
  inputs: LoadedInputs,
  options: ResolveOptions,
  report: Report,
): Resolution {
  const external = options.external ?? noDocuments;
  const findDialect = findDialects(inputs, external);
  const { documents } = inputs;
  const dialectOf = documentDialects(documents, options.defaultDialect, findDialect, report);
  const index = createResourceIndex(documents, findDialect);
  for (const { document, pointer } of inputs.schemas) {
    const inherited = { base: document.uri, dialect: dialectOf(document) };
    enterSchema(index, document, pointer, inherited, report);
  }
  const named = schemasByName(inputs.schemas, options.nameOf);
  const source: TargetSource = { inputs, index, named };
  const added: Document[] = [];
  const entered = new Set(inputs.documents);
  const targets = new Map<string, SchemaResource>();
  const dynamicTargets = new Map<string, DynamicTarget>();
  const mappingTargets = new Map<string, SchemaResource>();
  const findOrLoad = (place: SchemaPlace, reference: string): Target => {
    const target = findTarget(source, place, reference);
    if (target.kind !== "dangling") return target;
    const found = externalTarget(place, reference, external);
    if (found === undefined || index.resources.has(found.uri)) return target;
    const { uri, document } = found;
    index.resources.set(uri, [{ document, pointer: "" }]);
    if (!entered.has(document)) {
      entered.add(document);
      added.push(document);
      enterExternal(index, document, dialectOf(document, place.document), report);
    }
    return findTarget(source, place, reference);
  };
  // Targets outside every schema seen so far are entered as they are found, which adds references.
  for (const each of index.references) {
    const { place, keyword } = each;
    if (keyword === "discriminator") {
      const { entry } = each;
      const resource = firstFound(entry.references, (written) => findOrLoad(place, written));
      if (resource === undefined) {
        report(brokenMapping(source, place, entry));
        continue;
      }
      mappingTargets.set(placeKey(place.document, place.pointer + entry.path), resource);
      enterTarget(index, resource, dialectOf(resource.document), report);
      continue;
    }
    const { reference } = each;
    const target = findOrLoad(place, reference);
    const key = placeKey(place.document, place.pointer);
    switch (target.kind) {
      case "found":
        if (keyword === "$ref") targets.set(key, target.resource);
        else dynamicTargets.set(key, dynamicTarget(target.resource, keyword, reference));
        enterTarget(index, target.resource, dialectOf(target.resource.document), report);
        break;
      case "ambiguous":
        report(ambiguousReference(place, keyword, reference, target.candidates));
        break;
      case "unread":
        report(unreadTarget(place, reference, target.file));
        break;
      case "outside":
        report(outsideTarget(source, place, keyword, reference, target.file));
        break;
      case "dangling":
        report(
          danglingReference(
            source,
            place,
            keyword,
            reference,
            externalAbsence(place, reference, external),
          ),
        );
        break;
    }
  }
  const { places, dynamicAnchors } = index;
  return {
    inputs: withExternal(inputs, added),
    places,
    targets,
    dynamicTargets,
    mappingTargets,
    dynamicAnchors,
  };
}

function firstFound(
  references: readonly string[],
  find: (reference: string) => Target,
): SchemaResource | undefined {
  for (const reference of references) {
    const target = find(reference);
    if (target.kind === "found") return target.resource;
  }
  return undefined;
}

function withExternal(inputs: LoadedInputs, external: readonly Document[]): LoadedInputs {
  if (external.length === 0) return inputs;
  const added = external.toSorted((a, b) => compareCodeUnits(a.source, b.source));
  return {
    ...inputs,
    documents: [...inputs.documents, ...added],
    schemas: [...inputs.schemas, ...added.flatMap(schemasOf)],
  };
}

/** The document that a reference leads to by a map, and its URI there, which may not be its only one. */
function externalTarget(
  place: SchemaPlace,
  reference: string,
  external: DocumentFinder,
): { readonly uri: string; readonly document: Document } | undefined {
  for (const uri of meantUris(place, reference)) {
    const document = external.find(uri);
    if (document !== undefined) return { uri, document };
  }
  return undefined;
}

/** Why a reference leads to no document outside the inputs. */
function externalAbsence(
  place: SchemaPlace,
  reference: string,
  external: DocumentFinder,
): (Absence & { readonly uri: string }) | undefined {
  for (const uri of meantUris(place, reference)) {
    const absence = external.absence(uri);
    if (absence !== undefined) return { ...absence, uri };
  }
  return undefined;
}

function enterExternal(
  index: ResourceIndex,
  document: Document,
  dialect: Dialect,
  report: Report,
): void {
  const inherited = { base: document.uri, dialect };
  for (const { pointer } of schemasOf(document)) {
    enterSchema(index, document, pointer, inherited, report);
  }
}

/** A reference is dynamic only where its target is the dynamic anchor that it names. */
function dynamicTarget(
  resource: SchemaResource,
  keyword: "$dynamicRef" | "$recursiveRef",
  reference: string,
): DynamicTarget {
  const found = evaluatePointer(resource.document.value, resource.pointer);
  const schema = found.found && isJsonObject(found.value) ? found.value : {};
  if (keyword === "$recursiveRef") {
    return {
      resource,
      name: schema["$recursiveAnchor"] === true ? recursiveAnchorName : undefined,
    };
  }
  const { fragment } = splitUri(reference);
  return { resource, name: schema["$dynamicAnchor"] === fragment ? fragment : undefined };
}

/**
 * Enters a target that stands where no schema is expected, as a part of the schema around it.
 *
 * @param dialect the dialect of its document
 */
function enterTarget(
  index: ResourceIndex,
  { document, pointer }: SchemaResource,
  dialect: Dialect,
  report: Report,
): void {
  if (index.places.has(placeKey(document, pointer))) return;
  let ancestor = parentPointer(pointer);
  while (ancestor !== undefined && !index.places.has(placeKey(document, ancestor))) {
    ancestor = parentPointer(ancestor);
  }
  const around =
    ancestor === undefined ? undefined : index.places.get(placeKey(document, ancestor));
  const inherited = { base: around?.base ?? document.uri, dialect: around?.dialect ?? dialect };
  enterSchema(index, document, pointer, inherited, report);
}
