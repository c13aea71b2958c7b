import { describe, expect, test } from "vitest";
import { interruptibleRegExp } from "../../../generator/examples/interruptible-guards.ts";
import { openPatternTests } from "../../../generator/patterns/pattern-tests.ts";
import { exampleOf, examplesOf } from "./examples-of.ts";

/** Patterns that can match these texts in more ways than anybody can wait for, and match none of them. */
const endless = [
  { source: "^(a+)+$", flags: "u" },
  { source: "^(?:a|a)*$", flags: "u" },
  { source: "^(?:a?){40}a{40}b$", flags: "u" },
];
const text = `${"a".repeat(60)}!`;

describe("a pattern that backtracks without end", () => {
  test.each(endless)("is given up: $source", (pattern) => {
    expect(openPatternTests()(pattern, text)).toBeUndefined();
  });

  test("costs its time once for a text, and matches other texts all the same", () => {
    const matches = openPatternTests();
    const [pattern = { source: "", flags: "" }] = endless;
    expect(matches(pattern, text)).toBeUndefined();
    const begin = performance.now();
    for (let time = 0; time < 100; time += 1) expect(matches(pattern, text)).toBeUndefined();
    expect(performance.now() - begin).toBeLessThan(100);
    expect(matches(pattern, "aa")).toBe(true);
  });

  test("leaves a schema without the examples that it cannot judge", async () => {
    const schema = { type: "string", pattern: "^(a+)+$", minLength: 40, examples: [text] };
    const found = (await examplesOf({ "root.json": schema })).get("Root");
    expect(found?.given).toEqual([]);
    expect(found?.minimal?.value).toMatch(/^a{40,}$/);
  });

  test("does not keep what else can be shown from being shown", async () => {
    const pattern = "^(a+)+!$";
    const schema = {
      type: "object",
      properties: { odd: { type: "string", pattern, minLength: 50 }, name: { type: "string" } },
      patternProperties: { "^(?:[a-z]+)+\\d$": { type: "integer" } },
      required: ["name"],
    };
    expect((await exampleOf(schema)).minimal).toEqual({ name: "Example" });
  });
});

test("guards are run with an expression that matches as the built-in one", () => {
  const Expression = interruptibleRegExp(openPatternTests());
  for (const [source, flags] of [
    ["^a+$", "u"],
    ["b", ""],
    ["^\\p{Lu}$", "u"],
  ] as const) {
    for (const each of ["aa", "ab", "É", ""]) {
      expect(new Expression(source, flags).test(each)).toBe(new RegExp(source, flags).test(each));
    }
  }
});
