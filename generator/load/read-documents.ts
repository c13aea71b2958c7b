import { $RefParser, type FileInfo } from "@apidevtools/json-schema-ref-parser";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Report } from "../diagnostics/diagnostic.ts";
import { compareCodeUnits } from "../text/order.ts";
import { type Admission, allowFolders } from "./allowed-folders.ts";
import type { Document, LoadedInputs, OutsideFile, UnreadFile } from "./document.ts";
import type { UriMap } from "./mapped-documents.ts";
import { externalReferences } from "./external-references.ts";
import type { FoundInputs } from "./find-inputs.ts";
import { sourceOf } from "./input-roots.ts";
import { howToAllow, reportLinks } from "./outside-links.ts";
import { parseDocument } from "./parse-document.ts";
import { unreadableInput } from "./parse-file.ts";
import { readText } from "./read-text.ts";

/** The documents that could be made of the inputs, and the files of which none could. */
export type ReadDocuments = Pick<LoadedInputs, "documents" | "unread" | "outside">;

/** Where references may lead besides the input roots; paths are absolute. */
export interface ReferencePlaces {
  /** The folder that the run was started in. */
  readonly cwd: string;
  /** Further folders that references may lead into; none unless given. */
  readonly referenceFolders?: readonly string[];
  /** Folders that stand for URIs, into which links may lead, too; none unless given. */
  readonly maps?: readonly UriMap[];
}

/**
 * Reads the input files and, through the references in their schemas, the files that they lead to in
 * the input roots and the other folders that are allowed, links resolved. Sorted by source. A file that
 * cannot be parsed or is no schema is reported and left out, and so is one that a folder or glob brings
 * by a link out of those folders; a reference that leads to no file, or elsewhere, is not reported here.
 */
export async function readDocuments(
  inputs: FoundInputs,
  { cwd, referenceFolders = [], maps = [] }: ReferencePlaces,
  report: Report,
): Promise<ReadDocuments> {
  const admit = allowFolders(
    [...inputs.roots, ...referenceFolders],
    maps.map(({ directory }) => directory),
  );
  const outside = new Map<string, OutsideFile>();
  const listed = new Set(inputs.files);
  const documents: Document[] = [];
  const unread: UnreadFile[] = [];
  const unforeseen: unknown[] = [];

  const readAllowed = ({ url }: FileInfo): string => {
    const file = fileURLToPath(url);
    // Who names a file as an input means what it leads to.
    const admission: Admission = inputs.named.has(file)
      ? { kind: "inside", path: file }
      : admit(file);
    if (admission.kind === "outside") {
      const mend = howToAllow(path.dirname(admission.path), cwd);
      outside.set(url, { uri: url, ...admission, mend });
      throw new Error(`${url} is outside the folders that are allowed`);
    }
    try {
      return readText(admission.path);
    } catch (fault) {
      if (listed.has(file)) {
        const source = sourceOf(file, inputs.roots);
        report(unreadableInput(file, source, fault));
        unread.push({ uri: pathToFileURL(file).href, source });
      }
      throw fault;
    }
  };

  // The crawler is handed the references alone. Left to itself it takes them relative to `$id`,
  // fails as a whole on a URI that is malformed, and recurses as deep as the value is nested.
  const parseReferences = ({ url, data }: FileInfo): object => {
    const file = fileURLToPath(url);
    const source = sourceOf(file, inputs.roots, referenceFolders);
    try {
      const uri = pathToFileURL(file).href;
      const text = data.toString();
      const document = parseDocument({ path: file, source, text, uri }, report);
      if (document === undefined) {
        unread.push({ uri, source });
        return [];
      }
      documents.push(document);
      return referencesTo(externalReferences(document));
    } catch (fault) {
      // The crawler would pass over the file in silence.
      unforeseen.push(fault);
      return [];
    }
  };

  await new $RefParser().resolve(
    // The folder itself as the URI of the list: no file can have it.
    `${pathToFileURL(cwd).href}/`,
    referencesTo(inputs.files.map((file) => pathToFileURL(file).href)),
    {
      continueOnError: true,
      resolve: { http: false, file: false, inputs: { canRead: true, read: readAllowed } },
      parse: {
        json: false,
        yaml: false,
        text: false,
        binary: false,
        references: { allowEmpty: true, canParse: true, parse: parseReferences },
      },
    },
  );
  if (unforeseen.length > 0) throw unforeseen[0];
  const links = inputs.files.flatMap((file) => {
    const target = outside.get(pathToFileURL(file).href);
    return target === undefined ? [] : [{ file, leadsTo: target.path }];
  });
  reportLinks(links, cwd, report);
  return { documents: documents.sort(bySource), unread: unread.sort(bySource), outside };
}

function bySource(a: UnreadFile, b: UnreadFile): number {
  return compareCodeUnits(a.source, b.source) || compareCodeUnits(a.uri, b.uri);
}

function referencesTo(urls: readonly string[]): object {
  return urls.map((url) => ({ $ref: url }));
}
