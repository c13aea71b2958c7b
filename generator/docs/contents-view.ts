import type { Declaration, SchemaModel } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { declarationTarget } from "../names/page-link.ts";
import { singlePage } from "../names/docs-places.ts";
import { escapeMarkdown, inlineCode, inlineProse, link } from "../text/markdown.ts";
import { foldersOf } from "./folders.ts";
import { firstSentence } from "./prose.ts";

/** The table of contents of a page that all schemas share. Texts are Markdown. */
export interface ContentsView {
  readonly folders: readonly {
    /** Path of the folder; "" where there is only one. */
    readonly name: string;
    readonly schemas: readonly { readonly link: string; readonly summary: string }[];
  }[];
}

/**
 * Makes the view of the contents of the page that all schemas share.
 */
export function contentsView(model: SchemaModel): ContentsView {
  const folders = foldersOf(model.modules);
  return {
    folders: folders.map(({ name, roots }) => ({
      name: folders.length === 1 ? "" : escapeMarkdown(name === "" ? "." : name),
      schemas: roots.map((root) => contentsRow(model, root)),
    })),
  };
}

function contentsRow(model: SchemaModel, root: Declaration) {
  const { description = "" } = nodeOf(model, root.node).annotations;
  const summary = inlineProse(firstSentence(description));
  return {
    link: link(inlineCode(root.name), declarationTarget(singlePage, root)),
    summary: summary === "" ? "" : `: ${summary}`,
  };
}
