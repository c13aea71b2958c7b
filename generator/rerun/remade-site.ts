import { dataScript, readDataScript } from "../docs/site/data-script.ts";
import { type OverviewRow, overviewView } from "../docs/site/overview-view.ts";
import {
  readSearchIndex,
  type SearchedSchema,
  searchIndex,
  type SearchIndex,
} from "../docs/site/search-data.ts";
import { takesIndex } from "../docs/site/site.ts";
import type { SchemaModule } from "../model/model.ts";
import type { RenderTemplate } from "../render/templates.ts";

/**
 * The data of the search with what is found of some modules told anew.
 *
 * @param text of the script as it stands
 * @param remade by the paths of the modules
 */
export function remadeSearch(
  text: string,
  remade: ReadonlyMap<string, readonly SearchedSchema[]>,
): string {
  const known = readSearchIndex(readDataScript(takesIndex, text) as SearchIndex);
  const searched = new Map(
    [...known].map(([module, schemas]) => [module, remade.get(module) ?? schemas]),
  );
  return dataScript(takesIndex, searchIndex(searched));
}

/**
 * The overview of all modules.
 *
 * @param rows what it says of each, by their paths
 */
export function remadeOverview(
  modules: readonly SchemaModule[],
  rows: ReadonlyMap<string, OverviewRow>,
  hasGuards: boolean,
  render: RenderTemplate,
): string {
  const rowOf = (module: string) => {
    const row = rows.get(module);
    if (row === undefined) throw new RangeError(`no row of the overview is of ${module}`);
    return row;
  };
  const view = overviewView(modules, hasGuards, ({ module }) => rowOf(module));
  return render("docs/site/index.html", view);
}
