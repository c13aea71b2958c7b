/** The unescaped reference tokens of a JSON Pointer (RFC 6901 §3). */
export function pointerTokens(pointer: string): string[] {
  const tokens = pointer.split("/").slice(1);
  return tokens.map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));
}
