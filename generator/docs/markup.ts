import { escapeMarkdown, inlineCode, inlineProse, jsonCode, link } from "../text/markdown.ts";
import { firstSentence, isLongProse, proseCell } from "./prose.ts";

/** How words about schemas are written: what stands in them as code, as a link, as prose. */
export interface Markup {
  /** Plain text. */
  readonly text: (text: string) => string;
  readonly code: (text: string) => string;
  /** A JSON value, as code. */
  readonly json: (value: unknown) => string;
  /** A state that a schema is in: `Deprecated`. */
  readonly state: (text: string) => string;
  /** @param label what `code` or another of these has given */
  readonly link: (label: string, target: string) => string;
  /**
   * The description of a schema in a row.
   *
   * @param anchor of the place of its own that the schema has on the page, if any
   */
  readonly description: (text: string, anchor: string | undefined) => string;
  /** What a description begins with, in one line. */
  readonly summary: (text: string) => string;
}

/** Markdown, fit for a cell of a table. */
export const markdown: Markup = {
  text: escapeMarkdown,
  code: inlineCode,
  json: jsonCode,
  state: (text) => `**${text}**`,
  link,
  description: (text, anchor) =>
    anchor === undefined || !isLongProse(text)
      ? proseCell(text)
      : `${inlineProse(firstSentence(text))} ${link("More", `#${anchor}`)}`,
  summary: (text) => inlineProse(firstSentence(text)),
};
