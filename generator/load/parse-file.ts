import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { faultReason } from "../diagnostics/fault-reason.ts";
import type { InputFile } from "./document.ts";
import { parseJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";

/** A file with the JSON value that its text stands for. */
export interface ParsedFile {
  readonly file: InputFile;
  readonly value: unknown;
}

/**
 * The diagnostic of a file that `readText` could not read.
 */
export function unreadableInput(path: string, source: string, fault: unknown): Diagnostic {
  const file: InputFile = { path, source, text: "", rangeOf: () => undefined };
  return diagnose("input-unreadable", `the file cannot be read: ${faultReason(fault)}`, {
    help: "inputs are files of UTF-8 text that the current user may read",
    location: { file },
  });
}

/**
 * Parses the text of a file: as YAML where its name ends in `.yaml` or `.yml`, else as JSON. Faults
 * are reported; the result is then `undefined`.
 */
export function parseFile(
  { path, source, text }: Pick<InputFile, "path" | "source" | "text">,
  report: Report,
): ParsedFile | undefined {
  const parsed = /\.ya?ml$/i.test(path) ? parseYaml(text) : parseJson(text);
  const rangeOf = parsed.ok ? parsed.rangeOf : () => undefined;
  const file: InputFile = { path, source, text, rangeOf };
  if (parsed.ok) return { file, value: parsed.value };
  for (const { code, message, help, range } of parsed.faults) {
    report(diagnose(code, message, { help, location: { file, range } }));
  }
  return undefined;
}
