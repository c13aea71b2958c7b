import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { Document } from "./document.ts";

/** Finds documents by their URIs without fragments. */
export interface DocumentFinder {
  /** The document that a URI identifies; `undefined` where none is known. */
  readonly find: (uri: string) => Document | undefined;
  /** Why there is none; `undefined` where there is no more to say than that. */
  readonly absence: (uri: string) => Absence | undefined;
}

/** Why a URI leads to no document, though one could be meant by it. */
export interface Absence {
  readonly code: DiagnosticCode;
  /** What it leads to, in words: "a document that …". */
  readonly target: string;
  /** What to do about it. */
  readonly mend: string;
}

/**
 * Says that a reference, or what else names a document, leads to none.
 *
 * @param keyword what it is the value of
 * @param uri where it leads
 */
export function describeAbsence(
  keyword: string,
  reference: string,
  uri: string,
  { target }: Absence,
): string {
  const isWhole = reference.replace(/#.*$/, "") === uri;
  const place = isWhole ? "" : `${uri}, `;
  return `${keyword} ${JSON.stringify(reference)} leads to ${place}${target}`;
}
