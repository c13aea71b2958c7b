import type { AssertionKeyword, AssertionOf } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";

/**
 * The assertion that a node makes with a keyword; `undefined` where it does not use the keyword.
 */
export function assertionOf<Keyword extends AssertionKeyword>(
  node: SchemaNode,
  keyword: Keyword,
): AssertionOf<Keyword> | undefined {
  for (const assertion of node.assertions) {
    if (assertion.keyword === keyword) return assertion as AssertionOf<Keyword>;
  }
  return undefined;
}
