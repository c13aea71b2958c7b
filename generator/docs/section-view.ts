import { aliasTarget } from "../model/alias.ts";
import { assertionOf } from "../model/assertion-of.ts";
import type {
  Annotations,
  Assertion,
  AssertionOf,
  JsonType,
  NodeId,
} from "../dialects/canonical-keywords.ts";
import { directionOf } from "../model/direction.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { constraintWords } from "./constraint-words.ts";
import { extensionViews, type ExtensionView, tagWords } from "./discriminator-view.ts";
import { conjunctsOf } from "./inline-schemas.ts";
import type { Markup } from "./markup.ts";
import { hasValueTable, isLongList } from "./parts.ts";
import { joinClauses, ownTypeWords, schemaWords, typeWords, type Wording } from "./type-words.ts";

/** What the templates show of one schema. Texts are markup, safe in a cell of a table. */
export interface SchemaView {
  /** The type in words; "" where the tables say it all. */
  readonly type: string;
  readonly acceptsNothing: boolean;
  readonly constraints: readonly string[];
  readonly properties: readonly PropertyView[];
  readonly unions: readonly UnionView[];
  readonly extensions: readonly ExtensionView[];
  /** The values of a list that describes them. */
  readonly valueRows: readonly { readonly value: string; readonly description: string }[];
  /** The values of a long list that does not, each a code span. */
  readonly values: readonly string[];
  readonly valuesAreMany: boolean;
}

/** How many values of a list stand open on a page; more are folded. */
const mostOpenValues = 24;

/** A row of a table of properties. */
export interface PropertyView {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** The messages that it is required in, where these are not all; else "". */
  readonly direction: string;
  readonly default: string;
  readonly constraints: string;
  /** What its annotations say: its states, its label, its description, an example. */
  readonly notes: readonly string[];
}

/** The variants of an `anyOf` or `oneOf`. */
export interface UnionView {
  /** The property that tells the variants apart; "" for none. */
  readonly tag: string;
  /** Whether the property only explains the variants, and is not checked. */
  readonly tagIsNote: boolean;
  readonly exclusive: boolean;
  readonly variants: readonly {
    readonly type: string;
    readonly tagValues: string;
    readonly notes: readonly string[];
  }[];
}

/**
 * Makes the view of a schema in a place of its own: all that it says itself, and what the members of
 * its `allOf` say that have no name.
 */
export function schemaView(wording: Wording, id: NodeId): SchemaView {
  const { model, markup } = wording;
  const conjuncts = conjunctsOf(model, id);
  const place = new Set(conjuncts.map((node) => node.id));
  const properties = propertyRows(wording, conjuncts);
  const unions = conjuncts.flatMap((node) => unionViews(wording, node));
  const type = ownTypeWords({ ...wording, place }, id);
  const values = conjuncts
    .filter((node) => !hasValueTable(node))
    .map((node) => assertionOf(node, "enum")?.values ?? [])
    .filter(isLongList)
    .flatMap((list) => list.map(markup.json));
  const isTold = properties.length === 0 ? unions.length > 0 : acceptsOnly(model, id, "object");
  return {
    type: isTold && type === "anything" ? "" : type,
    acceptsNothing: model.facts[id]?.types.size === 0,
    constraints: conjuncts.flatMap((node) => nodeConstraints(wording, node)),
    properties,
    unions,
    extensions: conjuncts.flatMap((node) => extensionViews(wording, node)),
    valueRows: conjuncts.filter(hasValueTable).flatMap((node) => valueRows(markup, node)),
    values,
    valuesAreMany: values.length > mostOpenValues,
  };
}

function valueRows(markup: Markup, node: SchemaNode): SchemaView["valueRows"] {
  const values = assertionOf(node, "enum")?.values ?? [];
  return values.map((value) => ({
    value: markup.json(value),
    description: markup.description(
      node.annotations.enumMembers?.get(value)?.description ?? "",
      undefined,
    ),
  }));
}

function acceptsOnly(model: SchemaModel, id: NodeId, type: JsonType): boolean {
  return [...(model.facts[id]?.types ?? [])].every((accepted) => accepted === type);
}

function nodeConstraints(wording: Wording, node: SchemaNode): readonly string[] {
  return constraintWords(node, (id) => schemaWords(wording, id), wording.markup);
}

