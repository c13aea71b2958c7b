import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { NodeId, Subschema } from "./canonical-keywords.ts";
import type { Dialect } from "./dialect.ts";
import type { CustomKeyword } from "./custom-keywords.ts";
import type { FormatPredicate } from "./formats.ts";
import type { KeywordReader } from "./keyword-values.ts";

/** What canonicalising one schema needs from the graph around it. */
export interface SchemaSurroundings {
  readonly dialect: Dialect;
  /** Whether `format` constrains the instance where it names a format that is known. */
  readonly assertFormats: boolean;
  /** Formats that constrain the instance in any case; they go before those that are known. */
  readonly customFormats: ReadonlyMap<string, FormatPredicate>;
  /** Keywords that a user has given a meaning. */
  readonly customKeywords: ReadonlyMap<string, CustomKeyword>;
  /** Whether `contentEncoding` and `contentMediaType` do. */
  readonly assertContent: boolean;
  /** Whether `properties` without `type` means `object`. */
  readonly assumeObject: boolean;
  /** The node of a subschema, by the JSON Pointer that leads to it from this schema. */
  readonly subschema: (path: string) => Subschema;
  /** The node that the schema's `$ref` leads to; `undefined` where it dangles. */
  readonly target: () => NodeId | undefined;
  /** The node that its `$dynamicRef` or `$recursiveRef` leads to in the dynamic scope at hand. */
  readonly dynamicTarget: () => NodeId | undefined;
  /** The node that an entry of its discriminator leads to, by the JSON Pointer of the entry. */
  readonly mappingTarget: (path: string) => NodeId | undefined;
  readonly report: (code: DiagnosticCode, path: string, message: string, help: string) => void;
}

/** One schema object while it is canonicalised. */
export interface SchemaReading extends SchemaSurroundings {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly read: KeywordReader;
}
