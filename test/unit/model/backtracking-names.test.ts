import { describe, expect, test } from "vitest";
import { canMatch, surelyMatches } from "../../../generator/patterns/pattern-tests.ts";
import { findContradiction } from "../../../generator/model/contradictions.ts";
import { nodeOf } from "../../../generator/model/node-of.ts";
import { runOnSchema } from "./inputs.ts";

const endless = { source: "^(a+)+$", flags: "u" };
const name = `${"a".repeat(60)}!`;

describe("a name that a pattern cannot be held against in time", () => {
  test("may match, and does not surely", () => {
    expect(canMatch(endless, name)).toBe(true);
    expect(surelyMatches(endless, name)).toBe(false);
  });

  test("contradicts nothing, and is no reason to refuse all objects", () => {
    const { graph } = runOnSchema({
      type: "object",
      required: [name],
      patternProperties: { [endless.source]: true },
      additionalProperties: false,
    });
    const root = graph.roots[0]?.node ?? 0;
    expect(findContradiction(graph, nodeOf(graph, root))).toBeUndefined();
    expect([...(graph.facts[root]?.types ?? [])]).toEqual(["object"]);
  });
});

test.each([
  [{ source: "^x-", flags: "u" }, "x-a", true],
  [{ source: "^x-.*$", flags: "u" }, "y", false],
  [{ source: "^(?:a+b+)+$", flags: "u" }, "aabb", true],
  [{ source: "^(?:a+b+)+$", flags: "u" }, "aabbc", false],
  [{ source: "a*b", flags: "u" }, "aaa", false],
] as const)("%j is told of %s", (pattern, text, matches) => {
  expect(canMatch(pattern, text)).toBe(matches);
  expect(surelyMatches(pattern, text)).toBe(matches);
});
