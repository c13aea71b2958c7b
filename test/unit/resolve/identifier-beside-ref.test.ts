import { describe, expect, test } from "vitest";
import { documentOf, nodeAt, placesOf, runOn, runOnSchema, targetOf } from "../model/inputs.ts";

const old = ["draft-04", "draft-06", "draft-07"] as const;

describe.each(old)("an identifier beside a $ref in %s", (dialect) => {
  const keyword = dialect === "draft-04" ? "id" : "$id";

  test("is no more than any other keyword there", () => {
    const outcome = runOnSchema(
      {
        definitions: { a: {} },
        properties: { p: { [keyword]: "http://example.com/elsewhere", $ref: "#/definitions/a" } },
      },
      dialect,
    );
    expect(outcome.diagnostics).toEqual([]);
    expect(targetOf(outcome, "/properties/p")).toBe("schema.json#/definitions/a");
  });

  test("is no target", () => {
    const outcome = runOnSchema(
      {
        definitions: { a: { [keyword]: "http://example.com/a", $ref: "#/definitions/b" }, b: {} },
        properties: { p: { $ref: "http://example.com/a" } },
      },
      dialect,
    );
    expect(placesOf(outcome.diagnostics)).toEqual(["dangling-ref /properties/p/$ref"]);
  });

  test("is said to be no base where a reference dangles for that", () => {
    const target = documentOf("b.json", { [keyword]: "http://example.com/folder/b.json" });
    const inner = { [keyword]: "http://example.com/folder/", $ref: "b" };
    const outer = documentOf("a.json", { properties: { p: inner, q: { $ref: "b" } } });
    const { diagnostics } = runOn([outer, target], dialect);
    expect(placesOf(diagnostics)).toEqual([
      "dangling-ref /properties/p/$ref",
      "dangling-ref /properties/q/$ref",
    ]);
    const said = `the ${keyword} beside it is no base for it, as a $ref stands alone in ${dialect}`;
    expect(diagnostics.map(({ help }) => help?.includes(said))).toEqual([true, false]);
  });

  test("is the document's at its root: a base and a target, other keywords being nothing", () => {
    const outcome = runOn(
      [
        documentOf("one.json", {
          [keyword]: "http://example.com/folder/one",
          $ref: "two",
          minimum: 1,
          definitions: { a: { $ref: "#/definitions/b" }, b: { $ref: "two#/definitions/c" } },
        }),
        documentOf("elsewhere/two.json", {
          [keyword]: "http://example.com/folder/two",
          definitions: { c: { $ref: "one#/definitions/a" } },
        }),
      ],
      dialect,
    );
    expect(outcome.diagnostics.map(({ message }) => message)).toEqual([
      `minimum stands beside $ref and is ignored, as ${dialect} says`,
    ]);
    expect(targetOf(outcome, "", "one.json")).toBe("elsewhere/two.json#");
    expect(nodeAt(outcome, "", "one.json").assertions).toHaveLength(1);
    expect(targetOf(outcome, "/definitions/a")).toBe("one.json#/definitions/b");
    expect(targetOf(outcome, "/definitions/b")).toBe("elsewhere/two.json#/definitions/c");
    expect(targetOf(outcome, "/definitions/c")).toBe("one.json#/definitions/a");
  });

  test("at the root leaves the file beside within reach", () => {
    const outcome = runOn(
      [
        documentOf("one.json", { [keyword]: "http://example.com/one", $ref: "two.json" }),
        documentOf("two.json", {}),
      ],
      dialect,
    );
    expect(outcome.diagnostics).toEqual([]);
    expect(targetOf(outcome, "", "one.json")).toBe("two.json#");
  });
});
