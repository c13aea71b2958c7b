import type { EmitForm, OutputKind } from "../config/config.ts";
import { type GuardScript, compileGuards } from "../guards/guards.ts";
import type { ChooseStrategy } from "../guards/object-strategy.ts";
import type { FormatFile } from "../format/formatter.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaModule } from "../model/model.ts";
import type { TypeOptions } from "../options.ts";
import type { OnProgress } from "../progress.ts";
import type { CustomPredicate } from "../names/custom-predicates.ts";
import { localizeModel } from "../names/local-names.ts";
import { type DeclarationType, printDeclarationTypes } from "../types/types.ts";
import { formatRendered } from "./format.ts";
import { guardScript, runtimeScript } from "./guard-scripts.ts";
import { siteGuards, siteRuntime } from "../names/site-places.ts";
import { predicateView } from "./predicate-view.ts";
import { indexedRuntime, indexViews } from "./index-view.ts";
import { type ModuleTexts, moduleTextFiles, moduleTexts } from "./module-texts.ts";
import { isRuntimeValue, moduleView, runtimeNames, usedRuntime } from "./module-view.ts";
import { runtimeParts } from "./runtime-parts.ts";
import type { RenderTemplate } from "./templates.ts";

/** Formats the text that the template of a module gives, for a path below the output folder. */
export type FormatModule = (text: string, file: string) => Promise<string> | string;

/** How modules are emitted. */
export interface ModuleOptions {
  /** What is made; the types are printed for what shows them, too. */
  readonly outputs: ReadonlySet<OutputKind>;
  /** What they are emitted as. */
  readonly emit: EmitForm;
  /** What import specifiers end in. */
  readonly importExtension: string;
  /** Whether something shows types besides modules and docs. */
  readonly showsTypes?: boolean;
  readonly types: TypeOptions;
  /** Applied to each module and the runtime; what they are made of comes to it formatted. */
  readonly formatModule: FormatModule;
  /** Applied to each file of a module at last. */
  readonly formatFile?: FormatFile;
  /** The predicates of the user, of which those that some guard calls have a module. */
  readonly predicates: readonly CustomPredicate[];
  /** How guards come by the properties of objects, where not as the costs have it. */
  readonly strategies?: ChooseStrategy;
  /** Whether guards are to be run in this process, too. */
  readonly runsGuards?: boolean;
  /** A module as it was made before from the same; `undefined` for one that is to be made. */
  readonly reuse?: (module: SchemaModule) => MadeModule | undefined;
  /** Is told the texts of types, by their declarations, as they become known. */
  readonly onTypes?: (types: ReadonlyMap<NodeId, string>) => void;
  /** Is told how many modules are made, batch by batch. */
  readonly onProgress?: OnProgress;
}

/** A module as it was made, with all that the rest of an output needs to know of it. */
export interface MadeModule extends Partial<ModuleTexts> {
  /** The type of each declaration, in their order; none where nothing shows types. */
  readonly types: readonly MadeType[];
  /** The script that brings its guards to the site; absent where none does. */
  readonly script?: string;
  /** The names of the runtime's exports that it uses. */
  readonly runtime: readonly string[];
  /** The modules of the predicates of the user that it calls. */
  readonly predicates: readonly string[];
}

/** The type of a declaration as it was made. */
export interface MadeType {
  readonly text: string;
  readonly isEnumeration: boolean;
}

/** The TypeScript that a model is emitted as. */
export interface EmittedModules {
  /** From the path below the output folder to the text. */
  readonly files: ReadonlyMap<string, string>;
  /** The text of each declaration's type, as its module has it; none where nothing shows types. */
  readonly types: ReadonlyMap<NodeId, string>;
  /** By the paths of the modules. */
  readonly made: ReadonlyMap<string, MadeModule>;
  /** The guards of those modules that were not taken from an earlier run, where they are to be run. */
  readonly scripts: readonly GuardScript[];
}

