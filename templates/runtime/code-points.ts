/** Whether a string has at most `limit` characters, counted in code points. */
export function atMostCodePoints(text: string, limit: number): boolean {
  return text.length <= limit || (text.length <= 2 * limit && codePointCount(text) <= limit);
}

/** Whether a string has at least `limit` characters, counted in code points. */
export function atLeastCodePoints(text: string, limit: number): boolean {
  return text.length >= limit && (text.length >= 2 * limit || codePointCount(text) >= limit);
}

function codePointCount(text: string): number {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, "_").length;
}
