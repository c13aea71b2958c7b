import path from "node:path";
import type { Target } from "../../config/targets.ts";
import { type DiagnosticCode, diagnosticSeverities } from "../../diagnostics/catalogue.ts";
import { codeText } from "../../diagnostics/code-page.ts";
import { explanations } from "../../diagnostics/explanations.ts";
import { diagnose } from "../../diagnostics/diagnose.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { explainSchema } from "../../explain/explain.ts";
import { findPlace } from "../../explain/find-place.ts";
import { type PreparedModel, prepare } from "../../prepare.ts";
import type { Document } from "../../load/document.ts";
import type { GenerateOptions } from "../../options.ts";
import { diagnosticJson } from "../diagnostic-json.ts";
import { formatExplanation } from "../explanation-text.ts";
import type { ReportMode } from "../report-mode.ts";
import { tellDiagnostics, writeJson } from "../tell.ts";
import { hasColor, type ExitCode, type Terminal } from "../terminal.ts";

/**
 * Prints what a code of a diagnostic means.
 */
export function runExplainCode(
  code: DiagnosticCode,
  { json = false }: ReportMode,
  terminal: Terminal,
): ExitCode {
  const severity = diagnosticSeverities[code];
  if (json) writeJson({ version: 1, code, severity, meaning: explanations[code] }, terminal);
  else terminal.stdout.write(`${code}\n${codeText(code)}\n`);
  return 0;
}

interface ReadDocument {
  readonly prepared: PreparedModel;
  readonly options: GenerateOptions;
  readonly document: Document;
}

/**
 * Runs `schemaloom explain`: prints what was understood of one schema, as the first target has it that
 * reads its file; where none does, as the file is by itself. Errors elsewhere do not keep it from that.
 *
 * @param place a file, and behind a `#` a JSON Pointer or an anchor
 * @throws DiagnosticsError where there is no such schema
 */
export async function runExplain(
  place: string,
  targets: readonly Target[],
  mode: ReportMode,
  terminal: Terminal,
): Promise<ExitCode> {
  const { file, fragment } = explainedFile(place, terminal);
  const { prepared, options, document } = await readDocument(file, targets);
  const found = findPlace(prepared.resolution, document, fragment);
  if (!found.ok) throw new DiagnosticsError([found.fault]);
  const { model, locked } = prepared;
  const explanation = await explainSchema({ model, options, locked }, found.place, found.asked);
  if (explanation === undefined) throw new DiagnosticsError([unused(found.place)]);
  const diagnostics = prepared.diagnostics.filter((each) => standsIn(each, found.place));
  if (mode.json === true) {
    const told = diagnostics.map((each) => diagnosticJson(each, terminal.cwd));
    writeJson({ version: 1, explanation, diagnostics: told }, terminal);
  } else {
    const color = hasColor(terminal, terminal.stdout);
    terminal.stdout.write(`${formatExplanation(explanation, { color })}\n`);
  }
  await tellDiagnostics(diagnostics, mode, terminal);
  return 0;
}

/**
 * Takes a place apart: its file as an absolute path, and the fragment without its `#`.
 */
export function explainedFile(place: string, { cwd }: Pick<Terminal, "cwd">) {
  const hash = place.indexOf("#");
  const [file, fragment] = hash < 0 ? [place, ""] : [place.slice(0, hash), place.slice(hash + 1)];
  return { file: path.resolve(cwd, file), fragment };
}

async function readDocument(file: string, targets: readonly Target[]): Promise<ReadDocument> {
  const [first] = targets;
  const alone = first && { ...first.options, inputs: [file], overlays: [] };
  let faults: readonly Diagnostic[] = [];
  for (const each of [...targets.map(({ options }) => options), ...(alone ? [alone] : [])]) {
    const options = { ...each, keepGoing: true };
    const prepared = await prepare(options);
    const { documents } = prepared.resolution.inputs;
    const document = documents.find((candidate) => candidate.path === file);
    if (document !== undefined) return { prepared, options, document };
    faults = prepared.diagnostics;
  }
  // What the file by itself is reported for, as that it does not exist, says why there is none.
  throw new DiagnosticsError(faults);
}

function standsIn({ location }: Diagnostic, place: { document: Document; pointer: string }) {
  if (location?.file.path !== place.document.path) return false;
  const pointer = location.pointer ?? "";
  return pointer === place.pointer || pointer.startsWith(`${place.pointer}/`);
}

function unused({ document, pointer }: { document: Document; pointer: string }): Diagnostic {
  const message = `Nothing is made of the schema at #${pointer}, since nothing that is made refers to it`;
  return diagnose("pointer-not-found", message, {
    help: "refer to it, or put it among the definitions",
    location: { file: document, pointer },
  });
}
