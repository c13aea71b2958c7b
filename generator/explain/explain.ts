import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import { keywordName } from "../dialects/custom-keywords.ts";
import { locationRange } from "../diagnostics/diagnostic.ts";
import { markdown } from "../docs/markup.ts";
import { schemaWords } from "../docs/type-words.ts";
import { unsaidAssertion, unsaidKeyword } from "../lint/statement.ts";
import { assertionOf } from "../model/assertion-of.ts";
import { idleType } from "../model/idle-type.ts";
import type { ExportNames, SchemaLocation, SchemaModel, SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { localizeModel } from "../names/local-names.ts";
import { moduleFile } from "../names/module-files.ts";
import type { GenerateOptions } from "../options.ts";
import { formatTypeScript } from "../text/format-typescript.ts";
import type { SchemaPlace } from "../resolve/resources.ts";
import { compareCodeUnits } from "../text/order.ts";
import { inlineCode } from "../text/markdown.ts";
import { coverageOf } from "../types/coverage.ts";
import { isForeign } from "../types/foreign-text.ts";
import { lowerNode } from "../types/lower.ts";
import { isListedUnion, printType } from "../types/print-type.ts";
import { aliasLayout, layOutType } from "../types/type-layout.ts";
import { typeSource, type TypeSource } from "../types/type-source.ts";
import { printDeclarationTypes } from "../types/types.ts";
import type {
  ExplainedKeyword,
  ExplainedReference,
  Explanation,
  PlaceWords,
} from "./explanation.ts";
import { keywordMeaning } from "./keyword-meaning.ts";
import { dialectReason, nameReason } from "./reasons.ts";

/** What an explanation is made from. */
export interface ExplanationSource {
  readonly model: SchemaModel;
  readonly options: GenerateOptions;
  /** The names that `names.lock.json` keeps. */
  readonly locked: ReadonlyMap<string, string>;
}

/**
 * Tells what was understood of the schema at a place.
 *
 * @param asked JSON Pointer from the schema to what was asked for
 * @returns `undefined` where nothing is made of the schema, since nothing that is made refers to it
 */
export async function explainSchema(
  { model, options, locked }: ExplanationSource,
  place: SchemaPlace,
  asked: string,
): Promise<Explanation | undefined> {
  const nodes = model.nodes.filter(
    ({ location }) => location.document === place.document && location.pointer === place.pointer,
  );
  const node = nodes.find(({ id }) => model.declarations.has(id)) ?? nodes[0];
  if (node === undefined) return undefined;
  const source = typeSource(model, options.types);
  const declaration = model.declarations.get(node.id);
  const inline = model.inlineTypes.get(node.id);
  return {
    place: placeWords(model, node.id),
    asked,
    dialect: { name: place.dialect.name, reason: dialectReason(place, options) },
    resource: place.base,
    names:
      declaration === undefined
        ? undefined
        : {
            name: declaration.name,
            reason: nameReason(declaration, node.location, options, locked),
            module: moduleFile(declaration.module, options.emit),
            exports: exportedNames(declaration.exports),
          },
    partOf:
      declaration === undefined
        ? ((inline && model.declarations.get(inline.declaration)?.name) ??
          holderName(model, node.location))
        : undefined,
    types: [...(model.facts[node.id]?.types ?? [])].sort(compareCodeUnits),
    typeScript: await typeText(source, node, options),
    keywords: node.assertions.map((assertion) => explainAssertion(source, node, assertion)),
    annotations: annotationsOf(node),
    ignored: node.ignored.map((ignored) => {
      const { note, nearest } = unsaidKeyword(ignored);
      const guess = nearest.length === 0 ? "" : `; did you mean ${nearest.join(" or ")}?`;
      return { keyword: ignored.keyword, written: ignored.path, reason: note + guess };
    }),
    references: referenceChain(model, node),
    referrers: referrersOf(model, new Set(nodes.map(({ id }) => id))),
    specializations: nodes.length - 1,
  };
}

function placeWords(model: SchemaModel, id: NodeId): PlaceWords {
  const { location } = nodeOf(model, id);
  const { document: file, pointer } = location;
  const start = locationRange({ file, pointer })?.start;
  return {
    source: file.source,
    pointer,
    line: start?.line,
    column: start?.column,
    name: model.declarations.get(id)?.name ?? model.inlineTypes.get(id)?.name,
  };
}

/** The nearest declaration around a place that has no name. */
function holderName(model: SchemaModel, { document, pointer }: SchemaLocation): string | undefined {
  const around = [...model.declarations.values()]
    .map(({ node, name }) => ({ name, location: nodeOf(model, node).location }))
    .filter(
      ({ location }) =>
        location.document === document && pointer.startsWith(`${location.pointer}/`),
    )
    .sort((a, b) => b.location.pointer.length - a.location.pointer.length);
  return around[0]?.name;
}

async function typeText(
  source: TypeSource,
  node: SchemaNode,
  { types }: GenerateOptions,
): Promise<string> {
  const declaration = source.declarations.get(node.id);
  if (declaration !== undefined) {
    const module = source.modules.find(({ path }) => path === declaration.module);
    const model = module === undefined ? source : localizeModel(source, module);
    const request = { model, declaration, hasPage: false };
    const [printed] = await printDeclarationTypes([request], types);
    // What the schema says to readers stands beside its type already.
    return (printed?.text ?? "").replaceAll(/^ *\/\*\*[^]*?\*\/\n/gm, "");
  }
  const type = lowerNode({ ...source, spelling: new Set([node.id]) }, node.id);
  const scope = {
    nameOf: (id: NodeId) => nameOf(source, id),
    hasRecord: true,
    isEager: true,
    isReadonly: types.readonly,
    hasOpenIndex: types.openObjects === "index",
  };
  const head = "type T";
  const alias = aliasLayout(head, printType(type, scope, "bare"), isListedUnion(type, scope));
  const text = layOutType(alias);
  const formatted = isForeign(type) ? await formatTypeScript(text) : text;
  return formatted.trim().slice(`${head} =`.length, -1).trimStart();
}

function nameOf(model: SchemaModel, id: NodeId): string {
  return model.declarations.get(id)?.exports.type ?? model.inlineTypes.get(id)?.name ?? "unknown";
}

function explainAssertion(
  source: TypeSource,
  node: SchemaNode,
  assertion: Assertion,
): ExplainedKeyword {
  const wording = {
    model: source,
    markup: markdown,
    declarationLink: (id: NodeId) => inlineCode(nameOf(source, id)),
    anchorOf: () => undefined,
    place: new Set<NodeId>(),
  };
  const idle = idleType(node, assertion);
  const coverage = coverageOf(source, node, assertion);
  const statement =
    idle === undefined
      ? coverage.by === "both"
        ? { saidBy: "type-and-guard" as const, note: `the guard checks ${coverage.rest}` }
        : { saidBy: coverage.by, note: "" }
      : unsaidAssertion(idle);
  return {
    keyword: keywordName(assertion),
    written: assertion.keyword === "if" ? assertion.condition.path : assertion.path,
    meaning: keywordMeaning(assertion, (id) => schemaWords(wording, id)),
    saidBy: statement.saidBy,
    note: statement.note,
  };
}

function annotationsOf({ annotations }: SchemaNode): Readonly<Record<string, unknown>> {
  const { enumMembers, default: value, ...others } = annotations;
  return {
    ...others,
    ...(value && { default: value.value }),
    ...(enumMembers && {
      enumMembers: [...enumMembers].map(([of, member]) => ({ value: of, ...member })),
    }),
  };
}

function referenceChain(model: SchemaModel, start: SchemaNode): readonly ExplainedReference[] {
  const chain: ExplainedReference[] = [];
  const seen = new Set<NodeId>([start.id]);
  let reference = assertionOf(start, "$ref");
  while (reference !== undefined) {
    const { target } = reference;
    chain.push({ reference: reference.reference, ...placeWords(model, target) });
    reference = seen.has(target) ? undefined : assertionOf(nodeOf(model, target), "$ref");
    seen.add(target);
  }
  return chain;
}

function referrersOf(model: SchemaModel, targets: ReadonlySet<NodeId>): readonly PlaceWords[] {
  const places = model.nodes
    .filter(({ assertions }) =>
      assertions.some((assertion) => assertion.keyword === "$ref" && targets.has(assertion.target)),
    )
    .map(({ id, location }) => {
      const words = placeWords(model, id);
      return { ...words, name: words.name ?? holderName(model, location) };
    });
  const distinct = new Map(places.map((place) => [`${place.source}#${place.pointer}`, place]));
  return [...distinct].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, place]) => place);
}

/** What consumers import; other exports are for other modules of the output. */
function exportedNames({
  type,
  guard,
  validator,
  assertion,
  standardSchema,
}: ExportNames): readonly string[] {
  return [type, guard, validator, assertion, standardSchema];
}
