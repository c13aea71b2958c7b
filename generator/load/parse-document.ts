import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Document, InputFile } from "./document.ts";
import { parseFile } from "./parse-file.ts";
import { recogniseDocument } from "./recognise.ts";

/** A text that is to be a document. */
export interface DocumentText extends Pick<InputFile, "path" | "source" | "text"> {
  /** The URI that it was retrieved by. */
  readonly uri: string;
}

/**
 * Makes a document of a text, as YAML or JSON by the name of its file. What keeps it from being one is
 * reported; the result is then `undefined`.
 */
export function parseDocument(
  { uri, ...written }: DocumentText,
  report: Report,
): Document | undefined {
  const parsed = parseFile(written, report);
  if (parsed === undefined) return undefined;
  const { file, value } = parsed;
  const recognition = recogniseDocument(value);
  if (!recognition.ok) {
    const { code, message, help, pointer } = recognition;
    report(diagnose(code, message, { help, location: { file, pointer } }));
    return undefined;
  }
  return { ...file, uri, kind: recognition.kind, value };
}
