/**
 * Makes text plain in HTML, in elements and in quoted attributes alike.
 */
export function escapeHtml(text: string): string {
  if (!mayBeMarkup.test(text)) return text;
  return text.replaceAll(/[&<>"']/g, (character) => references[character] ?? character);
}

const mayBeMarkup = /[&<>"']/;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
