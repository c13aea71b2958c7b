import type { ValueType } from "../dialects/canonical-keywords.ts";
import { type FormatMode, formatPredicates } from "../dialects/formats.ts";
import type { IgnoredKeyword } from "../dialects/ignored-keywords.ts";
import { nearestNames } from "../text/nearest.ts";

/**
 * Who says a keyword: the type all of it, the type some and the guard the rest, the guard alone, the docs
 * alone, or nobody.
 */
export type Sayer = "type" | "type-and-guard" | "guard" | "docs" | "nobody";

/** All who can say a keyword, from most to least. */
export const sayers = [
  "type",
  "type-and-guard",
  "guard",
  "docs",
  "nobody",
] as const satisfies readonly Sayer[];

/** Who says a keyword where it stands, and what there is to say of that. */
export interface Statement {
  readonly saidBy: Sayer;
  /** Of `type-and-guard`: what the guard checks besides; of `nobody`: why; else "". */
  readonly note: string;
  /** What a keyword or format that is not known is likely a misspelling of. */
  readonly nearest: readonly string[];
}

/** Formats of OpenAPI that every string has. */
const looseFormats: ReadonlySet<string> = new Set(["binary", "password"]);

/**
 * Why nobody says a keyword that means nothing where it stands.
 */
export function unsaidKeyword(ignored: IgnoredKeyword): Statement {
  switch (ignored.reason) {
    case "unknown":
      return unsaid("no dialect knows it", ignored.nearest);
    case "other-dialect":
      return unsaid(`a keyword of ${ignored.dialects.join(", ")}`);
    case "beside-ref":
      return unsaid("ignored beside $ref; an allOf that holds the $ref keeps both");
    case "without-partner":
      return unsaid(`without effect where there is no ${ignored.partner}`);
  }
}

/**
 * Why nobody says an assertion of which no value of its schema can fall short.
 *
 * @param constrained the type of the values that it constrains
 */
export function unsaidAssertion(constrained: ValueType): Statement {
  return unsaid(`without effect: the schema admits no ${constrained}`);
}

/**
 * Why nobody says a `format` that is not asserted; `undefined` where that is as it should be.
 */
export function unsaidFormat(format = "", formats: FormatMode): Statement | undefined {
  if (formats === "annotate" || looseFormats.has(format)) return undefined;
  if (formatPredicates.has(format)) {
    return unsaid('not asserted; "formats" in the config decides: "assert" or "annotate"');
  }
  const known = [...formatPredicates.keys(), ...looseFormats];
  return unsaid(
    `the format ${JSON.stringify(format)} is not known`,
    nearestNames(format, known, 1),
  );
}

function unsaid(note: string, nearest: readonly string[] = []): Statement {
  return { saidBy: "nobody", note, nearest };
}
