import type { OutputKind } from "../../config/config.ts";
import type { SchemaModel, SchemaModule } from "../../model/model.ts";
import {
  navigationScript,
  rowsScript,
  searchScript,
  siteAssets,
  siteBase,
  siteIndex,
  sitePage,
  siteSearch,
} from "../../names/site-places.ts";
import type { RenderTemplate } from "../../render/templates.ts";
import { overviewRow, overviewView } from "./overview-view.ts";
import type { PageSource } from "../page-view.ts";
import { readSiteAssets } from "./assets.ts";
import { dataScript } from "./data-script.ts";
import { htmlMarkup } from "./html-markup.ts";
import { navigationTree } from "./navigation.ts";
import type { RenderProse } from "./render-prose.ts";
import { schemaPage } from "./schema-page.ts";
import { type SearchedSchema, searchedSchemas, searchIndex } from "./search-data.ts";

/** What the site has of one module. */
export interface ModuleSite {
  readonly page: string;
  /** The script that brings its rows to other pages; absent where none refers to it. */
  readonly rows?: string;
  readonly searched: readonly SearchedSchema[];
}

/** Makes what the site has of a module; `undefined` for one that declares nothing. */
export type MakeModuleSite = (module: SchemaModule) => ModuleSite | undefined;

/** The function of the site that takes what a search goes through. */
export const takesIndex = "schemaloom.searchIndex";

/**
 * Opens what makes the pages of the site.
 *
 * @throws DiagnosticsError, what is returned, where a template cannot be rendered
 */
export function openSitePages(
  source: PageSource,
  renderProse: RenderProse,
  render: RenderTemplate,
): MakeModuleSite {
  const markup = htmlMarkup(renderProse);
  return (module) => {
    const view = schemaPage(source, markup, module);
    if (view === undefined) return undefined;
    const sections = view.sections.map((section) => ({
      ...section,
      rows: render("docs/site/rows.html", section.block),
    }));
    const used = sections.filter(({ usedBy }) => usedBy.length > 0);
    const rows = Object.fromEntries(used.map((section) => [section.anchor, section.rows]));
    return {
      page: render("docs/site/page.html", { ...view, sections }),
      ...(used.length > 0 && { rows: dataScript("schemaloom.rows", module.path, rows) }),
      searched: searchedSchemas(source.model, module, view),
    };
  };
}

/**
 * Puts the site together.
 *
 * @param modules what it has of each module, by their paths
 * @param templates a folder whose files replace our own templates and assets
 * @returns from the path below the output folder to the text
 * @throws DiagnosticsError where a template cannot be rendered
 */
export function assembleSite(
  { model, outputs }: { readonly model: SchemaModel; readonly outputs: ReadonlySet<OutputKind> },
  modules: ReadonlyMap<string, ModuleSite>,
  render: RenderTemplate,
  templates: string | undefined,
): ReadonlyMap<string, string> {
  const searched = new Map([...modules].map(([module, site]) => [module, site.searched]));
  return new Map([
    [
      siteIndex,
      render(
        "docs/site/index.html",
        overviewView(model.modules, outputs.has("guards"), (root) => overviewRow(model, root)),
      ),
    ],
    [siteSearch, render("docs/site/search.html", { base: siteBase(siteSearch) })],
    ...[...modules].flatMap(([module, { page, rows }]) => [
      [sitePage(module), page] as const,
      ...(rows === undefined ? [] : [[rowsScript(module), rows] as const]),
    ]),
    [navigationScript, dataScript("schemaloom.navigation", navigationTree(model))],
    [searchScript, dataScript(takesIndex, searchIndex(searched))],
    ...[...readSiteAssets(templates)].map(
      ([name, text]) => [`${siteAssets}${name}`, text] as const,
    ),
  ]);
}
