import type { Pattern } from "../dialects/canonical-keywords.ts";

/** The property names that a regular expression matches, where TypeScript can tell them exactly. */
export type PatternKeys =
  | { readonly kind: "every" }
  | { readonly kind: "names"; readonly names: readonly string[] }
  /** Any text that has these pieces in a row, with any text between two of them. */
  | { readonly kind: "template"; readonly pieces: readonly string[] };

/** A text of which every character stands for itself, or is escaped to do so. */
const literalText = /^(?:[^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|/-])*$/su;

/**
 * Tells which names a regular expression matches.
 *
 * @returns `undefined` where no list of names and no template literal type says just that; a `.` is
 *   never taken as any text up to the end, since it matches no line break
 */
export function patternKeys({ source }: Pattern): PatternKeys | undefined {
  const isStart = source.startsWith("^");
  const isEnd = /(?:^|[^\\])(?:\\\\)*\$$/su.test(source);
  let body = source.slice(isStart ? 1 : 0, isEnd ? -1 : undefined);
  // Text of any length where the expression has no anchor is no text at all.
  if (!isEnd) body = body.replace(/(?<=^|[^\\])\.\*$/su, "");
  if (!isStart) body = body.replace(/^\.\*/su, "");
  if (isStart && isEnd) {
    const names = alternatives(body);
    return names === undefined ? undefined : { kind: "names", names };
  }
  if (!literalText.test(body)) return undefined;
  const text = unescape(body);
  if (text === "") return { kind: "every" };
  return { kind: "template", pieces: [...(isStart ? [] : [""]), text, ...(isEnd ? [] : [""])] };
}

/** The texts of a literal, or of a group of them. */
function alternatives(body: string): readonly string[] | undefined {
  const inner = /^\((?:\?:)?(?<inner>.*)\)$/su.exec(body)?.groups?.["inner"];
  const texts = inner === undefined ? [body] : inner.split("|");
  return texts.every((text) => literalText.test(text)) ? texts.map(unescape) : undefined;
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gsu, "$1");
}

/**
 * Whether a name is one that a template matches.
 */
export function matchesTemplate(pieces: readonly string[], name: string): boolean {
  const text = pieces.map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|]/gu, "\\$&")).join(".*");
  return new RegExp(`^${text}$`, "su").test(name);
}
