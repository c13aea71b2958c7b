import type { OutputKind } from "../config/config.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { Declaration, SchemaLocation, SchemaModule } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { hasMoreLines } from "../text/line-count.ts";
import { codeBlock, escapeMarkdown, inlineCode } from "../text/markdown.ts";
import type { ExamplesOf } from "../examples/open-examples.ts";
import { type ExampleView, exampleView } from "./example-view.ts";
import type { GuardOnlyKeyword } from "./guard-only.ts";
import { declarationTarget } from "../names/page-link.ts";
import { markdown } from "./markup.ts";
import { pageWording } from "./page-wording.ts";
import { findParts } from "./parts.ts";
import { proseParagraphs } from "./prose.ts";
import { relationDiagram } from "./relation-diagram.ts";
import type { Relations } from "./relation-graph.ts";
import { stateWords, type SchemaView, schemaView } from "./section-view.ts";
import type { TypeSource } from "../types/type-source.ts";

/** What the template of a page is given. Every text is Markdown. */
export interface PageView {
  readonly root: SectionView;
  readonly definitions: readonly SectionView[];
}

/** One declaration as its page shows it. */
export interface SectionView extends SchemaView {
  readonly name: string;
  /** The anchor of its heading; "" for the page itself. */
  readonly anchor: string;
  readonly source: string;
  readonly states: string;
  readonly title: string;
  readonly description: string;
  /** Its TypeScript type, as a block of code. */
  readonly typeBlock: string;
  /** Whether the block is so long that it would push the tables out of sight. */
  readonly typeIsLong: boolean;
  readonly example: ExampleView;
  /** Whether there is a guard that checks what the type does not say. */
  readonly hasGuards: boolean;
  readonly parts: readonly PartView[];
  readonly guardOnly: readonly {
    readonly keyword: string;
    /** What of it is checked by the guard only; "" for all. */
    readonly rest: string;
    readonly places: string;
  }[];
  readonly hasRelations: boolean;
  /** A diagram of what it refers to and what refers to it; "" where there is little to draw. */
  readonly diagram: string;
  readonly uses: string;
  readonly usedBy: string;
}

/** A schema without a name, in a place of its own below its declaration. */
export interface PartView extends SchemaView {
  readonly path: string;
  readonly anchor: string;
  readonly description: string;
}

/** How many lines of a type stand open on a page; more are folded. */
const mostOpenLines = 16;

/** What the pages of a model are made from. */
export interface PageSource {
  readonly model: TypeSource;
  readonly types: ReadonlyMap<NodeId, string>;
  readonly relations: Relations;
  readonly examplesOf: ExamplesOf;
  /** What the type of a declaration leaves to the guard. */
  readonly guardOnlyOf: (id: NodeId) => readonly GuardOnlyKeyword[];
  readonly outputs: ReadonlySet<OutputKind>;
}

/**
 * Makes the view of a module's page.
 *
 * @param page path of the page below the output folder
 */
export function pageView(
  source: PageSource,
  module: SchemaModule,
  page: string,
): PageView | undefined {
  const [root, ...definitions] = module.declarations.map((declaration) =>
    sectionView(source, declaration, page),
  );
  return root === undefined ? undefined : { root, definitions };
}

function sectionView(source: PageSource, declaration: Declaration, page: string): SectionView {
  const { model, relations, examplesOf, guardOnlyOf, outputs } = source;
  const { node: id, name, docsAnchor } = declaration;
  const { annotations, location } = nodeOf(model, id);
  const parts = findParts(model, id, docsAnchor);
  const wording = pageWording(model, markdown, parts, (other) => declarationTarget(page, other));
  const { title, description = "" } = annotations;
  const typeText = shownType(source, id);
  return {
    ...schemaView(wording, id),
    name: escapeMarkdown(name),
    anchor: docsAnchor,
    source: inlineCode(locationText(location)),
    states: stateWords(annotations).map(markdown.state).join(", "),
    title: title === undefined || title === name ? "" : escapeMarkdown(title),
    description: proseParagraphs(description),
    typeBlock: codeBlock(typeText, "ts"),
    typeIsLong: hasMoreLines(typeText, mostOpenLines),
    example: exampleView(examplesOf(id)),
    parts: parts.map((part) => ({
      ...schemaView(wording, part.node),
      path: part.path === "" ? "itself" : inlineCode(part.path.trim()),
      anchor: part.anchor,
      description: proseParagraphs(nodeOf(model, part.node).annotations.description ?? ""),
    })),
    hasGuards: outputs.has("guards"),
    guardOnly: guardOnlyOf(id).map(({ keyword, rest, paths }) => ({
      keyword: inlineCode(keyword),
      rest,
      places: paths.map((path) => inlineCode(path)).join(", "),
    })),
    hasRelations: relations.used(id).length + relations.users(id).length > 0,
    diagram: relationDiagram(model, id, relations),
    uses: relations.used(id).map(wording.declarationLink).join(", "),
    usedBy: relations.users(id).map(wording.declarationLink).join(", "),
  };
}

/** The type of a declaration without its comment: the page says what that says, and more. */
export function shownType({ types }: PageSource, id: NodeId): string {
  return (types.get(id) ?? "").replace(/^\/\*\*.*?\*\/\n/s, "");
}

/** The place of a schema as a reader finds it: its file, and the pointer inside. */
export function locationText({ document, pointer }: SchemaLocation): string {
  return pointer === "" ? document.source : `${document.source}#${pointer}`;
}
