import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { faultReason } from "../diagnostics/fault-reason.ts";
import type { InputFile } from "./document.ts";
import { findDeepNesting, mostNesting } from "./nesting.ts";
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
  if (parsed.ok) {
    const deep = findDeepNesting(parsed.value);
    if (deep === undefined) return { file, value: parsed.value };
    report(tooDeep(file, deep));
    return undefined;
  }
  for (const { code, message, help, range } of parsed.faults) {
    report(diagnose(code, message, { help, location: { file, range } }));
  }
  return undefined;
}

function tooDeep(file: InputFile, pointer: string): Diagnostic {
  const message = `the file is nested deeper than ${mostNesting} levels of objects and arrays`;
  return diagnose("schema-too-deep", message, {
    help: "move inner schemas to $defs, and refer to them by $ref",
    location: { file, pointer },
  });
}
