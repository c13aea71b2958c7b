/** Whether a string has at most `limit` characters, counted in code points. */
export function atMostCodePoints(text: string, limit: number): boolean {
  return text.length <= limit || (text.length <= 2 * limit && codePointCount(text) <= limit);
}

/** Whether a string has at least `limit` characters, counted in code points. */
export function atLeastCodePoints(text: string, limit: number): boolean {
  return text.length >= limit && (text.length >= 2 * limit || codePointCount(text) >= limit);
}

function codePointCount(text: string): number {
  let count = text.length;
  // Of text without such characters an engine knows that at once.
  if (!/[\uD800-\uDBFF]/.test(text)) return count;
  for (let index = 1; index < text.length; index += 1) {
    const isPair =
      (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 &&
      (text.charCodeAt(index) & 0xfc00) === 0xdc00;
    if (isPair) count -= 1;
  }
  return count;
}
