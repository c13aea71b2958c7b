import type { NodeId } from "../../dialects/canonical-keywords.ts";
import type { Declaration, SchemaModule } from "../../model/model.ts";
import { nodeOf } from "../../model/node-of.ts";
import { declarationTarget } from "../../names/page-link.ts";
import { siteBase, sitePage, siteTarget } from "../../names/site-places.ts";
import { escapeHtmlText } from "../../text/html.ts";
import { evaluatePointer } from "../../pointer/json-pointer.ts";
import { folderOf } from "../folders.ts";
import { namePartsOf } from "./name-parts.ts";
import type { Markup } from "../markup.ts";
import { locationText, type PageSource, shownType } from "../page-view.ts";
import { pageWording } from "../page-wording.ts";
import { findParts } from "../parts.ts";
import { stateWords } from "../section-view.ts";
import { openAnchors } from "./anchors.ts";
import { type RelationPicture, relationPicture } from "./relation-picture.ts";
import { type SchemaBlock, schemaBlock } from "./schema-block.ts";

/** What the template of a schema's page is given. Texts are plain unless they are said to be HTML. */
export interface SchemaPageView {
  readonly title: string;
  /** What leads from the page to the folder of the site. */
  readonly base: string;
  /** The module, which names the page in the data of the site. */
  readonly module: string;
  readonly hasGuards: boolean;
  readonly sections: readonly SchemaSectionView[];
}

/** One declaration as the site shows it. */
export interface SchemaSectionView {
  readonly name: string;
  /** The name in pieces that a line may end behind. */
  readonly nameParts: readonly string[];
  /** The anchor of its heading; "" for the page's own schema. */
  readonly anchor: string;
  readonly source: string;
  /** The folders that its module is in. */
  readonly folder: string;
  readonly hasGuards: boolean;
  /** The page in Markdown; "" where there is none. */
  readonly markdown: string;
  readonly states: readonly string[];
  /** "" where it says no more than the name. */
  readonly label: string;
  /** HTML. */
  readonly description: string;
  readonly block: SchemaBlock;
  readonly guardOnly: readonly {
    readonly keyword: string;
    readonly rest: string;
    readonly paths: readonly string[];
  }[];
  /** HTML, as are the texts of the schema and of examples. */
  readonly typeText: string;
  readonly schemaText: string;
  readonly examples: readonly { readonly label: string; readonly text: string }[];
  readonly hasManyExamples: boolean;
  readonly hasRelations: boolean;
  readonly picture: RelationPicture | undefined;
  readonly uses: readonly { readonly name: string; readonly target: string }[];
  readonly usedBy: readonly { readonly name: string; readonly target: string }[];
}

/**
 * Makes the view of the page that a module has in the site.
 */
export function schemaPage(
  source: PageSource,
  markup: Markup,
  module: SchemaModule,
): SchemaPageView | undefined {
  const [root] = module.declarations;
  if (root === undefined) return undefined;
  const page = sitePage(module.path);
  return {
    title: root.name,
    base: siteBase(page),
    module: module.path,
    hasGuards: source.outputs.has("guards"),
    sections: module.declarations.map((declaration) =>
      sectionView(source, markup, declaration, page),
    ),
  };
}

function sectionView(
  source: PageSource,
  markup: Markup,
  declaration: Declaration,
  page: string,
): SchemaSectionView {
  const { model, relations, examplesOf, guardOnlyOf, outputs } = source;
  const { node: id, name, siteAnchor } = declaration;
  const { annotations, location } = nodeOf(model, id);
  const { title = "", description = "" } = annotations;
  const parts = findParts(model, id, siteAnchor);
  const wording = pageWording(model, markup, parts, (other) => siteTarget(page, other));
  const anchors = openAnchors(siteAnchor, parts);
  const linked = (other: NodeId) => {
    const found = model.declarations.get(other);
    return found === undefined ? [] : [{ name: found.name, target: siteTarget(page, found) }];
  };
  const [uses, usedBy] = [relations.used(id).flatMap(linked), relations.users(id).flatMap(linked)];
  const examples = exampleTexts(examplesOf(id));
  const found = evaluatePointer(location.document.value, location.pointer);
  return {
    name,
    nameParts: namePartsOf(name),
    anchor: siteAnchor,
    source: locationText(location),
    folder: folderOf(declaration),
    hasGuards: outputs.has("guards"),
    markdown: outputs.has("docs") ? declarationTarget(page, declaration) : "",
    states: stateWords(annotations),
    label: title === name ? "" : title,
    description: markup.description(description, undefined),
    block: schemaBlock({ wording, anchors, page }, { node: id, path: "" }, ""),
    guardOnly: guardOnlyOf(id),
    typeText: escapeHtmlText(shownType(source, id)),
    schemaText: found.found ? jsonText(found.value) : "",
    examples,
    hasManyExamples: examples.length > 1,
    hasRelations: uses.length + usedBy.length > 0,
    picture: relationPicture(model, id, relations, page),
    uses,
    usedBy,
  };
}

function exampleTexts({
  given,
  minimal,
  full,
}: ReturnType<PageSource["examplesOf"]>): SchemaSectionView["examples"] {
  const texts = [
    ...given.map((value) => ({ label: "From the schema", text: jsonText(value) })),
    ...(minimal === undefined ? [] : [{ label: "Minimal", text: jsonText(minimal.value) }]),
    ...(full === undefined ? [] : [{ label: "Full", text: jsonText(full.value) }]),
  ];
  return texts.filter(
    ({ text }, index) => texts.findIndex((other) => other.text === text) === index,
  );
}

function jsonText(value: unknown): string {
  return escapeHtmlText(JSON.stringify(value, null, 2));
}
