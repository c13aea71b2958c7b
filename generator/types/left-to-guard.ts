import type { Assertion, AssertionKeyword, AssertionOf } from "../dialects/canonical-keywords.ts";

/** The keywords of which no type says anything, however they are used. */
const guardKeywords = [
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "contentEncoding",
  "contentMediaType",
  "uniqueItems",
  "contains",
  "maxProperties",
  "minProperties",
] as const satisfies readonly AssertionKeyword[];

/** An assertion that only a guard can make. */
export type GuardAssertion = AssertionOf<(typeof guardKeywords)[number]>;

const keywords: ReadonlySet<AssertionKeyword> = new Set(guardKeywords);

/**
 * Whether an assertion is one that types leave to the guard as a whole.
 */
export function isLeftToGuard(assertion: Assertion): assertion is GuardAssertion {
  return keywords.has(assertion.keyword);
}
