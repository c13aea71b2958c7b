import type { DocsLayout, OutputKind } from "../config/config.ts";
import { asWritten } from "../model/discriminator-assertion.ts";
import type { SchemaModel } from "../model/model.ts";
import { singlePage } from "../names/docs-places.ts";
import type { RenderTemplate } from "../render/templates.ts";
import { contentsView } from "./contents-view.ts";
import type { ModulePages } from "./pages.ts";
import { assembleSite, type ModuleSite } from "./site/site.ts";

/** What the documentation of a model is put together by. */
export interface DocsSurroundings {
  readonly outputs: ReadonlySet<OutputKind>;
  /** Whether each module has a page, or all share one. */
  readonly layout: DocsLayout;
  /** A folder of templates that replace our own. */
  readonly templates?: string | undefined;
}

/**
 * Puts the documentation of a model together: in Markdown a page for each module, or one for all, and a
 * site of HTML.
 *
 * @param pages what each module has of it, by the paths of the modules
 * @returns from the path below the output folder to the text
 * @throws DiagnosticsError where a template cannot be rendered
 */
export function assembleDocs(
  model: SchemaModel,
  pages: ReadonlyMap<string, ModulePages>,
  render: RenderTemplate,
  { outputs, layout, templates }: DocsSurroundings,
): ReadonlyMap<string, string> {
  const written = { ...model, nodes: asWritten(model.nodes) };
  return new Map([
    ...(outputs.has("docs") ? markdownFiles(model, layout, pages, render) : []),
    ...(outputs.has("site")
      ? assembleSite({ model: written, outputs }, sitesOf(pages), render, templates)
      : []),
  ]);
}

function sitesOf(pages: ReadonlyMap<string, ModulePages>): ReadonlyMap<string, ModuleSite> {
  return new Map(
    [...pages].flatMap(([module, { site }]) =>
      site === undefined ? [] : [[module, site] as const],
    ),
  );
}

function markdownFiles(
  model: SchemaModel,
  layout: DocsLayout,
  pages: ReadonlyMap<string, ModulePages>,
  render: RenderTemplate,
): (readonly [path: string, text: string])[] {
  const texts = model.modules.flatMap(({ path, declarations: [root] }) => {
    const text = pages.get(path)?.markdown;
    return root === undefined || text === undefined ? [] : [[root.docsPage, text] as const];
  });
  if (layout !== "single") return texts;
  const entries = texts.map(([, text]) => text);
  return [[singlePage, render("docs/single.md", { ...contentsView(model), entries })]];
}
