import { compileGuards } from "../guards/guards.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaModule } from "../model/model.ts";
import type { TypeOptions } from "../options.ts";
import type { FormatPredicate } from "../dialects/formats.ts";
import type { CustomFormat } from "../names/format-names.ts";
import { localizeModel } from "../names/local-names.ts";
import { type DeclarationType, printDeclarationType } from "../types/types.ts";
import { formatRendered, formatTypeScript } from "./format.ts";
import { formatView } from "./format-view.ts";
import { indexViews } from "./index-view.ts";
import { moduleView, runtimeNames, usedRuntime } from "./module-view.ts";
import { runtimeParts } from "./runtime-parts.ts";
import type { RenderTemplate } from "./templates.ts";

/** Formats the text that the template of a module gives, for a path below the output folder. */
export type FormatModule = (text: string, file: string) => Promise<string> | string;

/** How modules are emitted. */
export interface ModuleOptions {
  /** What import specifiers end in. */
  readonly importExtension: string;
  readonly types: TypeOptions;
  /** Applied to each module and the runtime; what they are made of comes to it formatted. */
  readonly formatModule: FormatModule;
  /** The custom formats, of which those that some guard asserts have a module. */
  readonly customFormats: ReadonlyMap<string, CustomFormat>;
}

/** The TypeScript that a model is emitted as. */
export interface EmittedModules {
  /** From the path below the output folder to the text. */
  readonly files: ReadonlyMap<string, string>;
  /** The text of each declaration's type, as its module has it. */
  readonly types: ReadonlyMap<NodeId, string>;
}

/**
 * Emits every module of a model, the indexes of their folders, and the runtime and the custom formats
 * with what some module uses of them.
 *
 * @throws DiagnosticsError where a template cannot be rendered
 */
export async function emitModules(
  model: SchemaModel,
  render: RenderTemplate,
  options: ModuleOptions,
): Promise<EmittedModules> {
  const files = new Map<string, string>();
  const types = new Map<NodeId, string>();
  const enumerations = new Set<NodeId>();
  const runtime = new Set<string>();
  const formats = new Set<string>();
  for (const module of model.modules) {
    const emitted = await emitModule(model, module, render, options);
    files.set(`${module.path}.ts`, emitted.text);
    for (const [node, type] of emitted.types) {
      types.set(node, type.text);
      if (type.isEnumeration) enumerations.add(node);
    }
    for (const name of emitted.runtime) runtime.add(name);
    for (const format of emitted.formats) formats.add(format.module);
  }
  for (const [path, view] of indexViews(model, enumerations, options.importExtension)) {
    files.set(path, await formatRendered(render("index.ts", view), path));
  }
  for (const format of options.customFormats.values()) {
    const path = `${format.module}.ts`;
    if (formats.has(format.module))
      files.set(path, await formatRendered(render("format.ts", formatView(format)), path));
  }
  const runtimeText = render("runtime.ts", { parts: runtimeParts(runtime) });
  files.set("runtime.ts", await options.formatModule(runtimeText, "runtime.ts"));
  return { files, types };
}

async function emitModule(
  exportingModel: SchemaModel,
  module: SchemaModule,
  render: RenderTemplate,
  options: ModuleOptions,
): Promise<{
  text: string;
  types: ReadonlyMap<NodeId, DeclarationType>;
  runtime: readonly string[];
  formats: readonly FormatPredicate[];
}> {
  const model = localizeModel(exportingModel, module);
  const types = new Map<NodeId, DeclarationType>();
  for (const declaration of module.declarations) {
    const type = await printDeclarationType(model, declaration, options.types);
    types.set(declaration.node, { ...type, text: (await formatTypeScript(type.text)).trim() });
  }
  const { Issue } = runtimeNames({ model, module, types });
  const values = [...types.values()].flatMap((type) => type.enumerations);
  const guards = compileGuards(model, module, { issueType: Issue, taken: new Set(values) });
  const view = moduleView(
    { model, exportingModel, module, types, guards },
    options.importExtension,
  );
  const text = await options.formatModule(render("module.ts", view), `${module.path}.ts`);
  return { text, types, runtime: usedRuntime(guards), formats: guards.customFormats };
}
