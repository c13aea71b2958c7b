import { $RefParser, type FileInfo } from "@apidevtools/json-schema-ref-parser";
import { fileURLToPath, pathToFileURL } from "node:url";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { compareCodeUnits } from "../text/order.ts";
import type { Document, UnreadFile } from "./document.ts";
import { externalReferences } from "./external-references.ts";
import type { FoundInputs } from "./find-inputs.ts";
import { rootOf, sourceOf } from "./input-roots.ts";
import { parseFile, unreadableInput, type ParsedFile } from "./parse-file.ts";
import { readText } from "./read-text.ts";
import { recogniseDocument } from "./recognise.ts";

/** The documents that could be made of the inputs, and the files of which none could. */
export interface ReadDocuments {
  readonly documents: readonly Document[];
  readonly unread: readonly UnreadFile[];
}

/**
 * Reads the input files and, through the references in their schemas, the files inside the input
 * roots that they lead to. Sorted by source. A file that cannot be parsed or is no schema is
 * reported and left out; a reference that leads to no file is not reported here.
 */
export async function readDocuments(
  inputs: FoundInputs,
  cwd: string,
  report: Report,
): Promise<ReadDocuments> {
  const listed = new Set(inputs.files);
  const documents: Document[] = [];
  const unread: UnreadFile[] = [];
  const unforeseen: unknown[] = [];

  const readWithinRoots = ({ url }: FileInfo): string => {
    const file = fileURLToPath(url);
    if (rootOf(file, inputs.roots) === undefined) throw new Error(`${url} is outside the inputs`);
    try {
      return readText(file);
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
    const source = sourceOf(file, inputs.roots);
    try {
      const parsed = parseFile({ path: file, source, text: data.toString() }, report);
      const document = parsed && createDocument(parsed, report);
      if (document === undefined) {
        unread.push({ uri: pathToFileURL(file).href, source });
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
      resolve: { http: false, file: false, inputs: { canRead: true, read: readWithinRoots } },
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
  return { documents: documents.sort(bySource), unread: unread.sort(bySource) };
}

function bySource(a: UnreadFile, b: UnreadFile): number {
  return compareCodeUnits(a.source, b.source) || compareCodeUnits(a.uri, b.uri);
}

function referencesTo(urls: readonly string[]): object {
  return urls.map((url) => ({ $ref: url }));
}

function createDocument({ file, value }: ParsedFile, report: Report): Document | undefined {
  const recognition = recogniseDocument(value);
  if (!recognition.ok) {
    const { code, message, help, pointer } = recognition;
    report(diagnose(code, message, { help, location: { file, pointer } }));
    return undefined;
  }
  return { ...file, uri: pathToFileURL(file.path).href, kind: recognition.kind, value };
}
