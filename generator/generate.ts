import { emitterCode } from "./cache/emitter-code.ts";
import { type Reuse, openCache } from "./cache/output-cache.ts";
import { inputFiles, unchangedOutput } from "./cache/unchanged-output.ts";
import { outputKinds } from "./config/config.ts";
import { type Diagnostic, DiagnosticsError } from "./diagnostics/diagnostic.ts";
import { makeDocs } from "./docs/docs.ts";
import { type MadeFile, runEmitters } from "./emitters/run-emitters.ts";
import { type ExamplesOf, openExamples } from "./examples/open-examples.ts";
import { manifestFailures, withoutFailed } from "./failures.ts";
import { findBacktracking } from "./lint/backtracking.ts";
import { reportKeywords, type SchemaKeywords } from "./lint/keyword-report.ts";
import { loadPatternChecker } from "./lint/pattern-checker.ts";
import { findRefusedValues } from "./lint/refused-values.ts";
import { findUnusedDefinitions } from "./lint/unused-definitions.ts";
import { externalDocuments } from "./load/external-documents.ts";
import { readFormatModules } from "./load/format-module.ts";
import { loadInputs } from "./load/load.ts";
import { namesLockPath, readNamesLock } from "./load/names-lock.ts";
import { readOutputVersion } from "./load/output-version.ts";
import { reportCycles } from "./model/cycles.ts";
import { reportFindings } from "./model/findings.ts";
import { buildGraph } from "./model/graph.ts";
import type { SchemaModel, SchemaModule } from "./model/model.ts";
import { addVariants } from "./model/variants.ts";
import { reportLockClashes, reportNameClashes } from "./names/clashes.ts";
import { nameDeclarations } from "./names/declarations.ts";
import { type CustomFormat, nameFormats } from "./names/format-names.ts";
import { reportIdleRenames } from "./names/idle-renames.ts";
import { moduleFile } from "./names/module-files.ts";
import { namesToLock } from "./names/lock-names.ts";
import { pagePlace } from "./names/page-link.ts";
import { schemaName } from "./names/schema-name.ts";
import type { GenerateOptions } from "./options.ts";
import { evaluatePointer } from "./pointer/json-pointer.ts";
import { openFormatter } from "./format/formatter.ts";
import { formatRendered, tidyBlankLines } from "./render/format.ts";
import { type MadeModule, emitModules, hasModules } from "./render/modules.ts";
import { loadTemplates, overridesModules } from "./render/templates.ts";
import { type Resolution, resolveReferences } from "./resolve/resolve.ts";
import { compareCodeUnits } from "./text/order.ts";
import { reportTsTypes } from "./types/ts-type.ts";
import { typeSource } from "./types/type-source.ts";
import { packageVersion } from "./version.ts";
import { type OutputDifference, compareOutput } from "./write/compare-output.ts";
import { hashJson } from "./write/content-hash.ts";
import {
  type Manifest,
  type ManifestEmission,
  type ManifestEntry,
  type ManifestFormat,
  manifestPath,
  packagePath,
  serializeManifest,
} from "./write/manifest.ts";
import { serializeNamesLock } from "./write/names-lock.ts";
import { reportUnrunnable, serializePackage } from "./write/package-json.ts";
import {
  previewOutput,
  recoverOutput,
  type WriteSummary,
  writeOutput,
} from "./write/write-output.ts";

/** Everything that a run makes, before any of it is written. */
export interface BuildResult {
  /** From the POSIX path below the output folder to the text. */
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
  /** Warnings, and with `keepGoing` the errors of what could not be made. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What was made, and what writing it did. */
export interface GenerateResult extends BuildResult {
  /** What writing it did, or would do. */
  readonly summary: WriteSummary;
}

/** What was made, and how the output folder differs from it. */
export interface CheckResult extends BuildResult {
  /** By path; none where the folder is up to date. */
  readonly differences: readonly OutputDifference[];
}

/** What the keywords of the inputs come to, and what else there is to say of them. */
export interface LintResult {
  /** What is said of each schema that has a name. */
  readonly schemas: readonly SchemaKeywords[];
  /** Warnings, those included that only `lint` gives. */
  readonly diagnostics: readonly Diagnostic[];
  /** False where there are patterns, and recheck is not installed, which judges their backtracking. */
  readonly arePatternsChecked: boolean;
}

/** The model that everything is made from, and what it was made of. */
export interface PreparedModel {
  readonly model: SchemaModel;
  readonly resolution: Resolution;
  /** By the keys of their schemas, what an earlier run has named. */
  readonly locked: ReadonlyMap<string, string>;
  readonly customFormats: ReadonlyMap<string, CustomFormat>;
  /** By the keys of their schemas, what the next run is to keep. */
  readonly names: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the output in memory.
 *
 * @throws DiagnosticsError with every diagnostic of the run where one is an error, unless `keepGoing`
 */
export async function build(options: GenerateOptions): Promise<BuildResult> {
  const prepared = await prepare(options);
  const { files, manifest } = await emit(prepared, options);
  return { files, manifest, diagnostics: prepared.diagnostics };
}

/**
 * Makes the model that everything is made from.
 *
 * @throws DiagnosticsError as {@link build}
 */
export async function prepare(options: GenerateOptions): Promise<PreparedModel> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const errors = () => diagnostics.filter(isError);

