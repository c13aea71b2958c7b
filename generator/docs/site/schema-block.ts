import type { Assertion, NodeId } from "../../dialects/canonical-keywords.ts";
import type { SchemaModel } from "../../model/model.ts";
import { nodeOf } from "../../model/node-of.ts";
import { usedDeclarations } from "../../model/users.ts";
import { conjunctsOf } from "../inline-schemas.ts";
import { innerSchemas, isPart, type Place } from "../parts.ts";
import {
  type PropertyView,
  type SchemaView,
  propertySchemas,
  schemaView,
} from "../section-view.ts";
import type { Wording } from "../type-words.ts";
import { siteTarget } from "../../names/site-places.ts";
import { counted, type Noun, properties as propertiesNoun } from "../../words/count-words.ts";
import type { Anchors } from "./anchors.ts";

/** A schema as the site shows it: all that it says itself, with what is inside it in its rows. */
export interface SchemaBlock extends Omit<SchemaView, "properties"> {
  /** Where its values stand in those of the row that it is in: `[]`; "" for the row's own. */
  readonly place: string;
  /** "" where the row has it. */
  readonly anchor: string;
  readonly description: string;
  readonly properties: readonly PropertyRow[];
  /** Schemas without a name inside it that are no properties: items, variants, values of a map. */
  readonly blocks: readonly SchemaBlock[];
}

/** A property of a schema, which can be opened where there is something inside. */
export interface PropertyRow extends PropertyView {
  readonly anchor: string;
  /** Where it stands in a value of the declaration: `server.backoff`. */
  readonly path: string;
  readonly canOpen: boolean;
  /** What is seen once it is opened: `2 variants`. */
  readonly inside: string;
  /** The schemas that hold for it. */
  readonly schemas: readonly NodeId[];
  readonly blocks: readonly SchemaBlock[];
  /** The declarations that it refers to, which are shown once they are asked for. */
  readonly references: readonly ReferenceView[];
}

/** A declaration whose rows are on another page. */
export interface ReferenceView {
  readonly name: string;
  /** The module, and behind a `#` the anchor of what is no root. */
  readonly key: string;
  readonly target: string;
}

/** What blocks of one page need. */
export interface BlockSource {
  readonly wording: Wording;
  readonly anchors: Anchors;
  /** Path of the page. */
  readonly page: string;
}

/**
 * Makes the block of a schema.
 *
 * @param place where it stands in a value of the declaration; its path ends in the suffix
 */
export function schemaBlock(source: BlockSource, place: Place, suffix: string): SchemaBlock {
  const { wording, anchors } = source;
  const { model, markup } = wording;
  const { properties, ...view } = schemaView(wording, place.node);
  const conjuncts = conjunctsOf(model, place.node);
  const schemas = propertySchemas(conjuncts);
  const { description = "" } = nodeOf(model, place.node).annotations;
  return {
    ...view,
    place: suffix,
    anchor: suffix === "" ? "" : anchors.ofBlock(place.node),
    description: suffix === "" ? "" : markup.description(description, undefined),
    properties: [...schemas].map(([name, ids], index) =>
      propertyRow(source, properties[index], ids, below(place.path, name)),
    ),
    blocks: conjuncts.flatMap(({ assertions }) =>
      assertions
        .filter(isNoMember)
        .flatMap((assertion) =>
          innerSchemas(assertion, place.path).flatMap((inner) =>
            outermostBlocks(source, inner, place.path),
          ),
        ),
    ),
  };
}

function isNoMember({ keyword }: Assertion): boolean {
  return keyword !== "properties" && keyword !== "allOf";
}

function propertyRow(
  source: BlockSource,
  view: PropertyView | undefined,
  ids: readonly NodeId[],
  path: string,
): PropertyRow {
  const { wording, anchors } = source;
  if (view === undefined) throw new RangeError(`no row was made of ${path}`);
  const places = ids.map((node) => ({ node, path }));
  // Taken before those inside, which would else come first where names are alike.
  const anchor = anchors.ofRow(path, ids);
  const blocks = places.flatMap((place) => outermostBlocks(source, place, path));
  const references = [...new Set(ids.flatMap((id) => referencesOf(wording.model, id)))].flatMap(
    (id) => referenceView(source, id),
  );
  return {
    ...view,
    anchor,
    path,
    schemas: ids,
    canOpen: blocks.length + references.length > 0,
    inside: insideWords(blocks, references),
    blocks,
    references,
  };
}

/** The blocks of the schemas at a place that have one and stand inside no other. */
function outermostBlocks(source: BlockSource, place: Place, from: string): readonly SchemaBlock[] {
  const { model } = source.wording;
  if (model.declarations.has(place.node)) return [];
  if (isPart(model, place.node)) {
    return [schemaBlock(source, place, place.path.slice(from.length).trim())];
  }
  return nodeOf(model, place.node).assertions.flatMap((assertion) =>
    innerSchemas(assertion, place.path).flatMap((inner) => outermostBlocks(source, inner, from)),
  );
}

/** The declarations that a schema refers to outside of the rows of its own block. */
function referencesOf(model: SchemaModel, id: NodeId): readonly NodeId[] {
  if (model.declarations.has(id)) return [id];
  return conjunctsOf(model, id).some((node) => propertySchemas([node]).size > 0)
    ? []
    : usedDeclarations(model, id);
}

function referenceView({ wording, page }: BlockSource, id: NodeId): ReferenceView[] {
  const { model } = wording;
  const declaration = model.declarations.get(id);
  if (declaration === undefined || !hasRows(model, id)) return [];
  const { name, module, siteAnchor } = declaration;
  const key = siteAnchor === "" ? module : `${module}#${siteAnchor}`;
  return [{ name, key, target: siteTarget(page, declaration) }];
}

/** Whether a declaration has more to show than its name and its type. */
function hasRows(model: SchemaModel, id: NodeId): boolean {
  return isPart(model, id) || usedDeclarations(model, id).some((used) => used !== id);
}

const variants: Noun = [" variant", " variants"];
const values: Noun = [" value", " values"];

function insideWords(blocks: readonly SchemaBlock[], references: readonly ReferenceView[]): string {
  const count = (of: (block: SchemaBlock) => number) =>
    blocks.reduce((sum, block) => sum + of(block), 0);
  const counts: readonly (readonly [number, Noun])[] = [
    [count((block) => block.properties.length), propertiesNoun],
    [count(({ unions }) => Math.max(0, ...unions.map((union) => union.variants.length))), variants],
    [count((block) => block.values.length + block.valueRows.length), values],
  ];
  const words = counts
    .filter(([number]) => number > 0)
    .map(([number, noun]) => counted(number, noun));
  if (words.length > 0) return words.join(", ");
  return references.length > 0 ? references.map(({ name }) => name).join(", ") : "Details";
}

function below(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
