import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import type { EmitForm } from "../config/config.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ModulePages } from "../docs/pages.ts";
import type { MadeFile } from "../emitters/run-emitters.ts";
import type { SchemaModel, SchemaModule } from "../model/model.ts";
import { type CustomPredicate, predicateOf } from "../names/custom-predicates.ts";
import { moduleFile, typesFile } from "../names/module-files.ts";
import { rowsScript, siteGuards, sitePage } from "../names/site-places.ts";
import { type GenerateOptions, predicateFiles } from "../options.ts";
import type { MadeModule } from "../render/modules.ts";
import type { Resolution } from "../resolve/resolve.ts";
import { type CacheFiles, cacheFiles } from "./cache-folder.ts";
import type { EmitterCode } from "./emitter-code.ts";
import { keepText } from "./kept-texts.ts";
import {
  type KeptModule,
  type KeptOutput,
  type KeptPages,
  readMadeOutput,
  writeMadeOutput,
} from "./made-output.ts";
import { findRelations, type ModelRelations, type ModuleKeys, moduleKeys } from "./module-keys.ts";
import {
  areUnmarked,
  documentRows,
  isPlainRun,
  moduleRows,
  writeOutputRows,
} from "./module-rows.ts";
import { writeOutputStamps } from "./output-stamps.ts";
import { writeRunRecord } from "./run-record.ts";
import { hashText } from "../write/content-hash.ts";
import { type SchemaHashing, schemaHashing } from "./schema-hashes.ts";
import { schemaDialects } from "./schema-dialects.ts";
import { runSetup, setupHash, templateFiles } from "./setup.ts";

/** Texts that were made before from the same; `undefined` for one that is to be made. */
export interface Reuse {
  readonly module?: (module: SchemaModule) => MadeModule | undefined;
  readonly page?: (module: SchemaModule) => ModulePages | undefined;
  readonly emitted?: (module: SchemaModule) => readonly MadeFile[] | undefined;
}

