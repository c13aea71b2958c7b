import type { NodeId } from "../../dialects/canonical-keywords.ts";
import type { Declaration, SchemaModel, SchemaModule } from "../../model/model.ts";
import { nodeOf } from "../../model/node-of.ts";
import { declarationTarget } from "../../names/page-link.ts";
import { siteBase, sitePage, siteTarget } from "../../names/site-places.ts";
import { escapeHtmlText } from "../../text/html.ts";
import { evaluatePointer } from "../../pointer/json-pointer.ts";
import { conjunctsOf } from "../inline-schemas.ts";
import { namePartsOf } from "./name-parts.ts";
import type { Markup } from "../markup.ts";
import { locationText, type PageSource } from "../page-view.ts";
import { findParts, type Part } from "../parts.ts";
import { stateWords } from "../section-view.ts";
import type { Wording } from "../type-words.ts";
import { openAnchors } from "./anchors.ts";
import { htmlCode } from "./html-markup.ts";
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
  { model, types, relations, examplesOf, guardOnlyOf, outputs }: PageSource,
  markup: Markup,
  declaration: Declaration,
  page: string,
): SchemaSectionView {
  const { node: id, name, module, siteAnchor } = declaration;
  const slash = module.lastIndexOf("/");
  const { annotations, location } = nodeOf(model, id);
  const { title = "", description = "" } = annotations;
  const parts = findParts(model, id, siteAnchor);
  const wording = wordingOf(model, markup, page, parts);
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
    folder: slash === -1 ? "" : module.slice(0, slash),
    hasGuards: outputs.has("guards"),
    markdown: outputs.has("docs") ? declarationTarget(page, declaration) : "",
    states: stateWords(annotations),
    label: title === name ? "" : title,
    description: markup.description(description, undefined),
    block: schemaBlock({ wording, anchors, page }, { node: id, path: "" }, ""),
    guardOnly: guardOnlyOf(id),
    // The page says what the comment in front of the type says, and more.
    typeText: escapeHtmlText((types.get(id) ?? "").replace(/^\/\*\*.*?\*\/\n/s, "")),
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

function wordingOf(
  model: SchemaModel,
  markup: Markup,
  page: string,
  parts: readonly Part[],
): Wording {
  const anchors = new Map(parts.map((part) => [part.node, part.anchor]));
  for (const [id, anchor] of [...anchors]) {
    for (const member of conjunctsOf(model, id)) anchors.set(member.id, anchor);
  }
  return {
    model,
    markup,
    declarationLink: (id) => {
      const declaration = model.declarations.get(id);
      if (declaration === undefined) throw new RangeError(`node ${id} is no declaration`);
      return markup.link(htmlCode(declaration.name), siteTarget(page, declaration));
    },
    anchorOf: (id) => anchors.get(id),
    place: new Set(),
  };
}
