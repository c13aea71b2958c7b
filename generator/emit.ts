import { outputKinds } from "./config/config.ts";
import { assembleDocs } from "./docs/docs.ts";
import { beginPages } from "./docs/parallel/make-pages.ts";
import type { ModulePages, PageMaterial } from "./docs/pages.ts";
import { type MadeFile, runEmitters } from "./emitters/run-emitters.ts";
import { manifestFailures } from "./failures.ts";
import { namesLockPath } from "./load/names-lock.ts";
import { readOutputVersion } from "./load/output-version.ts";
import { moduleFile } from "./names/module-files.ts";
import { predicateOf } from "./names/custom-predicates.ts";
import type { GenerateOptions } from "./options.ts";
import { openFormatter } from "./format/formatter.ts";
import { formatRendered, tidyBlankLines } from "./render/format.ts";
import {
  type EmittedModules,
  emitModules,
  type MadeModule,
  type ModuleOptions,
} from "./render/modules.ts";
import { loadTemplates, overridesModules, type RenderTemplate } from "./render/templates.ts";
import { compareCodeUnits } from "./text/order.ts";
import { typeSource } from "./types/type-source.ts";
import { packageVersion } from "./version.ts";
import {
  type Manifest,
  type ManifestEmission,
  manifestPath,
  packagePath,
  serializeManifest,
} from "./write/manifest.ts";
import { serializeNamesLock } from "./write/names-lock.ts";
import { serializePackage } from "./write/package-json.ts";
import type { OutputCache, Reuse } from "./cache/output-cache.ts";
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
  { model, predicates, names, diagnostics }: PreparedModel,
  options: GenerateOptions,
  { reuse = {}, hashOf }: Partial<Pick<OutputCache, "reuse" | "hashOf">> = {},
): Promise<Emission> {
  const render = loadTemplates(options.templates);
  const { modules, pages } = await emitModulesAndPages(
    { model, predicates, render, reuse },
    options,
  );
  const docs = assembleDocs(model, pages, render, { ...options, layout: options.docs });
  const used = predicates.flatMap(({ module, source }) => {
    const file = moduleFile(module, options.emit);
    return modules.files.has(file) ? [{ ...predicateOf(source), module: file }] : [];
  });
  const formats = used.filter((each) => "format" in each);
  const keywords = used.filter((each) => "keyword" in each);
  const own = new Map([...modules.files, ...docs]);
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
    ...(keywords.length > 0 && { keywords }),
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
    pages,
    emitted: emitted.ofModules,
  };
}

/** What modules and their pages are emitted of. */
interface Emitted extends Pick<PreparedModel, "model" | "predicates"> {
  readonly render: RenderTemplate;
  readonly reuse: Reuse;
}

/** Emits the modules, and what documents each, where something is to. */
async function emitModulesAndPages(
  { model, predicates, render, reuse }: Emitted,
  options: GenerateOptions,
): Promise<{ modules: EmittedModules; pages: ReadonlyMap<string, ModulePages> }> {
  const { outputs } = options;
  const known = hasPages(options)
    ? model.modules.map((module) => [module.path, reuse.page?.(module)] as const)
    : [];
  const material: PageMaterial = {
    source: typeSource(model, options.types),
    outputs,
    layout: options.docs,
    predicates,
    wanted: [...known.keys()].filter((index) => known[index]?.[1] === undefined),
  };
  const work = beginPages(material, render, options);
  try {
    const modules = await emitModules(model, render, {
      ...(await moduleOptions(options, predicates)),
      ...(reuse.module && { reuse: reuse.module }),
      onTypes: work.addTypes,
    });
    await options.onProgress?.({ stage: "docs" });
    const fresh = await work.finish(modules);
    const pages = known.flatMap(([module, reused]) => {
      const own = reused ?? fresh.get(module);
      return own === undefined ? [] : [[module, own] as const];
    });
    return { modules, pages: new Map(pages) };
  } finally {
    await work.end();
  }
}

/** Whether an output has something that documents each module. */
function hasPages({ outputs }: GenerateOptions): boolean {
  return outputs.has("docs") || outputs.has("site");
}

/**
 * How the modules of an output are made.
 */
export async function moduleOptions(
  options: GenerateOptions,
  predicates: PreparedModel["predicates"],
): Promise<ModuleOptions> {
  const { templates, emitters } = options;
  return {
    ...options,
    // Our own templates give formatted text; of a user's nothing is known.
    formatModule:
      templates === undefined || !overridesModules(templates) ? tidyBlankLines : formatRendered,
    formatFile: await openFormatter(options.formatter, options.out),
    showsTypes: emitters.length > 0 || hasPages(options),
    predicates,
    runsGuards: hasPages(options),
  };
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
