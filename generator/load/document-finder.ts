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
  /** What completes `$ref "https://example.com/a.json" …`. */
  readonly reason: string;
  /** What to do about it. */
  readonly mend: string;
}
