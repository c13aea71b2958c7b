import { openPages, type ModulePages } from "../docs/pages.ts";
import { moduleOptions } from "../emit.ts";
import type { SchemaModel, SchemaModule } from "../model/model.ts";
import { rowsScript, siteGuards, sitePage } from "../names/site-places.ts";
import type { GenerateOptions } from "../options.ts";
import { moduleTextFiles } from "../render/module-texts.ts";
import { declaredTypes, type MadeModule, makeModules } from "../render/modules.ts";
import type { RenderTemplate } from "../render/templates.ts";
import { typeSource } from "../types/type-source.ts";

/** A module that was made anew, with what documents it. */
export interface RemadeModule {
  readonly module: SchemaModule;
  readonly made: MadeModule;
  readonly pages: ModulePages;
}

/**
 * Makes all modules of a model, and what documents them, in their order.
 *
 * @throws DiagnosticsError where a template cannot be rendered
 */
export async function remakeModules(
  model: SchemaModel,
  options: GenerateOptions,
  render: RenderTemplate,
): Promise<RemadeModule[]> {
  const { outputs } = options;
  const { modules } = model;
  const fresh = await makeModules(model, modules, render, await moduleOptions(options, []));
  const made = modules.map((module) => {
    const own = fresh.get(module)?.made;
    if (own === undefined) throw new RangeError(`${module.path} was not made`);
    return { module, made: own };
  });
  await options.onProgress?.({ stage: "docs" });
  if (!(outputs.has("docs") || outputs.has("site"))) {
    return made.map((each) => ({ ...each, pages: {} }));
  }
  const types = made.flatMap(({ module, made: own }) =>
    declaredTypes(module, own).map(([node, { text }]) => [node, text] as const),
  );
  const makePages = await openPages(
    {
      source: typeSource(model, options.types),
      outputs,
      layout: options.docs,
      predicates: [],
      wanted: [...modules.keys()],
    },
    {
      types: new Map(types),
      scripts: [...fresh.values()].flatMap(({ script }) => script ?? []),
    },
    render,
  );
  return made.map((each) => ({ ...each, pages: makePages(each.module) }));
}

/**
 * The files of a module and of its pages, from the path below the output folder to the text.
 */
export function remadeFiles(
  { module, made, pages }: RemadeModule,
  { emit }: Pick<GenerateOptions, "emit">,
): (readonly [path: string, text: string])[] {
  const { path, declarations } = module;
  const { text, script } = made;
  const { markdown, site } = pages;
  const page = declarations[0]?.docsPage;
  return [
    ...(text === undefined ? [] : moduleTextFiles(path, { ...made, text }, emit)),
    ...(script === undefined ? [] : [[siteGuards(path), script] as const]),
    ...(markdown === undefined || page === undefined ? [] : [[page, markdown] as const]),
    ...(site === undefined ? [] : [[sitePage(path), site.page] as const]),
    ...(site?.rows === undefined ? [] : [[rowsScript(path), site.rows] as const]),
  ];
}