function propertyRows(wording: Wording, conjuncts: readonly SchemaNode[]): PropertyView[] {
  const required = new Set(conjuncts.flatMap((node) => assertionOf(node, "required")?.names ?? []));
  return [...propertySchemas(conjuncts)].map(([name, ids]) =>
    propertyView(wording, name, ids, required.has(name)),
  );
}

/** The properties of schemas that all hold of the same value, each with all that holds for it. */
export function propertySchemas(
  conjuncts: readonly SchemaNode[],
): ReadonlyMap<string, readonly NodeId[]> {
  const byName = new Map<string, NodeId[]>();
  for (const { name, node } of conjuncts.flatMap(
    (conjunct) => assertionOf(conjunct, "properties")?.properties ?? [],
  )) {
    const ids = byName.get(name);
    if (ids === undefined) byName.set(name, [node]);
    else ids.push(node);
  }
  return byName;
}

/** @param ids the schemas that all hold for the property */
function propertyView(
  wording: Wording,
  name: string,
  ids: readonly NodeId[],
  required: boolean,
): PropertyView {
  const { model, markup } = wording;
  const own = ids.filter((id) => !model.declarations.has(id));
  const annotations = own.map((id) => nodeOf(model, id).annotations);
  const defaults = annotations.flatMap((each) =>
    each.default === undefined ? [] : [each.default],
  );
  return {
    name: markup.code(name),
    type: joinClauses(ids.map((id) => typeWords(wording, id))),
    required,
    direction: directionOf(annotations) ?? "",
    default: defaults
      .slice(0, 1)
      .map(({ value }) => markup.json(value))
      .join(""),
    constraints: own
      .flatMap((id) => conjunctsOf(model, id))
      .flatMap((node) => nodeConstraints(wording, node))
      .join("; "),
    notes: own.flatMap((id) => annotationNotes(wording, id)),
  };
}

/** What the annotations of a schema say in a row. */
function annotationNotes(wording: Wording, id: NodeId): string[] {
  const { model, markup, anchorOf } = wording;
  const { annotations } = nodeOf(model, id);
  const label = labelOf(model, markup, id);
  const [example] = annotations.examples ?? [];
  return [
    stateWords(annotations).map(markup.state).join(", "),
    label === "" ? "" : `Label: ${label}.`,
    markup.description(annotations.description ?? "", anchorOf(id)),
    example === undefined ? "" : `Example: ${markup.json(example)}`,
  ].filter((note) => note !== "");
}

/** The title of a schema, unless it just repeats the name of the type that stands beside it. */
function labelOf(model: SchemaModel, markup: Markup, id: NodeId): string {
  const { title = "" } = nodeOf(model, id).annotations;
  const target = aliasTarget(model.nodes, id);
  const name = target === undefined ? undefined : model.declarations.get(target)?.name;
  return title === name ? "" : markup.text(title);
}

/** The states that a schema is marked with: deprecated, read-only, write-only. */
export function stateWords(annotations: Annotations): string[] {
  const { deprecated, readOnly, writeOnly } = annotations;
  return [
    ...(deprecated === true ? ["Deprecated"] : []),
    ...(readOnly === true ? ["Read-only"] : []),
    ...(writeOnly === true ? ["Write-only"] : []),
  ];
}

function unionViews(wording: Wording, node: SchemaNode): UnionView[] {
  return node.assertions.filter(isUnion).map((union) => {
    const tag = tagWords(wording, node, union);
    return {
      tag: tag?.property ?? "",
      tagIsNote: tag?.isNote ?? false,
      exclusive: union.keyword === "oneOf" && tag?.isNote !== false,
      variants: union.subschemas.map((variant, index) => ({
        type: schemaWords(wording, variant.node),
        tagValues: tag?.values[index] ?? "",
        notes: variantNotes(wording, variant.node),
      })),
    };
  });
}

function isUnion(assertion: Assertion): assertion is AssertionOf<"anyOf"> | AssertionOf<"oneOf"> {
  return (
    (assertion.keyword === "anyOf" || assertion.keyword === "oneOf") &&
    assertion.subschemas.length > 1
  );
}

/** What the annotations of a variant say; of a schema with a name, what its description begins with. */
function variantNotes(wording: Wording, id: NodeId): string[] {
  const { model, markup } = wording;
  const target = aliasTarget(model.nodes, id) ?? id;
  const { description = "" } = nodeOf(model, target).annotations;
  const named = model.declarations.has(target) ? markup.summary(description) : "";
  const own = model.declarations.has(id) ? [] : annotationNotes(wording, id);
  return named === "" ? own : [...own, named];
}
