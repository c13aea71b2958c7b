import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Target } from "../../config/targets.ts";
import { diagnose } from "../../diagnostics/diagnose.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { openFormatter } from "../../format/formatter.ts";
import { build, type BuildResult } from "../../generate.ts";
import { parseJson } from "../../load/parse-json.ts";
import { parseYaml } from "../../load/parse-yaml.ts";
import type { GenerateOptions } from "../../options.ts";
import { joinRuntime } from "../../render/single-module.ts";
import type { ReportMode } from "../report-mode.ts";
import { tellDiagnostics } from "../tell.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

/** What diagnostics call the file. */
const stdinName = "<stdin>";

/**
 * Runs `schemaloom generate -`: reads one schema, as JSON or YAML, from stdin and writes one module
 * that imports nothing to stdout; where docs alone are wanted, its page in Markdown.
 *
 * @param name what the schema is called
 * @throws DiagnosticsError where there is an error; nothing is written to stdout then
 */
export async function runGenerateStdin(
  { options }: Target,
  name: string,
  mode: ReportMode,
  terminal: Terminal,
): Promise<ExitCode> {
  const text = await readAll(terminal);
  const folder = await mkdtemp(path.join(tmpdir(), "schemaloom-"));
  try {
    const file = path.join(folder, `${name}.${isYaml(text) ? "yaml" : "json"}`);
    await writeFile(file, text);
    const placed = (diagnostics: readonly Diagnostic[]) =>
      diagnostics.map((each) => atStdin(each, file, options.cwd));
    const { files, manifest, diagnostics } = await build(
      singleOptions(options, file, folder),
    ).catch((fault: unknown) => {
      if (!(fault instanceof DiagnosticsError)) throw fault;
      throw new DiagnosticsError(placed(fault.diagnostics));
    });
    await tellDiagnostics(placed(diagnostics), mode, terminal);
    const formatFile = await openFormatter(options.formatter, options.cwd);
    const single = singleFile({ files, manifest });
    terminal.stdout.write(await formatFile(single.text, single.path));
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where a module is wanted, no page of docs that its comments could lead to is made. */
function singleOptions(options: GenerateOptions, file: string, folder: string): GenerateOptions {
  const modules = [...options.outputs].filter((kind) => kind === "types" || kind === "guards");
  return {
    ...options,
    inputs: [file],
    overlays: [],
    emitters: [],
    out: path.join(folder, "generated"),
    outputs: modules.length === 0 ? options.outputs : new Set(modules),
    formatter: { kind: "own" },
    emit: "ts",
    package: undefined,
    keepGoing: false,
  };
}

function singleFile({ files, manifest }: Pick<BuildResult, "files" | "manifest">) {
  const [root, ...others] = manifest.entries.filter((entry) => entry.root);
  if (root === undefined || others.length > 0 || (manifest.formats ?? []).length > 0) {
    throw new DiagnosticsError([
      diagnose("stdin-unsupported", "What is made of stdin is more than one module", {
        help: "write an OpenAPI document, or a schema that refers to others or needs formats of yours, to a file, and name an output folder by --out",
      }),
    ]);
  }
  const path = root.module ?? root.docs ?? "";
  const text = files.get(path) ?? "";
  return {
    path,
    text: root.module === undefined ? text : joinRuntime(text, files.get("runtime.ts")),
  };
}

async function readAll({ stdin }: Terminal): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) {
    chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Whether a text is to be read as YAML: what is no JSON and does not look as if it should be. */
function isYaml(text: string): boolean {
  if (parseJson(text).ok) return false;
  return parseYaml(text).ok || !/^\s*[{["]/.test(text);
}

function atStdin(diagnostic: Diagnostic, file: string, cwd: string): Diagnostic {
  const { location } = diagnostic;
  if (location?.file.path !== file) return diagnostic;
  const named = { ...location.file, path: path.join(cwd, stdinName), source: stdinName };
  return { ...diagnostic, location: { ...location, file: named } };
}