/**
 * Whether an output has modules.
 */
export function hasModules(outputs: ReadonlySet<OutputKind>): boolean {
  return outputs.has("types") || outputs.has("guards");
}

/**
 * Emits every module of a model, the indexes of their folders, and the runtime and the predicates of the
 * user with what some module uses of them.
 *
 * @throws DiagnosticsError where a template cannot be rendered, or makes what cannot be emitted
 */
export async function emitModules(
  model: SchemaModel,
  render: RenderTemplate,
  options: ModuleOptions,
): Promise<EmittedModules> {
  const { outputs, emit } = options;
  const files = new Map<string, string>();
  const add = (module: string, texts: ModuleTexts) => {
    for (const [file, text] of moduleTextFiles(module, texts, emit)) files.set(file, text);
  };
  const types = new Map<NodeId, string>();
  const enumerations = new Set<NodeId>();
  const runtime = new Set<string>(outputs.has("guards") ? indexedRuntime : []);
  const usedValues = new Set<string>();
  const predicates = new Set<string>();
  const made = new Map<string, MadeModule>();
  const reused = new Map(model.modules.map((module) => [module, options.reuse?.(module)]));
  const missing = model.modules.filter((module) => reused.get(module) === undefined);
  options.onTypes?.(
    textsOf([...reused].flatMap(([module, known]) => (known ? declaredTypes(module, known) : []))),
  );
  const fresh = await makeModules(model, missing, render, options);
  for (const module of model.modules) {
    const emitted = reused.get(module) ?? fresh.get(module)?.made;
    if (emitted === undefined) throw new RangeError(`${module.path} was not made`);
    made.set(module.path, emitted);
    if (emitted.script !== undefined) files.set(siteGuards(module.path), emitted.script);
    if (emitted.text !== undefined) add(module.path, { ...emitted, text: emitted.text });
    for (const [node, type] of declaredTypes(module, emitted)) {
      types.set(node, type.text);
      if (type.isEnumeration) enumerations.add(node);
    }
    for (const name of emitted.runtime) {
      runtime.add(name);
      if (isRuntimeValue(name)) usedValues.add(name);
    }
    for (const predicate of emitted.predicates) predicates.add(predicate);
  }
  if (hasModules(outputs)) {
    const source = { model, enumerations, outputs, extension: options.importExtension };
    for (const [module, view] of indexViews(source)) {
      const text = await options.formatModule(render("index.ts", view), `${module}.ts`);
      add(module, await moduleTexts(text, module, options));
    }
  }
  for (const predicate of options.predicates) {
    const { module } = predicate;
    if (!predicates.has(module)) continue;
    const rendered = render(...predicateView(predicate));
    const text = await formatRendered(rendered, `${module}.ts`);
    add(module, await moduleTexts(text, module, options));
  }
  if (outputs.has("guards")) {
    const runtimeText = render("runtime.ts", { parts: runtimeParts(runtime) });
    const text = await options.formatModule(runtimeText, "runtime.ts");
    add("runtime", await moduleTexts(text, "runtime", options));
    if (outputs.has("site")) {
      const script = await runtimeScript(usedValues, predicates, options.predicates);
      files.set(siteRuntime, script);
    }
  }
  const scripts = [...fresh.values()].flatMap(({ script }) => script ?? []);
  return { files, types, made, scripts };
}

/**
 * The types of a module as it was made, by their declarations.
 */
export function declaredTypes(
  { path: module, declarations }: SchemaModule,
  { types }: MadeModule,
): readonly (readonly [node: NodeId, type: MadeType])[] {
  return types.map((type, index) => {
    const node = declarations[index]?.node;
    if (node === undefined) throw new RangeError(`${module} has not that many declarations`);
    return [node, type];
  });
}

/** The texts of types, by their declarations. */
function textsOf(
  types: Iterable<readonly [node: NodeId, type: MadeType]>,
): ReadonlyMap<NodeId, string> {
  return new Map([...types].map(([node, { text }]) => [node, text]));
}

