import path from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { appendTokens } from "../pointer/json-pointer.ts";
import type { Document } from "./document.ts";
import { sourceOf } from "./input-roots.ts";
import { applyAction } from "./overlay-action.ts";
import { readOverlay, type Overlay } from "./overlay-document.ts";
import { documentsOf, scopesOf, type OverlayScope } from "./overlay-scope.ts";
import { parseFile, unreadableInput } from "./parse-file.ts";
import { readText } from "./read-text.ts";

/** The overlays to apply; their paths are absolute or relative to `cwd`. */
export interface OverlayOptions {
  readonly overlays: readonly string[];
  readonly cwd: string;
  /** The input roots, which the places of an overlay's faults are relative to. */
  readonly roots: readonly string[];
  /** The name by which an overlay finds the schema of a schema file. */
  readonly nameOf: (document: Document) => string;
}

/**
 * Applies OpenAPI Overlays (OpenAPI Overlay 1.0.0) in the order given, each on what the one before
 * it made. Returns the documents with their new values, without those that an overlay removed. An
 * action that has a fault or matches nothing is reported and passed over.
 */
export function applyOverlays(
  documents: readonly Document[],
  { overlays, cwd, roots, nameOf }: OverlayOptions,
  report: Report,
): Document[] {
  let result = [...documents];
  for (const name of overlays) {
    const overlay = loadOverlay(path.resolve(cwd, name), roots, report);
    if (overlay === undefined) continue;
    const changed = new Map(
      applyOverlay(overlay, scopesOf(overlay, result, nameOf), report).flatMap((scope) => [
        ...documentsOf(scope),
      ]),
    );
    result = result.flatMap((document) =>
      changed.has(document.path) ? (changed.get(document.path) ?? []) : document,
    );
  }
  return result;
}

function loadOverlay(file: string, roots: readonly string[], report: Report): Overlay | undefined {
  const source = sourceOf(file, roots);
  let text: string;
  try {
    text = readText(file);
  } catch (fault) {
    report(unreadableInput(file, source, fault));
    return undefined;
  }
  const parsed = parseFile({ path: file, source, text }, report);
  return parsed && readOverlay(parsed, report);
}

function applyOverlay(
  overlay: Overlay,
  scopes: readonly OverlayScope[],
  report: Report,
): readonly OverlayScope[] {
  if (scopes.length === 0 && overlay.extends !== undefined) {
    report(
      diagnose("overlay-invalid", `no input is what the overlay extends, "${overlay.extends}"`, {
        help: "extends names an input file, or a folder of inputs, relative to the overlay",
        location: { file: overlay.file, pointer: "/extends" },
      }),
    );
  }
  if (scopes.length === 0) return scopes;
  let result = scopes;
  for (const action of overlay.actions) {
    const outcome = applyAction(action, result);
    if (outcome.ok) {
      result = outcome.scopes;
    } else {
      const { code, message, help, member } = outcome;
      const pointer = appendTokens(action.pointer, member);
      report(diagnose(code, message, { help, location: { file: overlay.file, pointer } }));
    }
  }
  return result;
}
