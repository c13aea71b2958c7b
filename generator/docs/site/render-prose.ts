import type MarkdownIt from "markdown-it";
import { escapeHtmlText } from "../../text/html.ts";
import { remembering } from "../../text/remember.ts";

/** Writes the prose of schemas as HTML: whole, or in one line. */
export interface RenderProse {
  (text: string): string;
  readonly line: (text: string) => string;
}

/** Prose that means nothing but itself in Markdown, which most is. */
const plainLine = /^(?!\d+[.)]\s)[A-Za-z0-9][A-Za-z0-9 .,;?!%$"'()/-]*$/;

/** What a link in a schema may lead to: nothing that runs, and no file that the schema alone knows. */
const safeTarget = /^(?:https?:|mailto:)/i;

/**
 * Opens what writes prose as HTML: Markdown by markdown-it, in which HTML is text, pictures are not
 * fetched, and links lead to the web alone.
 */
export async function openProse(): Promise<RenderProse> {
  const { default: createMarkdown } = await import("markdown-it");
  const markdown = restrict(createMarkdown({ html: false, linkify: true, breaks: true }));
  const isPlain = (text: string) => plainLine.test(text) && !text.includes("//");
  const whole = remembering((text) =>
    isPlain(text) ? `<p>${escapeHtmlText(text)}</p>` : markdown.render(text).trimEnd(),
  );
  const line = remembering((text) =>
    isPlain(text) ? escapeHtmlText(text) : markdown.renderInline(text),
  );
  return Object.assign((text: string) => whole(text.trim()), { line });
}

function restrict(markdown: MarkdownIt): MarkdownIt {
  markdown.disable("image");
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.validateLink = (target) => safeTarget.test(target);
  const { rules } = markdown.renderer;
  rules["link_open"] = (tokens, index, options, _, renderer) => {
    tokens[index]?.attrSet("rel", "noopener noreferrer");
    return renderer.renderToken(tokens, index, options);
  };
  // The headings of a page are its own.
  rules["heading_open"] = () => '<p class="heading">';
  rules["heading_close"] = () => "</p>\n";
  rules["table_open"] = () => '<div class="scroll" tabindex="0"><table>';
  rules["table_close"] = () => "</table></div>\n";
  // What Markdown says of the alignment of a column is a style, which the page's policy refuses.
  rules["th_open"] = () => "<th>";
  rules["td_open"] = () => "<td>";
  return markdown;
}
