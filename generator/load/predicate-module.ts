import { diagnose } from "../diagnostics/diagnose.ts";
import { type Diagnostic, DiagnosticsError, type SourceRange } from "../diagnostics/diagnostic.ts";
import { faultReason } from "../diagnostics/fault-reason.ts";
import { nodeRange, parseModule } from "../syntax/syntax-tree.ts";
import {
  type ArgumentType,
  type ConstrainedType,
  findPredicate,
  formatPredicate,
  keywordPredicate,
  type PredicateForm,
} from "./exported-predicate.ts";
import { readText } from "./read-text.ts";

/** A module of a user's that exports a predicate, fit to be carried into the output. */
export interface PredicateModule {
  /** The absolute path of the module. */
  readonly path: string;
  /** False for JavaScript, which says nothing of types. */
  readonly typed: boolean;
  /** The text of the module, but that it exports nothing. */
  readonly text: string;
  /** The name of the function in it that judges a value. */
  readonly predicate: string;
  /** The type of the values that it judges. */
  readonly constrains: ConstrainedType;
  /** What it takes besides; absent where it takes the value alone. */
  readonly argument?: ArgumentType;
}

/** A custom format: a module that exports the predicate for it. */
export interface FormatModule extends PredicateModule {
  readonly format: string;
  readonly constrains: "string" | "number";
}

/** A custom keyword, likewise. */
export interface KeywordModule extends PredicateModule {
  readonly keyword: string;
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
  const read = await readAll(modules, formatPredicate);
  return read.map(([format, module]) => {
    const constrains = module.constrains === "number" ? "number" : "string";
    return { ...module, format, constrains };
  });
}

/**
 * Reads the modules of custom keywords, as {@link readFormatModules} does those of formats. Their
 * functions may take arrays and objects, too, and what the schema gives the keyword.
 *
 * @param modules from the keyword to the absolute path of its module
 * @throws DiagnosticsError (`keyword-module-invalid`) with the faults of all of them
 */
export async function readKeywordModules(
  modules: ReadonlyMap<string, string>,
): Promise<readonly KeywordModule[]> {
  const read = await readAll(modules, keywordPredicate);
  return read.map(([keyword, module]) => ({ ...module, keyword }));
}

async function readAll(
  modules: ReadonlyMap<string, string>,
  form: PredicateForm,
): Promise<readonly (readonly [name: string, module: PredicateModule])[]> {
  const read = await Promise.all(
    [...modules].map(async ([name, path]) => [name, await readModule(name, path, form)] as const),
  );
  const faults = read.flatMap(([, each]) => ("faults" in each ? each.faults : []));
  if (faults.length > 0) throw new DiagnosticsError(faults);
  return read.flatMap(([name, each]) => ("faults" in each ? [] : [[name, each] as const]));
}

async function readModule(
  name: string,
  path: string,
  form: PredicateForm,
): Promise<PredicateModule | { readonly faults: readonly Diagnostic[] }> {
  let text = "";
  const fault = (reason: string, help: string, range?: SourceRange) =>
    diagnose(form.code, `the module of the ${form.of} ${JSON.stringify(name)} ${reason}`, {
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
  const search = findPredicate(parsed.program, typed, form);
  if (!search.ok) {
    return {
      faults: search.faults.map(({ reason, help, node }) => fault(reason, help, nodeRange(node))),
    };
  }
  const { name: predicate, constrains, argument, statement, declaration } = search.predicate;
  const unexported = text.slice(0, statement.start) + text.slice(declaration.start);
  return { path, typed, text: unexported, predicate, constrains, ...(argument && { argument }) };
}
