import { diagnose } from "../diagnostics/diagnose.ts";
import { type Diagnostic, DiagnosticsError, type SourceRange } from "../diagnostics/diagnostic.ts";
import { faultReason } from "../diagnostics/fault-reason.ts";
import { findPredicate } from "./format-predicate.ts";
import { readText } from "./read-text.ts";
import { nodeRange, parseModule } from "../syntax/syntax-tree.ts";

/** A custom format: a module that exports the predicate for it. */
export interface FormatModule {
  readonly format: string;
  /** The absolute path of the module. */
  readonly path: string;
  /** False for JavaScript, which says nothing of types. */
  readonly typed: boolean;
  /** The text of the module, but that it exports nothing. */
  readonly text: string;
  /** The name of the function in it that tells whether a value has the format. */
  readonly predicate: string;
  /** The type of the values that the format says anything of. */
  readonly constrains: "string" | "number";
}

/**
 * Reads the modules of custom formats. Each must be fit to be carried into the output: import
 * nothing, hold TypeScript whose types can be erased, and export one function of one string or
 * number.
 *
 * @param modules from the format to the absolute path of its module
 * @throws DiagnosticsError (`format-invalid`) with the faults of all of them
 */
export async function readFormatModules(
  modules: ReadonlyMap<string, string>,
): Promise<readonly FormatModule[]> {
  const read = await Promise.all([...modules].map((entry) => readFormatModule(...entry)));
  const faults = read.flatMap((each) => ("faults" in each ? each.faults : []));
  if (faults.length > 0) throw new DiagnosticsError(faults);
  return read.flatMap((each) => ("faults" in each ? [] : each));
}

async function readFormatModule(
  format: string,
  path: string,
): Promise<FormatModule | { readonly faults: readonly Diagnostic[] }> {
  let text = "";
  const fault = (reason: string, help: string, range?: SourceRange) =>
    diagnose("format-invalid", `the module of the format ${JSON.stringify(format)} ${reason}`, {
      help,
      location: { file: { path, text, rangeOf: () => undefined }, ...(range && { range }) },
    });
  try {
    text = readText(path).replace(/^\uFEFF/, "");
  } catch (reason) {
    const help = "name a module of TypeScript or JavaScript, by its path relative to the config";
    return { faults: [fault(`cannot be read: ${faultReason(reason)}`, help)] };
  }
  const parsed = await parseModule(text);
  if (!parsed.ok) {
    const help = "write a module of TypeScript or JavaScript";
    return { faults: [fault(`cannot be parsed: ${parsed.message}`, help, parsed.range)] };
  }
  const typed = /\.[cm]?tsx?$/.test(path);
  const search = findPredicate(parsed.program, typed);
  if (!search.ok) {
    return {
      faults: search.faults.map(({ reason, help, node }) => fault(reason, help, nodeRange(node))),
    };
  }
  const { name, constrains, statement, declaration } = search.predicate;
  const unexported = text.slice(0, statement.start) + text.slice(declaration.start);
  return { format, path, typed, text: unexported, predicate: name, constrains };
}
