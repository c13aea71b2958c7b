import { escapeHtml, escapeHtmlText } from "../../text/html.ts";
import type { Markup } from "../markup.ts";
import { firstSentence } from "../prose.ts";
import type { RenderProse } from "./render-prose.ts";

/**
 * HTML, for the rows of a page.
 */
export function htmlMarkup(renderProse: RenderProse): Markup {
  return {
    text: escapeHtmlText,
    code: htmlCode,
    json: (value) => htmlCode(JSON.stringify(value)),
    state: (text) => `<span class="state">${escapeHtmlText(text)}</span>`,
    link: (label, target) => `<a href="${escapeHtml(target)}">${label}</a>`,
    description: (text) => (text === "" ? "" : renderProse(text)),
    summary: (text) => renderProse.line(firstSentence(text)),
  };
}

/** Writes text as code. */
function htmlCode(text: string): string {
  return `<code>${escapeHtmlText(text)}</code>`;
}
