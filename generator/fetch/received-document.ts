import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { locationRange } from "../diagnostics/diagnostic.ts";
import type { Document } from "../load/document.ts";
import { remoteDocument } from "../load/locked-documents.ts";
import { copyFile, copyPath, documentHash, type LockedDocument } from "../load/remote-lock.ts";
import { failed } from "./fetch-fault.ts";
import type { Received } from "./request.ts";

/** A document that was fetched, and all that is kept of it. */
export interface FetchedDocument {
  readonly uri: string;
  readonly document: Document;
  readonly locked: LockedDocument;
  readonly bytes: Uint8Array;
}

/**
 * Makes a document of what a server answered, JSON or YAML by what it is called and how it begins.
 *
 * @param directory the folder that holds the copies
 * @throws FetchFault where it is no document
 */
export function receivedDocument(
  uri: string,
  { bytes, mediaType }: Received,
  directory: string,
): FetchedDocument {
  const type = mediaType === "" ? "" : `; the server says that it is ${mediaType}`;
  const text = decode(bytes);
  if (text === undefined) throw failed(`that is no UTF-8 text${type}`, "correct the reference");
  const sha256 = documentHash(bytes);
  const isYaml = /\byaml\b/.test(mediaType) || /\.ya?ml$/i.test(new URL(uri).pathname);
  const format = !isYaml && isJson(text) ? "json" : "yaml";
  const locked = { sha256, copy: copyPath(uri, sha256, format) };
  const faults: Diagnostic[] = [];
  const file = copyFile(directory, locked);
  const document = remoteDocument(uri, { file, text }, (fault) => faults.push(fault));
  if (document === undefined) {
    const [first] = faults;
    const start = first?.location && locationRange(first.location)?.start;
    const place = start === undefined ? "" : ` at line ${start.line}, column ${start.column}`;
    const found = first === undefined ? "" : `: ${first.message}${place}`;
    throw failed(`that is no schema in JSON or YAML${found}${type}`, "correct the reference");
  }
  return { uri, document, locked, bytes };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a text is to be read as JSON, by how it begins. */
function isJson(text: string): boolean {
  return /^\uFEFF?\s*(?:[[{"]|true\b|false\b|null\b|-?\d)/.test(text);
}
