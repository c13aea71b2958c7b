import { describe, expect, test } from "vitest";
import { rootType } from "./model-of.ts";

/** The lines of the comment that a property with a schema has. */
async function commentOf(schema: object): Promise<readonly string[]> {
  const { text } = await rootType({ type: "object", properties: { a: schema } });
  const [, comment = ""] = /^export interface Root \{\n {2}\/\*\*(.*?)\*\/\n/ms.exec(text) ?? [];
  return comment
    .trim()
    .split("\n")
    .map((line) => line.replace(/^ *\* ?/, ""));
}

describe("a line of a description that a tag says is not said twice", () => {
  test.each([
    ["true", true],
    ["`true`", true],
    ["1.0", 1],
    ["-0.50", -0.5],
    ["null", null],
    ['"eu"', "eu"],
    ["'eu'", "eu"],
    ["`eu`", "eu"],
    ["eu", "eu"],
    ["''", ""],
    ['{ "a": [1, 2] }', { a: [1, 2] }],
  ])("@default %s", async (written, value) => {
    const description = `One.\r\n\r\n  @default   ${written} \r\n\r\nTwo.`;
    expect(await commentOf({ description, default: value })).toEqual([
      "One.",
      "",
      "Two.",
      "",
      `@default ${JSON.stringify(value)}`,
    ]);
  });

  test("whichever tag that is, and one behind another", async () => {
    const description = "One.\n@default 2\n@example 1\n@example 3\n@deprecated";
    const schema = { description, default: 2, examples: [3, 1], deprecated: true };
    expect(await commentOf(schema)).toEqual([
      "One.",
      "@default 2",
      "@example 3",
      "@example 1",
      "@deprecated",
    ]);
    expect(await commentOf({ description: "@deprecated", deprecated: true })).toEqual([
      "@deprecated",
    ]);
  });

  test.each([
    ["@default 2", { default: 1 }],
    ["@default '1'", { default: 1 }],
    ["@default 1 (the first)", { default: 1 }],
    ["@default 1\n  unless it is 2", { default: 1 }],
    ["@default", { default: "" }],
    ["@default 1", { examples: [1] }],
    ["@default 1", {}],
    ["@default constructor", { default: {} }],
    [`@default ${"x".repeat(300)}`, { default: "x".repeat(300) }],
    ["@example 4", { examples: [1, 2, 3, 4] }],
    ["@deprecated Use b.", { deprecated: true }],
    ["@deprecated", { deprecated: false }],
    ["By @default 1", { default: 1 }],
  ])("unless it says more or other than the tag: %j beside %j", async (line, annotations) => {
    const lines = await commentOf({ description: `One.\n\n${line}`, ...annotations });
    expect(lines.join("\n")).toContain(`One.\n\n${line.replace("@", "\\@")}`);
  });

  test("at a value that is listed, too", async () => {
    const oneOf = [{ const: "a", description: "One.\n@deprecated", deprecated: true }];
    const { text } = await rootType({ oneOf: [...oneOf, { const: "b" }] });
    expect(text).toContain("  /**\n   * One.\n   * @deprecated\n   */");
  });
});

describe("limits are said", () => {
  const limits = { type: "string", maxLength: 9, format: "uuid", readOnly: true };
  const words = "At most 9 characters; format `uuid`. Only responses carry it.";

  test("behind a short sentence", async () => {
    expect(await commentOf({ ...limits, description: "What it is." })).toEqual([
      `What it is. ${words}`,
    ]);
  });

  test("below a longer one", async () => {
    const description = `It is ${"very ".repeat(20)}long.`;
    expect(await commentOf({ ...limits, description })).toEqual([description, words]);
  });

  test.each(["What it is", "- An item.", "# A heading.", "1. An item.", "One.\nTwo.", "| a | b."])(
    "as another paragraph behind %j",
    async (description) => {
      expect(await commentOf({ ...limits, description })).toEqual([
        ...description.split("\n"),
        "",
        words,
      ]);
    },
  );
});
