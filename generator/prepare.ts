import { type Diagnostic, DiagnosticsError } from "./diagnostics/diagnostic.ts";
import { readCustomKeywords } from "./custom-keywords.ts";
import { withoutFailed } from "./failures.ts";
import { externalDocuments } from "./load/external-documents.ts";
import type { LoadedInputs } from "./load/document.ts";
import { readFormatModules } from "./load/predicate-module.ts";
import { lockedDocuments } from "./load/locked-documents.ts";
import { loadInputs } from "./load/load.ts";
import { type NamesLock, readNamesLock } from "./load/names-lock.ts";
import { reportCycles } from "./model/cycles.ts";
import { reportDepth } from "./model/depth.ts";
import { reportFindings } from "./model/findings.ts";
import { buildGraph } from "./model/graph.ts";
import type { SchemaModel } from "./model/model.ts";
import { reportMultiplied } from "./model/multiplication.ts";
import { addVariants } from "./model/variants.ts";
import { reportLockClashes, reportNameClashes } from "./names/clashes.ts";
import { nameDeclarations } from "./names/declarations.ts";
import {
  type CustomFormat,
  type CustomPredicate,
  type NamedKeyword,
  nameFormats,
} from "./names/custom-predicates.ts";
import { reportIdleRenames } from "./names/idle-renames.ts";
import { namesToLock } from "./names/lock-names.ts";
import { schemaName } from "./names/schema-name.ts";
import type { GenerateOptions } from "./options.ts";
import { type Resolution, resolveReferences } from "./resolve/resolve.ts";
import { reportTsTypes } from "./types/ts-type.ts";
import { reportUnrunnable } from "./write/package-json.ts";

/** The model that everything is made from, and what it was made of. */
export interface PreparedModel {
  readonly model: SchemaModel;
  readonly resolution: Resolution;
  /** By the keys of their schemas, what an earlier run has named. */
  readonly locked: ReadonlyMap<string, string>;
  /** Those that guards may call. */
  readonly predicates: readonly CustomPredicate[];
  /** By the keys of their schemas, what the next run is to keep. */
  readonly names: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a run has read. */
export interface LoadedRun {
  readonly inputs: LoadedInputs;
  readonly lock: NamesLock;
  readonly customFormats: ReadonlyMap<string, CustomFormat>;
  readonly customKeywords: ReadonlyMap<string, NamedKeyword>;
  /** What was found wrong with it so far. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the model that everything is made from.
 *
 * @throws DiagnosticsError as {@link build}
 */
export async function prepare(options: GenerateOptions): Promise<PreparedModel> {
  return prepareLoaded(await loadRun(options), options);
}

/**
 * Reads what the model is made from.
 *
 * @throws DiagnosticsError (`names-lock-invalid`) where the lock of names is at fault
 */
export async function loadRun(options: GenerateOptions): Promise<LoadedRun> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  reportUnrunnable(options, report);
  const lock = readNamesLock(options.out);
  await options.onProgress?.({ stage: "load" });
  const customFormats = nameFormats(await readFormatModules(options.customFormats));
  const customKeywords = await readCustomKeywords(options.keywords);
  const inputs = await loadInputs(
    {
      ...options,
      nameOf: (document) => schemaName({ document, pointer: "" }, options.names),
    },
    report,
  );
  return { inputs, lock, customFormats, customKeywords, diagnostics };
}

/**
 * Makes the model of what a run has read.
 *
 * @throws DiagnosticsError as {@link build}
 */
export async function prepareLoaded(
  { inputs, lock, customFormats, customKeywords, diagnostics: loading }: LoadedRun,
  options: GenerateOptions,
): Promise<PreparedModel> {
  const diagnostics = [...loading];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const errors = () => diagnostics.filter(isError);
  const { onProgress } = options;
  const remote = lockedDocuments(options.remote, report);
  await onProgress?.({ stage: "resolve" });
  const resolution = resolveReferences(
    inputs,
    {
      ...options,
      nameOf: (schema) => schemaName(schema, options.names),
      external: externalDocuments(options, inputs.documents, remote, report),
    },
    report,
  );
  await onProgress?.({ stage: "model" });
  const whole = buildGraph(resolution, report, { ...options, customFormats, customKeywords });
  reportCycles(whole.nodes, report);
  // What comes next follows schemas as far as they lead.
  const isBounded = reportDepth(whole, report) && reportMultiplied(whole, report);
  if (!isBounded) throw new DiagnosticsError(diagnostics);
  if (options.types.tsType) await reportTsTypes(whole.nodes, report);
  reportNameClashes(whole, options.names, lock.names, report);
  const graph = options.keepGoing ? withoutFailed(whole, errors(), report) : whole;
  const named = options.types.variants ? addVariants(graph) : graph;
  const isLocked = reportLockClashes(named, options.names, lock, report);
  const model = nameDeclarations(named, options.names, lock.names, options.docs);
  reportFindings(graph, (node) => model.declarations.get(node)?.name, report);
  const isWhole = errors().length === 0;
  if (isWhole) reportIdleRenames(named, options.names, report);
  // What stands in the lock cannot be made up for, so nothing is written over one that is at fault.
  if (!isLocked || !(isWhole || options.keepGoing)) throw new DiagnosticsError(diagnostics);
  const names = namesToLock(model, isWhole ? undefined : lock.names);
  const predicates = [
    ...customFormats.values(),
    ...[...customKeywords.values()].map(({ predicate }) => predicate),
  ];
  return { model, resolution, locked: lock.names, predicates, names, diagnostics };
}

/** Whether a diagnostic keeps a run from being whole. */
export function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
