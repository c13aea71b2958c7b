import type { NodeId } from "../dialects/canonical-keywords.ts";
import { asWritten } from "../model/discriminator-assertion.ts";
import type { SchemaModule } from "../model/model.ts";
import type { RenderTemplate } from "../render/templates.ts";
import type { TypeSource } from "../types/type-source.ts";
import { findUsers } from "./inline-schemas.ts";
import { overviewPath, overviewView } from "./overview-view.ts";
import { pageView } from "./page-view.ts";

/** What the documentation of a model stands beside. */
export interface DocsSurroundings {
  /** Whether guards are made, too. */
  readonly hasGuards: boolean;
  /** The text of a page as it was made before from the same; `undefined` for one that is to be made. */
  readonly reuse?: (module: SchemaModule) => string | undefined;
}

/**
 * Makes the documentation of a model: a Markdown page for each module, and an HTML overview of all.
 *
 * @param types the TypeScript text of each declaration
 * @returns from the path below the output folder to the text
 * @throws DiagnosticsError where a template cannot be rendered
 */
export function docsFiles(
  model: TypeSource,
  types: ReadonlyMap<NodeId, string>,
  render: RenderTemplate,
  { hasGuards, reuse }: DocsSurroundings,
): Map<string, string> {
  const written = { ...model, nodes: asWritten(model.nodes) };
  const source = { model: written, types, users: findUsers(written), hasGuards };
  const files = new Map<string, string>();
  for (const module of model.modules) {
    const page = module.declarations[0]?.docsPage;
    if (page === undefined) continue;
    const known = reuse?.(module);
    if (known !== undefined) {
      files.set(page, known);
      continue;
    }
    const view = pageView(source, module, page);
    if (view !== undefined) files.set(page, render("docs/page.md", view));
  }
  return files.set(overviewPath, render("docs/index.html", overviewView(model, hasGuards)));
}