  reportUnrunnable(options, report);
  const lock = readNamesLock(options.out);
  const { onProgress } = options;
  await onProgress?.({ stage: "load" });
  const customFormats = nameFormats(await readFormatModules(options.customFormats));
  const inputs = await loadInputs(
    {
      ...options,
      nameOf: (document) => schemaName({ document, pointer: "" }, options.names),
    },
    report,
  );
  await onProgress?.({ stage: "resolve" });
  const resolution = resolveReferences(
    inputs,
    {
      ...options,
      nameOf: (schema) => schemaName(schema, options.names),
      externalDocument: externalDocuments(options.maps, inputs.documents, report),
    },
    report,
  );
  await onProgress?.({ stage: "model" });
  const whole = buildGraph(resolution, report, { ...options, customFormats });
  reportCycles(whole.nodes, report);
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
  return { model, resolution, locked: lock.names, customFormats, names, diagnostics };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** What is emitted of a model. */
interface Emission extends Pick<BuildResult, "files" | "manifest"> {
  /** By the paths of the modules. */
  readonly made: ReadonlyMap<string, MadeModule>;
  /** Likewise, what each has on its page of docs. */
  readonly pages: ReadonlyMap<string, string>;
  /** Likewise, what emitters have made of each. */
  readonly emitted: ReadonlyMap<string, readonly MadeFile[]>;
}

/**
 * Emits a model.
 *
 * @param reuse what an earlier run has made of it
 */
async function emit(
  { model, customFormats, names, diagnostics }: PreparedModel,
  options: GenerateOptions,
  reuse: Reuse = {},
): Promise<Emission> {
  const render = loadTemplates(options.templates);
  // Our own templates give formatted text; of a user's nothing is known.
  const isOwn = options.templates === undefined || !overridesModules(options.templates);
  const formatModule = isOwn ? tidyBlankLines : formatRendered;
  const modules = await emitModules(model, render, {
    ...options,
    formatModule,
    formatFile: await openFormatter(options.formatter, options.out),
    showsTypes: options.emitters.length > 0,
    customFormats,
    ...(reuse.module && { reuse: reuse.module }),
  });
  const formats = [...customFormats].flatMap(([format, custom]): ManifestFormat[] => {
    const module = moduleFile(custom.module, options.emit);
    return modules.files.has(module) ? [{ format, module }] : [];
  });
  await options.onProgress?.({ stage: "docs" });
  const pages = options.outputs.has("docs")
    ? new Map(model.modules.map((module) => [module, reuse.page?.(module)]))
    : undefined;
  const docs =
    pages &&
    makeDocs(typeSource(model, options.types), modules.types, render, {
      hasGuards: options.outputs.has("guards"),
      layout: options.docs,
      examplesOf: await examplesFor(model, customFormats, pages),
      reuse: (module) => pages.get(module),
    });
  const own = new Map([...modules.files, ...(docs?.files ?? [])]);
  const emitted = await runEmitters(
    options.emitters,
    { model, types: modules.types, outputs: options.outputs },
    {
      taken: [...own.keys(), manifestPath, namesLockPath, packagePath],
      ...(reuse.emitted && { reuse: reuse.emitted }),
    },
  );
  const manifest: Manifest = {
    version: 1,
    generator: `schemaloom@${packageVersion()}`,
    ...(options.outputs.size < outputKinds.length && {
      outputs: outputKinds.filter((kind) => options.outputs.has(kind)),
    }),
    ...(options.emit !== "ts" && { emit: options.emit }),
    ...(options.package && { package: options.package.name }),
    entries: manifestEntries(model, options),
    failed: manifestFailures(diagnostics.filter(isError)),
    ...(formats.length > 0 && { formats }),
    ...(emitted.files.length > 0 && { emitted: manifestEmissions(emitted.files) }),
  };
  const files = new Map([
    ...own,
    ...emitted.files.map(({ path, content }) => [path, content] as const),
    [manifestPath, serializeManifest(manifest)] as const,
    [namesLockPath, serializeNamesLock(names)] as const,
    ...packageFile(options, manifest),
  ]);
  return {
    files: new Map([...files].sort(([a], [b]) => compareCodeUnits(a, b))),
    manifest,
    made: modules.made,
    pages: docs?.pages ?? new Map(),
    emitted: emitted.ofModules,
  };
}

/** What gives the examples of the modules whose pages are to be made. */
function examplesFor(
  model: SchemaModel,
  customFormats: PreparedModel["customFormats"],
  pages: ReadonlyMap<SchemaModule, string | undefined>,
): Promise<ExamplesOf> {
  const modules = model.modules.filter((module) => pages.get(module) === undefined);
  const ids = modules.flatMap(({ declarations }) => declarations.map(({ node }) => node));
  return openExamples(model, ids, customFormats);
}

function manifestEmissions(files: readonly MadeFile[]): ManifestEmission[] {
  return files.map(({ path, emitter, of }) => ({ path, emitter, ...of }));
}

/** The package.json of an output that is a package. */
function packageFile(
  { package: described, out }: GenerateOptions,
  manifest: Manifest,
): (readonly [file: string, text: string])[] {
  if (described === undefined) return [];
  const version = described.version ?? readOutputVersion(out) ?? "0.0.0";
  return [[packagePath, serializePackage({ ...described, version }, manifest)]];
}

/** What a manifest says of each declaration, by source and pointer. */
export function manifestEntries(
  model: SchemaModel,
  { outputs, emit }: Pick<GenerateOptions, "outputs" | "emit">,
): ManifestEntry[] {
  return model.modules
    .flatMap((module) => module.declarations)
    .filter(({ specialized, variant }) => !specialized && variant === undefined)
    .map((declaration): ManifestEntry => {
      const { document, pointer } = locationOf(model, declaration.node);
      const { exports } = declaration;
      const found = evaluatePointer(document.value, pointer);
      return {
        source: document.source,
        pointer,
        name: declaration.name,
        root: declaration.root,
        ...(hasModules(outputs) && { module: moduleFile(declaration.module, emit) }),
        ...(outputs.has("types") && { type: exports.type }),
        ...(outputs.has("guards") && { guard: exports.guard, validator: exports.validator }),
        ...(outputs.has("docs") && { docs: pagePlace(declaration) }),
        hash: hashJson(found.found ? found.value : null),
      };
    })
    .sort((a, b) => compareCodeUnits(a.source, b.source) || compareCodeUnits(a.pointer, b.pointer));
}

function locationOf(model: SchemaModel, id: number) {
  const node = model.nodes[id];
  if (node === undefined) throw new RangeError(`no node ${id}`);
  return node.location;
}

/**
 * Makes the output and writes it: `out` then holds the new set whole, or still the old one. What an
 * earlier run made of the same is taken from the cache, and where nothing has changed since that run,
 * nothing is made.
 *
 * @throws DiagnosticsError as {@link build}, and where the output folder cannot be written
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  await recoverOutput(options.out);
  return (await unchangedOutput(options)) ?? generateAnew(options);
}

/**
 * Makes the output as {@link generate} does, of a run that is known to have something to make.
 */
export async function generateAnew(options: GenerateOptions): Promise<GenerateResult> {
  const { files, manifest, diagnostics, holds, remember } = await buildByCache(options);
  await options.onProgress?.({ stage: "write" });
  const summary = await writeOutput(options.out, files, holds);
  remember();
  return { files, manifest, diagnostics, summary };
}

/**
 * Makes the output in memory and tells what {@link generate} would write and remove. Touches nothing.
 *
 * @throws DiagnosticsError as {@link generate}
 */
export async function preview(options: GenerateOptions): Promise<GenerateResult> {
  const { files, manifest, diagnostics, holds } = await buildByCache(options);
  const summary = await previewOutput(options.out, files, holds);
  return { files, manifest, diagnostics, summary };
}

/** Makes the output in memory, with what an earlier run has made of the same. */
async function buildByCache(options: GenerateOptions) {
  const begin = Date.now();
  const inputs = options.cache ? await inputFiles(options) : [];
  const prepared = await prepare(options);
  const { diagnostics } = prepared;
  const code = await emitterCode(options);
  const cache = await openCache(options, { ...prepared, begin, inputs, emitterCode: code });
  const { files, manifest, ...parts } = await emit(prepared, options, cache?.reuse);
  const remember = () => {
    if (!diagnostics.some(isError)) cache?.remember({ files, ...parts });
  };
  return { files, manifest, diagnostics, holds: cache?.holds, remember };
}

/**
 * Makes the output and holds it against what stands in `out`, which is left as it is.
 *
 * @throws DiagnosticsError as {@link build}, and where the output folder cannot be read
 */
export async function check(options: GenerateOptions): Promise<CheckResult> {
  const result = await build(options);
  return { ...result, differences: await compareOutput(options.out, result.files) };
}

/**
 * Says of each keyword of the inputs whether the type says it, only the guard checks it, or nobody
 * does. Writes nothing.
 *
 * @throws DiagnosticsError as {@link build}
 */
export async function lint(options: GenerateOptions): Promise<LintResult> {
  const { model, customFormats, diagnostics } = await prepare(options);
  const source = typeSource(model, options.types);
  const backtracking = await findBacktracking(model, () => loadPatternChecker(options.cwd));
  return {
    schemas: reportKeywords(source, options.formats),
    diagnostics: [
      ...diagnostics,
      ...findUnusedDefinitions(model),
      ...(await findRefusedValues(model, customFormats)),
      ...backtracking.diagnostics,
    ],
    arePatternsChecked: backtracking.areChecked,
  };
}
