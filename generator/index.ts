import { resolve } from "node:path";
import type { TargetConfig } from "./config/config.ts";
import type { Comparison } from "./compare/comparison.ts";
import { resolveOptions } from "./config/resolve-options.ts";
import * as pipeline from "./generate.ts";
import type { BuildResult, CheckResult, GenerateResult, LintResult } from "./generate.ts";
import { diff as compareSets } from "./diff.ts";
import {
  type FetchedRemote,
  type FetchOptions,
  fetchRemote as fetchDocuments,
} from "./fetch/fetch-remote.ts";
import type { GenerateOptions } from "./options.ts";
import type { OnProgress } from "./progress.ts";

export type {
  Change,
  ChangePlace,
  ComparedSchema,
  Comparison,
  Effect,
  SchemaComparison,
  SchemaStatus,
} from "./compare/comparison.ts";
export {
  type Audience,
  type BreakCount,
  stepOf,
  type StepVerdict,
  type VersionStep,
} from "./compare/version-step.ts";
export type { PluginOptions } from "./bundlers/plugin-options.ts";
export { type Config, defineConfig, type TargetConfig } from "./config/config.ts";
export type {
  DialectName,
  DocsLayout,
  EmitForm,
  EnumForm,
  FormatForm,
  ImportExtension,
  KeywordConfig,
  NamesConfig,
  NameSource,
  OpenObjectForm,
  OutputKind,
  PackageConfig,
  ReferencesConfig,
  RemoteConfig,
  TypesConfig,
} from "./config/generated/Config.ts";
export type { DiagnosticCode, Severity } from "./diagnostics/catalogue.ts";
export {
  type Diagnostic,
  type DiagnosticLocation,
  DiagnosticsError,
  type SourceFile,
  type SourcePosition,
  type SourceRange,
} from "./diagnostics/diagnostic.ts";
export {
  defineEmitter,
  type EmittedFile,
  type EmittedFiles,
  type Emitter,
} from "./emitters/emitter.ts";
export type {
  AnnotationsView,
  ConditionView,
  ConstraintsView,
  ContainsView,
  DeclarationView,
  DependentSchemaView,
  DiscriminatorView,
  ExportsView,
  JsonType,
  ListedValueView,
  ModuleView,
  PatternPropertyView,
  PropertyView,
  ReferenceView,
  SchemaView,
  ValueType,
} from "./emitters/views.ts";
export type { FetchedRemote, FetchOptions } from "./fetch/fetch-remote.ts";
export { formatDiagnostics, type FormatOptions } from "./diagnostics/format.ts";
export type { BuildResult, CheckResult, GenerateResult, LintResult } from "./generate.ts";
export type { KeywordUses, SchemaKeywords } from "./lint/keyword-report.ts";
export type { Sayer } from "./lint/statement.ts";
export type { OutputDifference } from "./write/compare-output.ts";
export type {
  Manifest,
  ManifestEmission,
  ManifestEntry,
  ManifestFailure,
  ManifestFormat,
  ManifestKeyword,
} from "./write/manifest.ts";
export type { OnProgress, Progress, Stage } from "./progress.ts";
export type { WriteSummary } from "./write/write-output.ts";

/** What a run is told: what a config file can say of one target, and how to run. */
export interface RunOptions extends TargetConfig {
  /** The folder that relative paths start from; the working directory unless named. */
  readonly cwd?: string;
  /** Make all that can be made, and list in the manifest what cannot. */
  readonly keepGoing?: boolean;
  /** Whether `generate` takes from the cache what an earlier run has made; true unless said. */
  readonly cache?: boolean;
  /** Is told how far the run has come, which waits for it. */
  readonly onProgress?: OnProgress;
}

/**
 * Makes the output in memory. Writes nothing.
 *
 * @param options what to make, of which schemas, and how
 * @returns the files by their paths below the output folder, the manifest and all warnings
 * @throws DiagnosticsError with every diagnostic of the run where one is an error, unless `keepGoing`
 */
export async function build(options: RunOptions): Promise<BuildResult> {
  return pipeline.build(withDefaults(options));
}

/**
 * Makes the output and writes it: `out` then holds the new set whole, or still the old one.
 *
 * @param options what to make, of which schemas, and how
 * @returns what {@link build} gives, and in `summary` what was written and removed
 * @throws DiagnosticsError as {@link build}, and where the output folder cannot be written
 */
export async function generate(options: RunOptions): Promise<GenerateResult> {
  return pipeline.generate(withDefaults(options));
}

/**
 * Makes the output in memory and tells, in `summary`, what `generate` would write and remove. Touches
 * nothing.
 *
 * @param options what to make, of which schemas, and how
 * @returns what {@link generate} gives
 * @throws DiagnosticsError as {@link generate}
 */
export async function preview(options: RunOptions): Promise<GenerateResult> {
  return pipeline.preview(withDefaults(options));
}

/**
 * Makes the output and holds it against what stands in `out`, which is left as it is.
 *
 * @param options what to make, of which schemas, and how
 * @returns what {@link build} gives, and in `differences` each file that is missing, changed or surplus
 * @throws DiagnosticsError as {@link build}, and where the output folder cannot be read
 */
export async function check(options: RunOptions): Promise<CheckResult> {
  return pipeline.check(withDefaults(options));
}

/**
 * Says of each keyword of the inputs whether the type says it, only the guard checks it, or nobody
 * does. Writes nothing.
 *
 * @param options what to make, of which schemas, and how
 * @returns what is said of each schema that has a name, and all that `lint` warns about
 * @throws DiagnosticsError as {@link build}
 */
export async function lint(options: RunOptions): Promise<LintResult> {
  return pipeline.lint(withDefaults(options));
}

/**
 * Fetches the documents on the web that schemas lead to, of the origins that `remote` allows, as far as
 * they are not locked yet, and locks them. The lock and the copies stand in the folder that relative paths
 * start from. Nothing else makes a request.
 *
 * @param options which schemas to read, and how
 * @returns what became of each document
 * @throws DiagnosticsError where inputs cannot be read, with each reference to what is not fetched, and
 * where the lock cannot be read or written
 */
export async function fetchRemote(
  options: RunOptions,
  fetchOptions: FetchOptions = {},
): Promise<readonly FetchedRemote[]> {
  return fetchDocuments([withDefaults(options)], fetchOptions);
}

/** How `diff` compares. */
export interface DiffOptions {
  /** Whether properties that a schema does not declare are taken not to be there; not unless told. */
  readonly ignoreUndeclared?: boolean;
}

/**
 * Tells what changed from one set of schemas to another, in types and in what guards accept, and whom
 * each change breaks; `stepOf` tells the step of the version. Writes nothing.
 *
 * @param old the set of schemas as it was, and how it is read
 * @param later the set of schemas as it is
 * @returns each named schema that is not as it was, with its changes
 * @throws DiagnosticsError as {@link build}, for either set
 */
export async function diff(
  old: RunOptions,
  later: RunOptions,
  { ignoreUndeclared = false }: DiffOptions = {},
): Promise<Comparison> {
  const { comparison } = await compareSets(
    { kind: "schemas", options: withDefaults(old) },
    { kind: "schemas", options: withDefaults(later) },
    { ignoreUndeclared },
  );
  return comparison;
}

function withDefaults({
  cwd = "",
  keepGoing = false,
  cache = true,
  onProgress,
  ...config
}: RunOptions): GenerateOptions {
  const directory = resolve(cwd);
  const options = resolveOptions(
    { directory, config },
    { inputs: [], keepGoing, cache },
    directory,
  );
  return { ...options, ...(onProgress && { onProgress }) };
}
