import { type Dialect, dialectOf, knownDialectUris } from "../dialects/dialect.ts";
import type { DialectName } from "../dialects/dialect-name.ts";
import { isJsonObject } from "../dialects/subschemas.ts";
import type { MetaSchemaDialect } from "../dialects/vocabularies.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { type Absence, describeAbsence } from "../load/document-finder.ts";
import type { Document } from "../load/document.ts";
import { externalReferences } from "../load/external-references.ts";

/** A dialect, or why a URI that could declare one does not. */
export type FoundDialect = MetaSchemaDialect | { readonly ok: false; readonly absence: Absence };

/** Finds the dialect that a URI declares; `undefined` where none is known. */
export type FindDialect = (uri: string) => FoundDialect | undefined;

/**
 * The dialect of a document where no `$schema` in it says another.
 *
 * @param referrer the document that led to one outside the inputs
 */
export type DocumentDialects = (document: Document, referrer?: Document) => Dialect;

/**
 * Settles the dialect of every document. An OpenAPI document has that of its version, or the one of
 * its `jsonSchemaDialect` (OpenAPI 3.1 §4.8.24.5). A plain file without `$schema` that OpenAPI
 * documents refer to, themselves or through other such files, has theirs; any other plain file has
 * the default.
 */
export function documentDialects(
  documents: readonly Document[],
  defaultDialect: DialectName,
  findDialect: FindDialect,
  report: Report,
): DocumentDialects {
  const dialects = new Map<string, Dialect>();
  const teachers = new Map<string, Document>();
  const byUri = new Map(documents.map((document) => [document.uri, document]));
  const openApi = documents.filter(({ kind }) => kind !== "schema");
  for (const document of openApi) {
    dialects.set(document.uri, openApiDialect(document, findDialect, report));
  }
  // There may be no plain file that anything can be inherited by.
  const teaching = openApi.length < documents.length ? openApi : [];
  for (const teacher of teaching) {
    const dialect = dialects.get(teacher.uri);
    const waiting = [teacher];
    for (let referrer = waiting.pop(); referrer !== undefined; referrer = waiting.pop()) {
      for (const uri of externalReferences(referrer)) {
        const document = byUri.get(uri);
        if (dialect === undefined || document === undefined || declaresDialect(document)) continue;
        const known = dialects.get(uri);
        if (known === undefined) {
          dialects.set(uri, dialect);
          teachers.set(uri, teacher);
          waiting.push(document);
        } else if (known !== dialect && document.kind === "schema") {
          report(ambiguousDialect(document, teachers.get(uri) ?? teacher, known, teacher, dialect));
        }
      }
    }
  }
  return (document, referrer) => {
    const settled = dialects.get(document.uri);
    if (settled !== undefined) return settled;
    const inherited = referrer === undefined ? undefined : dialects.get(referrer.uri);
    const dialect =
      document.kind === "schema"
        ? (inherited ?? dialectOf(defaultDialect))
        : openApiDialect(document, findDialect, report);
    dialects.set(document.uri, dialect);
    return dialect;
  };
}

function declaresDialect({ kind, value }: Document): boolean {
  return kind === "schema" && isJsonObject(value) && typeof value["$schema"] === "string";
}

function openApiDialect(document: Document, findDialect: FindDialect, report: Report): Dialect {
  const { kind, value } = document;
  const own = dialectOf(kind === "schema" ? "2020-12" : kind);
  const declared = isJsonObject(value) ? value["jsonSchemaDialect"] : undefined;
  // OpenAPI 3.0 has no such member.
  if (kind === "openapi-3.0" || typeof declared !== "string") return own;
  const found = findDialect(declared);
  if (found?.ok === true) return found.dialect;
  report(unknownDialect("jsonSchemaDialect", declared, found, document, "/jsonSchemaDialect"));
  return own;
}

/**
 * The diagnostic of a URI that declares no dialect, or one that requires an unknown vocabulary.
 *
 * @param keyword what declares it
 */
export function unknownDialect(
  keyword: string,
  uri: string,
  found: FoundDialect | undefined,
  file: Document,
  pointer: string,
): Diagnostic {
  const location = { file, pointer };
  const declaration = `${keyword} ${JSON.stringify(uri)}`;
  if (found?.ok === false && "absence" in found) {
    const { code, mend } = found.absence;
    const message = describeAbsence(keyword, uri, uri.replace(/#.*$/, ""), found.absence);
    return diagnose(code, message, { help: mend, location });
  }
  if (found?.ok === false) {
    const message = `${declaration} requires the vocabulary ${found.vocabulary}, which is not known`;
    const help = "use a meta-schema that requires only the vocabularies of JSON Schema and OpenAPI";
    return diagnose("dialect-unknown", message, { help, location });
  }
  return diagnose("dialect-unknown", `${declaration} names no dialect that is known`, {
    help: `use one of ${knownDialectUris().join(", ")}, or map the URI of your own meta-schema to a folder that holds it`,
    location,
  });
}

function ambiguousDialect(
  file: Document,
  first: Document,
  known: Dialect,
  second: Document,
  other: Dialect,
): Diagnostic {
  const message = `${first.source} refers to this file as ${known.name} and ${second.source} as ${other.name}; it is read as ${known.name}`;
  return diagnose("ambiguous-dialect", message, {
    help: "declare its dialect in $schema, or give each document a file of its own",
    location: { file, pointer: "" },
  });
}
