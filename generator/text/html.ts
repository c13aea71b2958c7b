/**
 * Makes text plain in HTML, in elements and in quoted attributes alike.
 */
export function escapeHtml(text: string): string {
  return mayBeQuoted.test(text) ? text.replaceAll(/[&<>"']/g, reference) : text;
}

/**
 * Makes text plain in the elements of HTML, where quotes may stay.
 */
export function escapeHtmlText(text: string): string {
  return mayBeMarkup.test(text) ? text.replaceAll(/[&<>]/g, reference) : text;
}

const mayBeMarkup = /[&<>]/;
const mayBeQuoted = /[&<>"']/;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function reference(character: string): string {
  return references[character] ?? character;
}
