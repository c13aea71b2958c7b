import { describe, expect, test } from "vitest";
import { tagOf } from "../../../generator/model/tags.ts";
import { nodeAt, runOnSchema } from "./inputs.ts";

function tagIn(schema: object) {
  const outcome = runOnSchema(schema);
  const union = nodeAt(outcome, "").assertions.find(
    (assertion) => assertion.keyword === "oneOf" || assertion.keyword === "anyOf",
  );
  const tag = tagOf(outcome.graph, union?.subschemas ?? []);
  return tag && { property: tag.property, values: tag.branches.map((branch) => branch.values) };
}

const branch = (tag: string, schema: unknown, required: readonly string[] = [tag]) => ({
  type: "object",
  properties: { [tag]: schema },
  required,
});

describe("tagOf", () => {
  test("finds a required property of distinct strings, by enum and by const (trap 8)", () => {
    const oneOf = [branch("on", { enum: ["a", "b"] }), branch("on", { const: "c" })];
    expect(tagIn({ oneOf })).toEqual({ property: "on", values: [["a", "b"], ["c"]] });
    expect(tagIn({ anyOf: oneOf })?.property).toBe("on");
  });

  test("looks through references, allOf and single branches", () => {
    const schema = {
      $defs: { a: branch("type", { $ref: "#/$defs/tag" }), tag: { const: "a" } },
      oneOf: [
        { $ref: "#/$defs/a", title: "A label" },
        {
          type: "object",
          allOf: [{ required: ["type"] }, { properties: { type: { const: "b" } } }],
        },
        { oneOf: [branch("type", { allOf: [{ enum: ["c"] }] })] },
      ],
    };
    expect(tagIn(schema)).toEqual({ property: "type", values: [["a"], ["b"], ["c"]] });
  });

  test("tells where a branch requires the tag and restricts it, through references", () => {
    const schema = {
      $defs: { tag: { enum: ["a"] }, tagged: { required: ["type"] } },
      oneOf: [
        {
          type: "object",
          allOf: [{ $ref: "#/$defs/tagged" }],
          properties: { type: { $ref: "#/$defs/tag" } },
        },
        branch("type", { const: "b" }),
      ],
    };
    const outcome = runOnSchema(schema);
    const subschemas = nodeAt(outcome, "").assertions.flatMap((assertion) =>
      assertion.keyword === "oneOf" ? assertion.subschemas : [],
    );
    expect(tagOf(outcome.graph, subschemas)?.branches).toMatchObject([
      {
        required: { schema: "/oneOf/0/allOf/0/$ref", keyword: "/required" },
        restriction: { schema: "/oneOf/0/properties/type/$ref", keyword: "/enum" },
      },
      {
        required: { schema: "/oneOf/1", keyword: "/required" },
        restriction: { schema: "/oneOf/1/properties/type", keyword: "/const" },
      },
    ]);
  });

  test("takes the first property of the first branch that will do", () => {
    const both = (first: string, second: string) => ({
      type: "object",
      properties: { kind: { const: first }, type: { const: second } },
      required: ["type", "kind"],
    });
    expect(tagIn({ oneOf: [both("a", "x"), both("b", "y")] })?.property).toBe("kind");
    expect(tagIn({ oneOf: [both("a", "x"), both("a", "y")] })?.property).toBe("type");
  });

  test.each<[string, unknown[]]>([
    ["is one branch (trap 9)", [branch("t", { const: "a" })]],
    ["has a branch of another type (trap 9)", [branch("t", { const: "a" }), { type: "string" }]],
    [
      "has a branch open to other types",
      [branch("t", { const: "a" }), { ...branch("t", { const: "b" }), type: ["object", "null"] }],
    ],
    [
      "leaves the property optional in a branch",
      [branch("t", { const: "a" }), branch("t", { const: "b" }, [])],
    ],
    [
      "shares a value between branches",
      [branch("t", { enum: ["a", "b"] }), branch("t", { enum: ["b", "c"] })],
    ],
    [
      "has a value that is no string",
      [branch("t", { const: "a" }), branch("t", { enum: ["b", 1] })],
    ],
    [
      "does not restrict the property in a branch",
      [branch("t", { const: "a" }), branch("t", { type: "string" })],
    ],
  ])("finds none where a union %s", (_, oneOf) => {
    expect(tagIn({ oneOf })).toBeUndefined();
  });
});
