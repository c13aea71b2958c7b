import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Document, LoadedInputs } from "./document.ts";
import { findInputs, type InputPlaces } from "./find-inputs.ts";
import { applyOverlays } from "./overlay.ts";
import { readDocuments, type ReferencePlaces } from "./read-documents.ts";
import { schemasOf } from "./recognise.ts";

/** What to load; paths are absolute or relative to `cwd`. */
export interface LoadOptions extends InputPlaces, ReferencePlaces {
  /** OpenAPI Overlay documents, applied in this order. */
  readonly overlays: readonly string[];
  /** The name by which an overlay finds the schema of a schema file. */
  readonly nameOf: (document: Document) => string;
}

/**
 * Reads every input, and applies the overlays. Faults are reported, never thrown; the file that has
 * one is left out.
 */
export async function loadInputs(options: LoadOptions, report: Report): Promise<LoadedInputs> {
  const { cwd, overlays, nameOf } = options;
  const found = await findInputs(options, report);
  const { documents: read, unread, outside } = await readDocuments(found, options, report);
  const documents = applyOverlays(read, { overlays, cwd, roots: found.roots, nameOf }, report);
  const schemas = documents.map((document) => {
    const brought = schemasOf(document);
    if (brought.length === 0) {
      report(
        diagnose("not-a-schema", "the OpenAPI document has no component schemas", {
          help: "schemas are taken from #/components/schemas",
          location: { file: document, pointer: "/components/schemas" },
        }),
      );
    }
    return brought;
  });
  return { documents, schemas: schemas.flat(), unread, outside };
}
