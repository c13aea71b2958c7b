import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { packageFile } from "../package-file.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Document } from "./document.ts";
import { liesWithin } from "./input-roots.ts";
import { parseFile, unreadableInput } from "./parse-file.ts";
import { readText } from "./read-text.ts";
import { recogniseDocument } from "./recognise.ts";

/** A folder that stands for the URIs with a prefix. */
export interface UriMap {
  readonly prefix: string;
  /** The absolute path of the folder. */
  readonly directory: string;
}

/** Finds the document that a URI without its fragment identifies; `undefined` where none is known. */
export type ExternalDocuments = (uri: string) => Document | undefined;

/** Where the package keeps the meta-schemas of the dialects. */
const metaSchemas = packageFile("generator/dialects/meta-schemas");

const metaSchemaMaps: readonly UriMap[] = [
  ["http://json-schema.org/draft-04/", "draft-04/"],
  ["http://json-schema.org/draft-06/", "draft-06/"],
  ["http://json-schema.org/draft-07/", "draft-07/"],
  ["https://json-schema.org/draft/2019-09/", "2019-09/"],
  ["https://json-schema.org/draft/2020-12/", "2020-12/"],
  ["https://spec.openapis.org/oas/3.1/", "openapi-3.1/"],
].map(([prefix = "", folder = ""]) => ({
  prefix,
  directory: path.join(metaSchemas, folder),
}));

/**
 * Makes the finder of documents outside the inputs: those of the configured maps, and the
 * meta-schemas of the dialects, which the package brings. Nothing is fetched. A file is one document,
 * whatever URIs lead to it, and is read once; one that cannot be is reported.
 *
 * @param maps the longest matching prefix decides where a URI leads, the first of them that leads to
 * a file what the file's own URI is
 * @param inputs the documents that are read already, which maps can lead to too
 */
export function externalDocuments(
  maps: readonly UriMap[],
  inputs: readonly Document[],
  report: Report,
): ExternalDocuments {
  const all = [...maps, ...metaSchemaMaps];
  const longestFirst = all.toSorted((a, b) => b.prefix.length - a.prefix.length);
  const locate = (uri: string) =>
    longestFirst.map((map) => mappedFile(uri, map)).find((found) => found !== undefined);
  const known = new Map<string, Document | undefined>(
    inputs.map((document) => [document.path, document]),
  );
  return (uri) => {
    const file = locate(uri);
    if (file === undefined) return undefined;
    if (!known.has(file)) {
      const uris = all.flatMap((map) => mappedUri(file, map) ?? []);
      const own = uris.find((each) => locate(each) === file);
      known.set(file, readExternal(own ?? uri, file, report));
    }
    return known.get(file);
  };
}

function readExternal(uri: string, file: string, report: Report): Document | undefined {
  const source = externalSource(uri, file);
  let text: string;
  try {
    text = readText(file);
  } catch (fault) {
    report(unreadableInput(file, source, fault));
    return undefined;
  }
  const parsed = parseFile({ path: file, source, text }, report);
  if (parsed === undefined) return undefined;
  const recognition = recogniseDocument(parsed.value);
  if (!recognition.ok) {
    const { code, message, help, pointer } = recognition;
    report(diagnose(code, message, { help, location: { file: parsed.file, pointer } }));
    return undefined;
  }
  return { ...parsed.file, uri, kind: recognition.kind, value: parsed.value };
}

/** The file that a map gives for a URI, with `.json` added where only that exists. */
function mappedFile(uri: string, { prefix, directory }: UriMap): string | undefined {
  if (!uri.startsWith(prefix)) return undefined;
  const relative = decodePath(uri.slice(prefix.length));
  const file = path.join(directory, relative);
  if (!liesWithin(directory, file)) return undefined;
  return [file, `${file}.json`].find(
    (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
  );
}

/** The URI that a map gives to a file of its folder. */
function mappedUri(file: string, { prefix, directory }: UriMap): string | undefined {
  if (!liesWithin(directory, file)) return undefined;
  const segments = path.relative(directory, file).split(path.sep).map(encodeURIComponent);
  // A prefix that ends in the name of a folder stands for the folder.
  const slash = /[\p{L}\p{N}]$/u.test(prefix) ? "/" : "";
  return prefix + slash + segments.join("/");
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where an external document stands among the inputs: below its host, in the folders of its path. */
function externalSource(uri: string, file: string): string {
  const { host, pathname } = new URL(uri);
  const segments = [host, ...decodePath(pathname).split("/")];
  const safe = segments
    .map((segment) => segment.replaceAll(/[:\\]/g, "_"))
    .filter((segment) => segment !== "" && segment !== "." && segment !== "..");
  const extension = path.extname(file);
  const joined = safe.join("/");
  return joined.endsWith(extension) ? joined : joined + extension;
}
