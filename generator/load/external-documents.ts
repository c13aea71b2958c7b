import type { Report } from "../diagnostics/diagnostic.ts";
import type { Document } from "./document.ts";
import type { DocumentFinder } from "./document-finder.ts";
import { mappedDocuments, type UriMap } from "./mapped-documents.ts";

/** Where documents outside the inputs are looked for. */
export interface ExternalPlaces {
  readonly maps: readonly UriMap[];
  /** The folders that links in those of maps may lead into, too. */
  readonly referenceFolders: readonly string[];
}

/**
 * Makes the finder of documents outside the inputs: those of the configured maps, the meta-schemas of the
 * dialects, which the package brings, and then remote ones.
 *
 * @param inputs the documents that are read already, which maps can lead to too
 * @param remote the finder of remote documents
 */
export function externalDocuments(
  { maps, referenceFolders }: ExternalPlaces,
  inputs: readonly Document[],
  remote: DocumentFinder,
  report: Report,
): DocumentFinder {
  const mapped = mappedDocuments(maps, { inputs, linked: referenceFolders }, report);
  return {
    find: (uri) => mapped.find(uri) ?? remote.find(uri),
    absence: (uri) => mapped.absence(uri) ?? remote.absence(uri),
  };
}