/** How many modules have their types printed at once. */
const batchSize = 64;

/**
 * Makes modules of a model: what {@link emitModules} does with those that are not taken again.
 *
 * @throws DiagnosticsError as that does
 */
export async function makeModules(
  model: SchemaModel,
  modules: readonly SchemaModule[],
  render: RenderTemplate,
  options: ModuleOptions,
): Promise<ReadonlyMap<SchemaModule, FreshModule>> {
  const made = new Map<SchemaModule, FreshModule>();
  for (let start = 0; start < modules.length; start += batchSize) {
    const batch = modules
      .slice(start, start + batchSize)
      .map((module): LocalModule => ({ module, model: localizeModel(model, module) }));
    const types = await printTypes(batch, options);
    options.onTypes?.(textsOf([...types.values()].flatMap((each) => [...each])));
    await options.onProgress?.({ stage: "modules", done: start, total: modules.length });
    for (const local of batch) {
      const shown = types.get(local.module) ?? noTypes;
      made.set(local.module, await makeModule(model, local, shown, render, options));
    }
  }
  return made;
}

/** A module, and the model as it sees that. */
interface LocalModule {
  readonly module: SchemaModule;
  readonly model: SchemaModel;
}

/** A module as this run has made it. */
export interface FreshModule {
  readonly made: MadeModule;
  readonly script?: GuardScript | undefined;
}

async function makeModule(
  exportingModel: SchemaModel,
  { module, model }: LocalModule,
  shown: ModuleTypes,
  render: RenderTemplate,
  options: ModuleOptions,
): Promise<FreshModule> {
  const { outputs, importExtension, formatModule, strategies, runsGuards: isRun } = options;
  const isTried = outputs.has("site");
  const types = outputs.has("types") ? shown : noTypes;
  const { Issue } = runtimeNames({ model, module, types });
  const values = [...types.values()].flatMap((type) => type.enumerations);
  const guards = outputs.has("guards")
    ? compileGuards(
        model,
        module,
        { issueType: Issue, taken: new Set(values) },
        { strategies, isRun, isTried },
      )
    : undefined;
  const made = {
    types: [...shown.values()].map(({ text, isEnumeration }) => ({ text, isEnumeration })),
    runtime: guards === undefined ? [] : usedRuntime(guards),
    predicates: guards?.predicates.map(({ module }) => module) ?? [],
  };
  if (!hasModules(outputs)) return { made };
  const view = moduleView({ model, exportingModel, module, types, guards }, importExtension);
  const text = await formatModule(render("module.ts", view), `${module.path}.ts`);
  const texts = await moduleTexts(text, module.path, options);
  const script = isTried &&
    guards && { script: guardScript({ module, model, exportingModel, guards }) };
  return { made: { ...made, ...texts, ...script }, script: guards?.script };
}

type ModuleTypes = ReadonlyMap<NodeId, DeclarationType>;

const noTypes: ModuleTypes = new Map();

/** Prints the types of modules, where something shows them. */
async function printTypes(
  locals: readonly LocalModule[],
  { outputs, types: options, showsTypes = false }: ModuleOptions,
): Promise<ReadonlyMap<SchemaModule, ModuleTypes>> {
  if (!(outputs.has("types") || showsTypes)) return new Map();
  const requests = locals.flatMap(({ module, model }) =>
    module.declarations.map((declaration) => ({
      module,
      model,
      declaration,
      hasPage: outputs.has("docs"),
    })),
  );
  const printed = await printDeclarationTypes(requests, options);
  const types = new Map(locals.map(({ module }) => [module, new Map<NodeId, DeclarationType>()]));
  for (const [index, { module, declaration }] of requests.entries()) {
    const type = printed[index];
    if (type !== undefined) types.get(module)?.set(declaration.node, type);
  }
  return types;
}
