import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { packageFile } from "../package-file.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { type Admission, allowFolders } from "./allowed-folders.ts";
import type { Document } from "./document.ts";
import type { DocumentFinder } from "./document-finder.ts";
import { decodePath, externalSource } from "./external-source.ts";
import { liesWithin } from "./input-roots.ts";
import { parseDocument } from "./parse-document.ts";
import { unreadableInput } from "./parse-file.ts";
import { readText } from "./read-text.ts";

/** A folder that stands for the URIs with a prefix. */
export interface UriMap {
  readonly prefix: string;
  /** The absolute path of the folder. */
  readonly directory: string;
}

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

/** What maps are read with. */
export interface MapReading {
  /** The documents that are read already, which maps can lead to too. */
  readonly inputs: readonly Document[];
  /** The folders that links in those of maps may lead into, too. */
  readonly linked: readonly string[];
}

/**
 * Makes the finder of the documents that maps lead to, and of the meta-schemas of the dialects, which
 * the package brings. A file is one document, whatever URIs lead to it, and is read once; one that
 * cannot be is reported.
 *
 * @param maps the longest matching prefix decides where a URI leads, the first of them that leads to
 * a file what the file's own URI is
 */
export function mappedDocuments(
  maps: readonly UriMap[],
  { inputs, linked }: MapReading,
  report: Report,
): DocumentFinder {
  const all = [...maps, ...metaSchemaMaps];
  const longestFirst = all.toSorted((a, b) => b.prefix.length - a.prefix.length);
  const known = new Map<string, Document | undefined>(
    inputs.map((document) => [document.path, document]),
  );
  const admit = allowFolders(
    all.map(({ directory }) => directory),
    linked,
  );
  const locate = (uri: string) =>
    longestFirst.map((map) => mappedFile(uri, map)).find((found) => found !== undefined);
  const admission = (file: string): Admission => {
    const judged = admit(file);
    return known.has(judged.path) ? { kind: "inside", path: file } : judged;
  };
  return {
    find: (uri) => {
      const file = locate(uri);
      if (file === undefined || admission(file).kind === "outside") return undefined;
      if (!known.has(file)) {
        const uris = all.flatMap((map) => mappedUri(file, map) ?? []);
        const own = uris.find((each) => locate(each) === file);
        known.set(file, readMapped(own ?? uri, file, report));
      }
      return known.get(file);
    },
    absence: (uri) => {
      const file = locate(uri);
      const judged = file === undefined ? undefined : admission(file);
      if (file === undefined || judged?.kind !== "outside") return undefined;
      return {
        code: "outside-roots",
        target: `a file outside the folders that are mapped, ${judged.path}, by the link ${file}`,
        mend: "map its own folder, or allow links into that by `references.folders` in the config, or by --references",
      };
    },
  };
}

function readMapped(uri: string, file: string, report: Report): Document | undefined {
  const source = externalSource(uri, file);
  let text: string;
  try {
    text = readText(file);
  } catch (fault) {
    report(unreadableInput(file, source, fault));
    return undefined;
  }
  return parseDocument({ path: file, source, text, uri }, report);
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
