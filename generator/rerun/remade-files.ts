import { readFileSync } from "node:fs";
import path from "node:path";
import type { ModuleRow } from "../cache/module-rows.ts";
import { asWritten } from "../model/discriminator-assertion.ts";
import { type OverviewRow, overviewRow } from "../docs/site/overview-view.ts";
import { manifestEntries } from "../manifest-entries.ts";
import { searchScript, siteIndex } from "../names/site-places.ts";
import type { GenerateOptions } from "../options.ts";
import { loadTemplates } from "../render/templates.ts";
import {
  type Manifest,
  type ManifestEntry,
  manifestPath,
  serializeManifest,
} from "../write/manifest.ts";
import type { ChangedModule } from "./changed-modules.ts";
import type { FocusedModel } from "./focused-model.ts";
import { remadeFiles, type RemadeModule, remakeModules } from "./remade-modules.ts";
import { remadeOverview, remadeSearch } from "./remade-site.ts";

/** What has been made anew of an output. */
export interface RemadeOutput {
  /** The files that are others than they were, from the POSIX path below the output to the text. */
  readonly texts: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
  /** What is known by now of the modules that were made anew, by their numbers. */
  readonly rows: ReadonlyMap<number, Pick<ModuleRow, "hashes" | "runtime" | "overview">>;
}

/**
 * Makes anew what shows a change: modules and their pages, and of what tells of all modules that which
 * tells of theirs.
 *
 * @returns `undefined` where more comes of the change than that
 * @throws DiagnosticsError where a template cannot be rendered
 */
export async function remakeFiles(
  { model, numbers, modules }: FocusedModel,
  options: GenerateOptions,
  rows: readonly ModuleRow[],
  changed: ReadonlyMap<number, ChangedModule>,
): Promise<RemadeOutput | undefined> {
  const { out, outputs } = options;
  const standing = (file: string) => readFileSync(path.join(out, file), "utf8");
  const render = loadTemplates(options.templates);
  await options.onProgress?.({ stage: "modules" });
  const remade = await remakeModules(model, options, render);
  const written = { ...model, nodes: asWritten(model.nodes) };
  const told = new Map(
    remade.flatMap(({ module, made }, index) => {
      const number = numbers[index] ?? -1;
      const row = rows[number];
      const [root] = module.declarations;
      if (row === undefined || root === undefined) return [];
      const overview = outputs.has("site") ? { overview: overviewRow(written, root) } : {};
      const hashes = changed.get(number)?.hashes ?? row.hashes;
      return [[number, { ...row, hashes, runtime: made.runtime, ...overview }] as const];
    }),
  );
  const after = rows.map((row, number) => told.get(number) ?? row);
  if (!indexesTheSame(remade, numbers, rows) || !usesTheSame(after, rows)) return undefined;

  const made = new Map(remade.flatMap((each) => remadeFiles(each, options)));
  if (outputs.has("site")) {
    made.set(searchScript, remadeSearch(standing(searchScript), searchedOf(remade)));
    const [overview, before] = [overviewsOf(after), overviewsOf(rows)];
    if (JSON.stringify([...overview]) !== JSON.stringify([...before])) {
      made.set(siteIndex, remadeOverview(modules, overview, outputs.has("guards"), render));
    }
  }
  const known = JSON.parse(standing(manifestPath)) as Manifest;
  const own = modules.filter((_, number) => changed.has(number));
  const entries = remadeEntries(
    known.entries,
    manifestEntries({ ...model, modules: own }, options),
  );
  if (entries === undefined) return undefined;
  const manifest = { ...known, entries };
  made.set(manifestPath, serializeManifest(manifest));
  const texts = new Map([...made].filter(([file, text]) => standing(file) !== text));
  return { texts, manifest, rows: told };
}

/** Whether the indexes of folders say the same of modules that were made anew. */
function indexesTheSame(
  remade: readonly RemadeModule[],
  numbers: readonly number[],
  rows: readonly ModuleRow[],
): boolean {
  return remade.every(({ made: { types } }, index) => {
    const declared = rows[numbers[index] ?? -1]?.declarations ?? [];
    return declared.every(
      ({ isEnumeration }, place) => (types[place]?.isEnumeration ?? false) === isEnumeration,
    );
  });
}

/** Whether modules use the same of the runtime as before. */
function usesTheSame(after: readonly ModuleRow[], before: readonly ModuleRow[]): boolean {
  const used = (rows: readonly ModuleRow[]) => new Set(rows.flatMap(({ runtime }) => runtime));
  const [now, then] = [used(after), used(before)];
  return now.size === then.size && [...now].every((name) => then.has(name));
}

function searchedOf(remade: readonly RemadeModule[]) {
  return new Map(
    remade.flatMap(({ module, pages: { site } }) =>
      site === undefined ? [] : [[module.path, site.searched] as const],
    ),
  );
}

function overviewsOf(rows: readonly ModuleRow[]): ReadonlyMap<string, OverviewRow> {
  return new Map(
    rows.flatMap(({ path: module, overview }) =>
      overview === undefined ? [] : [[module, overview] as const],
    ),
  );
}

/** The entries of a manifest with those of changed modules; `undefined` where one is new. */
function remadeEntries(
  known: readonly ManifestEntry[],
  remade: readonly ManifestEntry[],
): readonly ManifestEntry[] | undefined {
  const placeOf = ({ source, pointer }: ManifestEntry) => `${source}#${pointer}`;
  const places = new Map(remade.map((entry) => [placeOf(entry), entry]));
  const entries = known.map((entry) => places.get(placeOf(entry)) ?? entry);
  const replaced = known.filter((entry) => places.has(placeOf(entry)));
  return replaced.length === remade.length ? entries : undefined;
}