/** A run, as far as the cache has to do with it. */
export interface CachedRun {
  /** When it began to read, in milliseconds since 1970. */
  readonly begin: number;
  /** The absolute paths of the files that its inputs led to before it read them. */
  readonly inputs: readonly string[];
  readonly model: SchemaModel;
  readonly resolution: Resolution;
  readonly predicates: readonly CustomPredicate[];
  readonly emitterCode: EmitterCode;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a run has made. */
export interface CachedEmission {
  readonly files: ReadonlyMap<string, string>;
  /** By the paths of the modules. */
  readonly made: ReadonlyMap<string, MadeModule>;
  /** Likewise, the pages of each. */
  readonly pages: ReadonlyMap<string, ModulePages>;
  /** Likewise, what emitters have made of each. */
  readonly emitted: ReadonlyMap<string, readonly MadeFile[]>;
}

/** What is known of an output from the run before. */
export interface OutputCache {
  /** What that run has made of the same. */
  readonly reuse: Reuse;
  /** Hashes a schema as a manifest does. */
  readonly hashOf: (schema: unknown) => string;
  /** Whether a file of the output is known to stand with a text. */
  readonly holds: (file: string, text: string) => boolean;
  /** Keeps what this run has made, once it is written. */
  readonly remember: (emission: CachedEmission) => void;
}

/**
 * Opens the cache of an output for a run; `undefined` where there is no place for one.
 */
export async function openCache(
  options: GenerateOptions,
  run: CachedRun,
): Promise<OutputCache | undefined> {
  const cache = options.cache ? cacheFiles(options.out) : undefined;
  if (cache === undefined) return undefined;
  const setup = await setupHash(options);
  const known = readMadeOutput(cache, setup, options.out);
  const hashing = schemaHashing(known.hashes);
  const relations = findRelations(run.model);
  const keyOf = keysOf(run, relations, hashing);
  return {
    reuse: {
      module: (module) => known.module(module.path, keyOf(module).module),
      page: (module) => known.page(module.path, keyOf(module).page),
      emitted: (module) => {
        const { emitted } = keyOf(module);
        return emitted === undefined ? undefined : known.emitted(module.path, emitted);
      },
    },
    hashOf: (schema) => hashing.hashesOf(schema).canonical,
    holds: known.standing.holds,
    remember: (emission) => {
      const stamps = known.standing.stampAll(emission.files);
      if (stamps === undefined) {
        forget(cache);
        return;
      }
      const id = randomUUID();
      writeOutputStamps(cache.stamps, options.out, { id, made: id, remade: [], stamps });
      const made = keptOutput(run.model, options.emit, keyOf, emission);
      writeMadeOutput(cache.modules, setup, { ...made, hashes: hashing.asked() }, id);
      const rows = isPlainRun(options, run.model, run.resolution)
        ? moduleRows(run.model, relations, hashing, emission.made, options.outputs.has("site"))
        : [];
      const documents = documentRows(run.resolution.inputs.documents);
      if (areUnmarked(rows, documents))
        writeOutputRows(cache.rows, { id, setup, documents, modules: rows });
      else rmSync(cache.rows, { force: true });
      recordRun(cache, { ...run, id, setup: runSetup(setup, options) }, options);
    },
  };
}

/**
 * Removes what is kept of an output, since somebody has changed what was just written.
 */
export function forget(cache: CacheFiles): void {
  for (const file of Object.values(cache) as string[]) rmSync(file, { force: true });
}

/** The hashes of what a module, its page, and what emitters make of it are made from. */
interface Keys extends ModuleKeys {
  /** `undefined` where nobody knows what emitters are made of. */
  readonly emitted: string | undefined;
}

function keysOf(
  { model, resolution, predicates, emitterCode: { hash } }: CachedRun,
  relations: ModelRelations,
  hashing: SchemaHashing,
) {
  const keys = moduleKeys(model, relations, schemaDialects(resolution), hashing);
  // What a predicate is called depends on all of them, and how it is called on what it takes.
  const called = JSON.stringify(
    predicates.map(({ source, ...names }) => [predicateOf(source), names]),
  );
  // They judge the examples of pages.
  const predicateTexts = hashText(JSON.stringify(predicates.map(({ source }) => source.text)));
  return ({ path: module }: SchemaModule): Keys => {
    const found = keys.get(module);
    if (found === undefined) throw new RangeError(`no module ${module}`);
    return {
      module: `${found.module} ${called}`,
      page: `${found.page} ${predicateTexts}`,
      emitted: hash === undefined ? undefined : `${hash} ${found.page} ${called}`,
    };
  };
}

function keptOutput(
  { modules }: SchemaModel,
  emit: EmitForm,
  keyOf: (module: SchemaModule) => Keys,
  { files, made, pages, emitted }: CachedEmission,
): Omit<KeptOutput, "hashes"> {
  return {
    modules: new Map(
      modules.flatMap((module) => {
        const each = made.get(module.path);
        if (each === undefined) return [];
        return [
          [module.path, keptModule(files, module, emit, each, keyOf(module).module)] as const,
        ];
      }),
    ),
    pages: new Map(
      modules.flatMap((module) => {
        const own = pages.get(module.path);
        if (own === undefined) return [];
        return [[module.path, keptPages(files, module, own, keyOf(module).page)] as const];
      }),
    ),
    emitted: new Map(
      modules.flatMap((module) => {
        const own = emitted.get(module.path) ?? [];
        const { emitted: key } = keyOf(module);
        if (key === undefined) return [];
        const kept = own.map((file) => ({
          ...file,
          content: keepText(files, file.content, file.path),
        }));
        return [[module.path, { key, files: kept }] as const];
      }),
    ),
  };
}

function keptPages(
  files: ReadonlyMap<string, string>,
  { path: module, declarations: [root] }: SchemaModule,
  { markdown, site }: ModulePages,
  key: string,
): KeptPages {
  return {
    key,
    ...(markdown !== undefined && {
      markdown: keepText(files, markdown, root?.docsPage ?? ""),
    }),
    ...(site !== undefined && {
      site: {
        searched: site.searched,
        page: keepText(files, site.page, sitePage(module)),
        ...(site.rows !== undefined && {
          rows: keepText(files, site.rows, rowsScript(module)),
        }),
      },
    }),
  };
}

function keptModule(
  files: ReadonlyMap<string, string>,
  { path: module }: SchemaModule,
  emit: EmitForm,
  { text, declarations, script, types, runtime, predicates }: MadeModule,
  key: string,
): KeptModule {
  const [file, typed] = [moduleFile(module, emit), typesFile(module, emit)];
  return {
    key,
    ...(text !== undefined && { text: keepText(files, text, file) }),
    ...(declarations !== undefined && { declarations: keepText(files, declarations, typed) }),
    ...(script !== undefined && { script: keepText(files, script, siteGuards(module)) }),
    types: types.map((type) => ({ ...type, text: keepText(files, type.text, file) })),
    runtime,
    predicates,
  };
}

/** A run as it is recorded, and what it read. */
export interface EndedRun extends Pick<CachedRun, "begin" | "inputs" | "diagnostics"> {
  readonly id: string;
  readonly setup: string;
  readonly resolution: Resolution;
  readonly emitterCode: EmitterCode;
}

/**
 * Records a run, by which the next one sees whether there is anything to do.
 */
export function recordRun(
  cache: CacheFiles,
  { id, setup, begin, inputs, resolution, emitterCode, diagnostics }: EndedRun,
  options: GenerateOptions,
): void {
  if (emitterCode.hash === undefined) return;
  writeRunRecord(cache.run, {
    id,
    setup,
    begin,
    inputs,
    read: [
      ...resolution.inputs.documents.map((document) => document.path),
      ...options.overlays,
      ...predicateFiles(options),
      ...templateFiles(options.templates),
      ...emitterCode.files,
    ],
    diagnostics,
  });
}
