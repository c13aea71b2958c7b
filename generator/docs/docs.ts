import type { DocsLayout } from "../config/config.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { ExamplesOf } from "../examples/open-examples.ts";
import { asWritten } from "../model/discriminator-assertion.ts";
import type { SchemaModel, SchemaModule } from "../model/model.ts";
import { findUsers, usedDeclarations } from "../model/users.ts";
import { singlePage } from "../names/docs-places.ts";
import type { RenderTemplate } from "../render/templates.ts";
import { compareCodeUnits } from "../text/order.ts";
import type { TypeSource } from "../types/type-source.ts";
import { overviewPath, overviewView } from "./overview-view.ts";
import { pageView } from "./page-view.ts";
import type { Relations } from "./relation-graph.ts";
import { contentsView } from "./contents-view.ts";

/** What the documentation of a model stands beside. */
export interface DocsSurroundings {
  /** Whether guards are made, too. */
  readonly hasGuards: boolean;
  /** Whether each module has a page, or all share one. */
  readonly layout: DocsLayout;
  readonly examplesOf: ExamplesOf;
  /** What a module had on its page before, of the same; `undefined` for one that is to be made. */
  readonly reuse?: (module: SchemaModule) => string | undefined;
}

/** The documentation of a model. */
export interface MadeDocs {
  /** From the path below the output folder to the text. */
  readonly files: ReadonlyMap<string, string>;
  /** What each module has on its page, by the paths of the modules. */
  readonly pages: ReadonlyMap<string, string>;
}

/**
 * Makes the documentation of a model: a Markdown page for each module, or one for all, and an HTML
 * overview.
 *
 * @param types the TypeScript text of each declaration
 * @throws DiagnosticsError where a template cannot be rendered
 */
export function makeDocs(
  model: TypeSource,
  types: ReadonlyMap<NodeId, string>,
  render: RenderTemplate,
  { hasGuards, layout, examplesOf, reuse }: DocsSurroundings,
): MadeDocs {
  const written = { ...model, nodes: asWritten(model.nodes) };
  const source = { model: written, types, relations: relationsOf(written), examplesOf, hasGuards };
  const template = layout === "single" ? "docs/entry.md" : "docs/page.md";
  const pages = new Map<string, string>();
  for (const module of model.modules) {
    const page = module.declarations[0]?.docsPage;
    if (page === undefined) continue;
    const known = reuse?.(module);
    const view = known === undefined ? pageView(source, module, page) : undefined;
    const text = view === undefined ? known : render(template, view);
    if (text !== undefined) pages.set(module.path, text);
  }
  const files =
    layout === "single"
      ? new Map([[singlePage, joinEntries(model, [...pages.values()], render)]])
      : new Map(
          model.modules.flatMap(({ path, declarations: [root] }) => {
            const text = pages.get(path);
            return root === undefined || text === undefined ? [] : [[root.docsPage, text]];
          }),
        );
  const overview = render("docs/index.html", overviewView(model, hasGuards));
  return { files: files.set(overviewPath, overview), pages };
}

function joinEntries(
  model: SchemaModel,
  entries: readonly string[],
  render: RenderTemplate,
): string {
  return render("docs/single.md", { ...contentsView(model), entries });
}

/** Relations as a page tells them: others in the order of their modules. */
function relationsOf(model: SchemaModel): Relations {
  const users = findUsers(model);
  const used = new Map<NodeId, readonly NodeId[]>();
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
    used: (id) => {
      const known = used.get(id) ?? [...new Set(usedDeclarations(model, id))];
      used.set(id, known);
      return known;
    },
  };
}
