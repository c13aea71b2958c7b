/** Text whose literal is the text itself: in double quotes, and in single ones. */
const plainText = /^[ !#-[\]-~]*$/;
const plainQuotation = /^[ -&(-[\]-~]*$/;

/**
 * A string literal of TypeScript, safe in any source file; in the quotes of which the text holds
 * fewer.
 */
export function stringLiteral(text: string): string {
  // Nearly all texts are plain, and tested sooner than escaped.
  if (plainText.test(text)) return `"${text}"`;
  if (plainQuotation.test(text)) return `'${text}'`;
  const double = JSON.stringify(text)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  if (count(text, '"') <= count(text, "'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function count(text: string, quote: string): number {
  return text.split(quote).length - 1;
}
