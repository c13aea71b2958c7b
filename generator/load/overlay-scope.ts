import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { appendTokens, evaluatePointer } from "../pointer/json-pointer.ts";
import type { Document } from "./document.ts";
import { liesWithin } from "./input-roots.ts";
import type { Overlay } from "./overlay-document.ts";
import { componentSchemas } from "./recognise.ts";

/**
 * A value that the targets of an overlay are evaluated against: a document, or the schema files of
 * one folder as the component schemas of a document of their own.
 */
export type OverlayScope =
  | { readonly kind: "document"; readonly document: Document; readonly root: unknown }
  | {
      readonly kind: "folder";
      readonly documents: ReadonlyMap<string, Document>;
      readonly root: unknown;
    };

/**
 * What an overlay sees of the documents: the one that it extends, or each OpenAPI document and each
 * folder of schema files, of the folder that it extends or of them all. Empty where it extends
 * something else.
 */
export function scopesOf(
  overlay: Overlay,
  documents: readonly Document[],
  nameOf: (document: Document) => string,
): OverlayScope[] {
  let seen = documents;
  if (overlay.extends !== undefined) {
    const extended = extendedPath(overlay.file.path, overlay.extends);
    if (extended === undefined) return [];
    const document = documents.find((candidate) => candidate.path === extended);
    if (document !== undefined) return [{ kind: "document", document, root: document.value }];
    seen = documents.filter((candidate) => liesWithin(extended, candidate.path));
  }
  const folders = new Map<string, Map<string, Document>>();
  const scopes: OverlayScope[] = [];
  for (const document of seen) {
    if (document.kind === "schema") {
      const folder = path.dirname(document.path);
      const named = folders.get(folder) ?? new Map<string, Document>();
      const name = nameOf(document);
      if (!named.has(name)) named.set(name, document);
      folders.set(folder, named);
    } else {
      scopes.push({ kind: "document", document, root: document.value });
    }
  }
  for (const named of folders.values()) {
    const schemas = Object.fromEntries([...named].map(([name, { value }]) => [name, value]));
    scopes.push({ kind: "folder", documents: named, root: { components: { schemas } } });
  }
  return scopes;
}

function extendedPath(overlay: string, reference: string): string | undefined {
  const base = pathToFileURL(overlay).href;
  if (!URL.canParse(reference, base)) return undefined;
  const url = new URL(reference, base);
  if (url.protocol !== "file:") return undefined;
  return path.resolve(fileURLToPath(url));
}

/**
 * The documents of a scope with the values that its root now holds for them, by the path of each. A
 * document that an overlay removed has the value `undefined`.
 */
export function documentsOf(scope: OverlayScope): ReadonlyMap<string, Document | undefined> {
  if (scope.kind === "document") {
    const { document, root } = scope;
    return new Map([[document.path, { ...document, value: root }]]);
  }
  return new Map(
    [...scope.documents].map(([name, document]) => {
      const schema = evaluatePointer(scope.root, appendTokens(componentSchemas, name));
      return [document.path, schema.found ? { ...document, value: schema.value } : undefined];
    }),
  );
}

/**
 * The JSON Pointer of something in the root of a scope that none of its documents can hold.
 */
export function strayPointer(scope: OverlayScope): string | undefined {
  if (scope.kind === "document") return undefined;
  const levels: readonly (readonly [pointer: string, names: Iterable<string>])[] = [
    ["", ["components"]],
    ["/components", ["schemas"]],
    [componentSchemas, scope.documents.keys()],
  ];
  for (const [pointer, names] of levels) {
    const held = evaluatePointer(scope.root, pointer);
    if (!held.found || typeof held.value !== "object" || held.value === null) continue;
    const known = new Set(names);
    const stray = Object.keys(held.value).find((name) => !known.has(name));
    if (stray !== undefined) return appendTokens(pointer, stray);
  }
  return undefined;
}
