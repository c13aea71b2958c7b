import type { ModulePages } from "../docs/pages.ts";
import type { ModuleSite } from "../docs/site/site.ts";
import type { MadeFile } from "../emitters/run-emitters.ts";
import type { MadeModule, MadeType } from "../render/modules.ts";
import type { CacheFiles } from "./cache-folder.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";
import { readOutputStamps } from "./output-stamps.ts";
import type { SchemaHashes } from "./schema-hashes.ts";
import { type KeptText, type StandingFiles, standingFiles } from "./kept-texts.ts";

/** A module as it is kept, and the hash of what it was made from. */
export interface KeptModule extends Pick<MadeModule, "runtime" | "predicates"> {
  readonly key: string;
  readonly text?: KeptText;
  readonly declarations?: KeptText;
  readonly script?: KeptText;
  readonly types: readonly KeptType[];
}

interface KeptType extends Omit<MadeType, "text"> {
  readonly text: KeptText;
}

/** The pages of a module, and the hash of what they were made from. */
export interface KeptPages {
  readonly key: string;
  readonly markdown?: KeptText;
  readonly site?: KeptSite;
}

interface KeptSite extends Omit<ModuleSite, "page" | "rows"> {
  readonly page: KeptText;
  readonly rows?: KeptText;
}

/** What emitters have made of a module, and the hash of what they made it from. */
export interface KeptFiles {
  readonly key: string;
  readonly files: readonly (Omit<MadeFile, "content"> & { readonly content: KeptText })[];
}

/** What a run has made, to be taken again by the next. */
export interface KeptOutput {
  /** By the paths of modules. */
  readonly modules: ReadonlyMap<string, KeptModule>;
  /** Likewise. */
  readonly pages: ReadonlyMap<string, KeptPages>;
  /** Likewise. */
  readonly emitted: ReadonlyMap<string, KeptFiles>;
  /** Of the schemas that it was made of. */
  readonly hashes: readonly SchemaHashes[];
}

interface KeptJson {
  readonly setup: string;
  /** Of the run that made them. */
  readonly id: string;
  readonly modules: readonly [path: string, module: KeptModule][];
  readonly pages: readonly [path: string, page: KeptPages][];
  readonly emitted: readonly [path: string, files: KeptFiles][];
  readonly hashes: readonly SchemaHashes[];
}

/** What the last run has made, as far as it stands. */
export interface MadeOutput {
  readonly standing: StandingFiles;
  readonly hashes: readonly SchemaHashes[];
  /** By the path of a module, where it was made from what the key is a hash of. */
  readonly module: (path: string, key: string) => MadeModule | undefined;
  /** Likewise, its pages. */
  readonly page: (path: string, key: string) => ModulePages | undefined;
  /** Likewise, what emitters have made of it. */
  readonly emitted: (path: string, key: string) => readonly MadeFile[] | undefined;
}

/**
 * Reads what the last run has made, where it was made by the same setup.
 *
 * @param out the absolute path of the output folder
 */
export function readMadeOutput(
  cache: Pick<CacheFiles, "modules" | "stamps">,
  setup: string,
  out: string,
): MadeOutput {
  const found = readJsonFile(cache.modules) as KeptJson | undefined;
  const left = readOutputStamps(cache.stamps, out);
  const json = found?.setup === setup && found.id === left?.made ? found : undefined;
  const standing = standingFiles(out, json === undefined ? [] : (left?.stamps ?? []));
  const modules = new Map(json?.modules);
  const pages = new Map(json?.pages);
  for (const module of left?.remade ?? []) {
    modules.delete(module);
    pages.delete(module);
  }
  const emitted = new Map(json?.emitted);
  return {
    standing,
    hashes: json?.hashes ?? [],
    module: (path, key) => {
      const kept = modules.get(path);
      return kept?.key === key ? readModule(kept, standing) : undefined;
    },
    page: (path, key) => {
      const kept = pages.get(path);
      return kept?.key === key ? readPages(kept, standing) : undefined;
    },
    emitted: (path, key) => {
      const kept = emitted.get(path);
      if (kept?.key !== key) return undefined;
      const files = kept.files.map((each) => withText(each, "content", standing));
      return files.every((each) => each !== undefined) ? files : undefined;
    },
  };
}

function readModule(
  { runtime, predicates, types, text, declarations, script }: KeptModule,
  standing: StandingFiles,
): MadeModule | undefined {
  const texts = {
    ...(text !== undefined && { text: standing.textOf(text) }),
    ...(declarations !== undefined && { declarations: standing.textOf(declarations) }),
    ...(script !== undefined && { script: standing.textOf(script) }),
  };
  const read = types.map((type) => withText(type, "text", standing));
  const isWhole = read.every((each) => each !== undefined);
  if (!isWhole || Object.values(texts).includes(undefined)) return undefined;
  return {
    ...(texts as Pick<MadeModule, "text" | "declarations" | "script">),
    types: read,
    runtime,
    predicates,
  };
}

function readPages(
  { markdown, site }: KeptPages,
  standing: StandingFiles,
): ModulePages | undefined {
  const text = markdown === undefined ? undefined : standing.textOf(markdown);
  const page = site === undefined ? undefined : standing.textOf(site.page);
  const rows = site?.rows === undefined ? undefined : standing.textOf(site.rows);
  if (markdown !== undefined && text === undefined) return undefined;
  if (site === undefined) return text === undefined ? {} : { markdown: text };
  if (page === undefined || (site.rows !== undefined && rows === undefined)) return undefined;
  return {
    ...(text !== undefined && { markdown: text }),
    site: { searched: site.searched, page, ...(rows !== undefined && { rows }) },
  };
}

function withText<Key extends string, Kept extends Readonly<Record<Key, KeptText>>>(
  kept: Kept,
  key: Key,
  standing: StandingFiles,
): (Omit<Kept, Key> & Readonly<Record<Key, string>>) | undefined {
  const text = standing.textOf(kept[key]);
  if (text === undefined) return undefined;
  return { ...kept, [key]: text };
}

/**
 * Writes what a run has made.
 *
 * @param id of the run
 */
export function writeMadeOutput(
  file: string,
  setup: string,
  { modules, pages, emitted, hashes }: KeptOutput,
  id: string,
): void {
  const written: KeptJson = {
    setup,
    id,
    modules: [...modules],
    pages: [...pages],
    emitted: [...emitted],
    hashes,
  };
  writeJsonFile(file, written);
}
