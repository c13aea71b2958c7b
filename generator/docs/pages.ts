import type { DocsLayout, OutputKind } from "../config/config.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import { type ExamplesOf, openExamples } from "../examples/open-examples.ts";
import type { GuardScript } from "../guards/guards.ts";
import { asWritten } from "../model/discriminator-assertion.ts";
import type { SchemaModel, SchemaModule } from "../model/model.ts";
import { findUsers, usedDeclarations } from "../model/users.ts";
import type { CustomPredicate } from "../names/custom-predicates.ts";
import type { RenderTemplate } from "../render/templates.ts";
import { compareCodeUnits } from "../text/order.ts";
import type { TypeSource } from "../types/type-source.ts";
import { findGuardOnly } from "./guard-only.ts";
import { type PageSource, pageView } from "./page-view.ts";
import type { Relations } from "./relation-graph.ts";
import { openProse, type RenderProse } from "./site/render-prose.ts";
import { type ModuleSite, openSitePages } from "./site/site.ts";

/** What documents one module. */
export interface ModulePages {
  /** What it has on its page in Markdown; absent where there are no such pages. */
  readonly markdown?: string;
  /** What the site has of it; absent where there is none. */
  readonly site?: ModuleSite;
}

/** Makes what documents a module. */
export type MakePages = (module: SchemaModule) => ModulePages;

/** What pages are made of, all of it plain data. */
export interface PageMaterial {
  readonly source: TypeSource;
  readonly outputs: ReadonlySet<OutputKind>;
  /** Whether each module has a page, or all share one. */
  readonly layout: DocsLayout;
  /** Those of the user that guards may call. */
  readonly predicates: readonly CustomPredicate[];
  /** The modules, by their places in the model, of which pages are to be made. */
  readonly wanted: readonly number[];
}

/** What the modules that pages are of have come to. */
export interface EmittedCode {
  /** The TypeScript text of each declaration. */
  readonly types: ReadonlyMap<NodeId, string>;
  /** Guards that are compiled already; others are compiled for the examples. */
  readonly scripts: readonly GuardScript[];
}

/**
 * Opens what makes the pages of modules, with examples that their guards have judged.
 *
 * @throws DiagnosticsError, what it gives, where a template cannot be rendered
 */
export async function openPages(
  material: PageMaterial,
  { types, scripts }: EmittedCode,
  render: RenderTemplate,
): Promise<MakePages> {
  const { source, outputs, predicates, wanted } = material;
  const ids = wanted.flatMap((index) =>
    (source.modules[index]?.declarations ?? []).map(({ node }) => node),
  );
  const examplesOf = await openExamples(source, ids, predicates, scripts);
  const renderProse = outputs.has("site") ? await openProse() : undefined;
  return pageMaker(material, { types, examplesOf, renderProse }, render);
}

/** What pages show besides the model. */
export interface PageContents {
  readonly types: EmittedCode["types"];
  readonly examplesOf: ExamplesOf;
  /** Writes the prose of the site; absent where none is made. */
  readonly renderProse?: RenderProse | undefined;
}

/**
 * Gives what makes the pages of modules of what they show.
 *
 * @throws DiagnosticsError, what it gives, where a template cannot be rendered
 */
export function pageMaker(
  { source, outputs, layout }: Pick<PageMaterial, "source" | "outputs" | "layout">,
  { types, examplesOf, renderProse }: PageContents,
  render: RenderTemplate,
): MakePages {
  const written = { ...source, nodes: asWritten(source.nodes) };
  const shown: PageSource = {
    model: written,
    types,
    relations: relationsOf(written),
    // Markdown and the site ask for each.
    examplesOf: once(examplesOf),
    guardOnlyOf: once((id) => findGuardOnly(written, id)),
    outputs,
  };
  const makeMarkdown = outputs.has("docs") ? markdownMaker(shown, layout, render) : undefined;
  const makeSite = renderProse && openSitePages(shown, renderProse, render);
  return (module) => {
    const [markdown, site] = [makeMarkdown?.(module), makeSite?.(module)];
    return { ...(markdown !== undefined && { markdown }), ...(site !== undefined && { site }) };
  };
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

function markdownMaker(source: PageSource, layout: DocsLayout, render: RenderTemplate) {
  const template = layout === "single" ? "docs/entry.md" : "docs/page.md";
  return (module: SchemaModule): string | undefined => {
    const page = module.declarations[0]?.docsPage;
    const view = page === undefined ? undefined : pageView(source, module, page);
    return view === undefined ? undefined : render(template, view);
  };
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
