import { outputKinds } from "./config/config.ts";
import { makeDocs, type ModulePages } from "./docs/docs.ts";
import { type MadeFile, runEmitters } from "./emitters/run-emitters.ts";
import { openProse } from "./docs/site/render-prose.ts";
import { type ExamplesOf, openExamples } from "./examples/open-examples.ts";
import type { GuardScript } from "./guards/guards.ts";
import { manifestFailures } from "./failures.ts";
import { namesLockPath } from "./load/names-lock.ts";
import { readOutputVersion } from "./load/output-version.ts";
import type { SchemaModel, SchemaModule } from "./model/model.ts";
import { moduleFile } from "./names/module-files.ts";
import type { GenerateOptions } from "./options.ts";
import { openFormatter } from "./format/formatter.ts";
import { formatRendered, tidyBlankLines } from "./render/format.ts";
import { type MadeModule, emitModules } from "./render/modules.ts";
import { loadTemplates, overridesModules } from "./render/templates.ts";
import { compareCodeUnits } from "./text/order.ts";
import { typeSource } from "./types/type-source.ts";
import { packageVersion } from "./version.ts";
import {
  type Manifest,
  type ManifestEmission,
  type ManifestFormat,
  manifestPath,
  packagePath,
  serializeManifest,
} from "./write/manifest.ts";
import { serializeNamesLock } from "./write/names-lock.ts";
import { serializePackage } from "./write/package-json.ts";
import type { OutputCache } from "./cache/output-cache.ts";
import { manifestEntries } from "./manifest-entries.ts";
import { isError, type PreparedModel } from "./prepare.ts";

/** What is emitted of a model. */
export interface Emission {
  /** From the POSIX path below the output folder to the text. */
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
  /** By the paths of the modules. */
  readonly made: ReadonlyMap<string, MadeModule>;
  /** Likewise, the pages of each. */
  readonly pages: ReadonlyMap<string, ModulePages>;
  /** Likewise, what emitters have made of each. */
  readonly emitted: ReadonlyMap<string, readonly MadeFile[]>;
}

/**
 * Emits a model.
 *
 * @param cache what an earlier run has made of it
 */
export async function emit(
  { model, customFormats, names, diagnostics }: PreparedModel,
  options: GenerateOptions,
  { reuse = {}, hashOf }: Partial<Pick<OutputCache, "reuse" | "hashOf">> = {},
): Promise<Emission> {
  const render = loadTemplates(options.templates);
  const hasPages = options.outputs.has("docs") || options.outputs.has("site");
  // Our own templates give formatted text; of a user's nothing is known.
  const isOwn = options.templates === undefined || !overridesModules(options.templates);
  const formatModule = isOwn ? tidyBlankLines : formatRendered;
  const modules = await emitModules(model, render, {
    ...options,
    formatModule,
    formatFile: await openFormatter(options.formatter, options.out),
    showsTypes: options.emitters.length > 0 || hasPages,
    customFormats,
    runsGuards: hasPages,
    ...(reuse.module && { reuse: reuse.module }),
  });
  const formats = [...customFormats].flatMap(([format, custom]): ManifestFormat[] => {
    const module = moduleFile(custom.module, options.emit);
    return modules.files.has(module) ? [{ format, module }] : [];
  });
  await options.onProgress?.({ stage: "docs" });
  const pages = hasPages
    ? new Map(model.modules.map((module) => [module, reuse.page?.(module)]))
    : undefined;
  const docs =
    pages &&
    makeDocs(typeSource(model, options.types), modules.types, render, {
      outputs: options.outputs,
      layout: options.docs,
      templates: options.templates,
      renderProse: options.outputs.has("site") ? await openProse() : undefined,
      examplesOf: await examplesFor(model, customFormats, pages, modules.scripts),
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
    entries: manifestEntries(model, options, hashOf),
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
  pages: ReadonlyMap<SchemaModule, ModulePages | undefined>,
  scripts: readonly GuardScript[],
): Promise<ExamplesOf> {
  const modules = model.modules.filter((module) => pages.get(module) === undefined);
  const ids = modules.flatMap(({ declarations }) => declarations.map(({ node }) => node));
  return openExamples(model, ids, customFormats, scripts);
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
