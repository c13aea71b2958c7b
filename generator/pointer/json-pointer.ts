/**
 * Escapes one reference token for use in a JSON Pointer (RFC 6901 §3).
 */
export function escapeToken(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/**
 * Reads one reference token back from its escaped form (RFC 6901 §4).
 */
export function unescapeToken(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

/**
 * Appends reference tokens, given unescaped, to a JSON Pointer.
 */
export function appendTokens(pointer: string, ...tokens: readonly (string | number)[]): string {
  let result = pointer;
  for (const token of tokens) result += `/${escapeToken(String(token))}`;
  return result;
}

/**
 * Splits a JSON Pointer into its unescaped reference tokens; `""` has none.
 */
export function pointerTokens(pointer: string): string[] {
  return pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeToken);
}

/**
 * The last token of a JSON Pointer, unescaped; "" for the root.
 */
export function lastToken(pointer: string): string {
  return unescapeToken(pointer.slice(pointer.lastIndexOf("/") + 1));
}

/** What a JSON Pointer leads to: a value, or nothing. */
export type PointerResult =
  { readonly found: true; readonly value: unknown } | { readonly found: false };

/**
 * Evaluates a JSON Pointer against a JSON value (RFC 6901 §4). Own properties only; an array index
 * is digits without a leading zero.
 */
export function evaluatePointer(root: unknown, pointer: string): PointerResult {
  if (pointer !== "" && !pointer.startsWith("/")) return { found: false };
  let value = root;
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(value)) {
      if (!/^(?:0|[1-9]\d*)$/.test(token) || Number(token) >= value.length) return { found: false };
      value = (value as readonly unknown[])[Number(token)];
    } else if (typeof value === "object" && value !== null && Object.hasOwn(value, token)) {
      value = (value as Record<string, unknown>)[token];
    } else {
      return { found: false };
    }
  }
  return { found: true, value };
}

/**
 * The pointer of the value that holds the one at `pointer`; `undefined` for the root.
 */
export function parentPointer(pointer: string): string | undefined {
  return pointer === "" ? undefined : pointer.slice(0, pointer.lastIndexOf("/"));
}

/**
 * Writes a JSON Pointer as a URI fragment with its `#` (RFC 6901 §6).
 */
export function pointerToFragment(pointer: string): string {
  return `#${encodeURI(pointer).replaceAll("#", "%23")}`;
}

/**
 * Decodes the percent-encoding of a URI's fragment, given without its `#`, where it is well-formed.
 */
export function decodeFragment(fragment: string): string {
  if (!fragment.includes("%")) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
