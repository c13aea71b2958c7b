import type { DocsLayout, OutputKind } from "../config/config.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { ExamplesOf } from "../examples/open-examples.ts";
import { asWritten } from "../model/discriminator-assertion.ts";
import type { SchemaModel, SchemaModule } from "../model/model.ts";
import { findUsers, usedDeclarations } from "../model/users.ts";
import { singlePage } from "../names/docs-places.ts";
import type { RenderTemplate } from "../render/templates.ts";
import { compareCodeUnits } from "../text/order.ts";
import type { TypeSource } from "../types/type-source.ts";
import { findGuardOnly } from "./guard-only.ts";
import { type PageSource, pageView } from "./page-view.ts";
import type { RenderProse } from "./site/render-prose.ts";
import { assembleSite, type ModuleSite, openSitePages } from "./site/site.ts";
import type { Relations } from "./relation-graph.ts";
import { contentsView } from "./contents-view.ts";

/** What the documentation of a model stands beside. */
export interface DocsSurroundings {
  readonly outputs: ReadonlySet<OutputKind>;
  /** Whether each module has a page, or all share one. */
  readonly layout: DocsLayout;
  readonly examplesOf: ExamplesOf;
  /** Writes the prose of the site; absent where none is made. */
  readonly renderProse?: RenderProse | undefined;
  /** A folder of templates that replace our own. */
  readonly templates?: string | undefined;
  /** The pages that a module had before, of the same; `undefined` for one that is to be made. */
  readonly reuse?: (module: SchemaModule) => ModulePages | undefined;
}

/** What documents one module. */
export interface ModulePages {
  /** What it has on its page in Markdown; absent where there are no such pages. */
  readonly markdown?: string;
  /** What the site has of it; absent where there is none. */
  readonly site?: ModuleSite;
}

/** The documentation of a model. */
export interface MadeDocs {
  /** From the path below the output folder to the text. */
  readonly files: ReadonlyMap<string, string>;
  /** By the paths of the modules. */
  readonly pages: ReadonlyMap<string, ModulePages>;
}

/**
 * Makes the documentation of a model: in Markdown a page for each module and their contents, or one for
 * all, and a site of HTML.
 *
 * @param types the TypeScript text of each declaration
 * @throws DiagnosticsError where a template cannot be rendered
 */
export function makeDocs(
  model: TypeSource,
  types: ReadonlyMap<NodeId, string>,
  render: RenderTemplate,
  { outputs, layout, templates, renderProse, examplesOf, reuse }: DocsSurroundings,
): MadeDocs {
  const written = { ...model, nodes: asWritten(model.nodes) };
  const source: PageSource = {
    model: written,
    types,
    relations: relationsOf(written),
    // Markdown and the site ask for each.
    examplesOf: once(examplesOf),
    guardOnlyOf: once((id) => findGuardOnly(written, id)),
    outputs,
  };
  const makeMarkdown = outputs.has("docs") ? markdownMaker(source, layout, render) : undefined;
  const makeSite = renderProse && openSitePages(source, renderProse, render);
  const makePages = (module: SchemaModule): ModulePages => {
    const [markdown, site] = [makeMarkdown?.(module), makeSite?.(module)];
    return { ...(markdown !== undefined && { markdown }), ...(site !== undefined && { site }) };
  };
  const pages = new Map<string, ModulePages>();
  for (const module of model.modules) {
    pages.set(module.path, reuse?.(module) ?? makePages(module));
  }
  const files = new Map([
    ...(makeMarkdown === undefined ? [] : markdownFiles(model, layout, pages, render)),
    ...(makeSite === undefined ? [] : assembleSite(source, sitesOf(pages), render, templates)),
  ]);
  return { files, pages };
}

/** A function of nodes that works each out once. */
function once<Value>(work: (id: NodeId) => Value): (id: NodeId) => Value {
  const known = new Map<NodeId, Value>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const made = work(id);
    known.set(id, made);
    return made;
  };
}

function sitesOf(pages: ReadonlyMap<string, ModulePages>): ReadonlyMap<string, ModuleSite> {
  return new Map(
    [...pages].flatMap(([module, { site }]) =>
      site === undefined ? [] : [[module, site] as const],
    ),
  );
}

function markdownMaker(source: PageSource, layout: DocsLayout, render: RenderTemplate) {
  const template = layout === "single" ? "docs/entry.md" : "docs/page.md";
  return (module: SchemaModule): string | undefined => {
    const page = module.declarations[0]?.docsPage;
    const view = page === undefined ? undefined : pageView(source, module, page);
    return view === undefined ? undefined : render(template, view);
  };
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

/** Relations as a page tells them: others in the order of their modules. */
function relationsOf(model: SchemaModel): Relations {
  const users = findUsers(model);
  const placeOf = (id: NodeId) => {
    const { module = "", name = "" } = model.declarations.get(id) ?? {};
    return `${module}\n${name}`;
  };
  const sortedUsers = new Map(
    [...users].map(([id, others]) => [
      id,
      others.toSorted((a, b) => compareCodeUnits(placeOf(a), placeOf(b))),
    ]),
  );
  return {
    users: (id) => sortedUsers.get(id) ?? [],
    used: once((id) => [...new Set(usedDeclarations(model, id))]),
  };
}
