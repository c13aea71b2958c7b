import type { SourceFile } from "../diagnostics/diagnostic.ts";

/** A file that belongs to the inputs: a schema, an OpenAPI document or an overlay. */
export interface InputFile extends SourceFile {
  readonly source: string;
}

/** What a document is, as its top level says. */
export type DocumentKind = "schema" | "openapi-3.0" | "openapi-3.1" | "openapi-3.2";

/** One file that was read: its text, its value after overlays, and where its parts stand. */
export interface Document extends InputFile {
  /** The URI that it was retrieved by, and the base of its relative references. */
  readonly uri: string;
  readonly kind: DocumentKind;
  /** The parsed value, with overlays applied. Objects keep `__proto__` as an own property. */
  readonly value: unknown;
}

/** A schema that an input brings: a whole file, or a component of an OpenAPI document. */
export interface InputSchema {
  readonly document: Document;
  /** JSON Pointer of the schema in its document. */
  readonly pointer: string;
}

/** An input of which no document could be made. */
export type UnreadFile = Pick<Document, "uri" | "source">;

/** A file that a schema names and may not lead to. */
export interface OutsideFile {
  /** As references lead to it. */
  readonly uri: string;
  /** The absolute path of where it really stands. */
  readonly path: string;
  /** Whether its own path is within the folders that are allowed, and a link on it leads out. */
  readonly isLinked: boolean;
  /** How its folder comes to be allowed, in words. */
  readonly mend: string;
}

/** What the load stage hands on: every document that the run knows, sorted by `source`. */
export interface LoadedInputs {
  readonly documents: readonly Document[];
  /** Every input schema, sorted by source, then by its place in the document. */
  readonly schemas: readonly InputSchema[];
  /** The files that were reported and left out, sorted by source. */
  readonly unread: readonly UnreadFile[];
  /** The files outside the folders that are allowed, to which references lead, by their URIs. */
  readonly outside: ReadonlyMap<string, OutsideFile>;
}
