import { describe, expect, test } from "vitest";
import {
  type Circumstance,
  type Evaluated,
  evaluationOf,
} from "../../../generator/model/evaluation.ts";
import { nodeAt, runOnSchema } from "./inputs.ts";

/** What the root of a schema evaluates, in words. */
function evaluatedBy(schema: object, evaluated: Evaluated = "properties") {
  const outcome = runOnSchema(schema);
  const { certain, possible } = evaluationOf(outcome.graph, nodeAt(outcome, ""), evaluated);
  return {
    certain: [...certain.keys()],
    possible: possible.map(({ circumstances, parts }) => [
      circumstances.map(words).join(", "),
      ...parts.keys(),
    ]),
  };
}

function words(circumstance: Circumstance): string {
  switch (circumstance.kind) {
    case "matches":
    case "fails":
      return `${circumstance.kind} ${circumstance.role}`;
    case "tag":
      return `${circumstance.property} is ${circumstance.values.join(" or ")}`;
    case "present":
      return `has ${circumstance.property}`;
  }
}

const object = (...names: string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, true])),
});

describe("evaluationOf", () => {
  test("takes what the schema, its references and its allOf evaluate as certain", () => {
    const schema = {
      $ref: "#/$defs/a",
      properties: { b: true },
      allOf: [{ patternProperties: { "^c": true } }, { allOf: [object("d")] }],
      unevaluatedProperties: false,
      $defs: { a: object("a") },
    };
    expect(evaluatedBy(schema)).toEqual({
      certain: ["property a", "property b", "pattern u/^c", "property d"],
      possible: [],
    });
  });

  test("takes what all branches of a union evaluate as certain", () => {
    expect(evaluatedBy({ anyOf: [object("a", "b"), object("a", "c")] })).toEqual({
      certain: ["property a"],
      possible: [
        ["matches alternative 0", "property b"],
        ["matches alternative 1", "property c"],
      ],
    });
  });

  test("takes the only branch that admits the type as certain", () => {
    expect(evaluatedBy({ oneOf: [{ type: "null" }, object("a"), { const: 1 }] })).toEqual({
      certain: ["property a"],
      possible: [],
    });
  });

  test("asks for the tag of a branch in place of the branch", () => {
    const branch = (kind: string, name: string) => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { const: kind }, [name]: true },
    });
    expect(evaluatedBy({ oneOf: [branch("x", "a"), branch("y", "b")] })).toEqual({
      certain: ["property kind"],
      possible: [
        ["kind is x", "property a"],
        ["kind is y", "property b"],
      ],
    });
  });

  test("asks for a nested branch only where the outer one matches", () => {
    const schema = {
      anyOf: [{ required: ["x"], if: object("a"), then: object("b"), else: object("c") }, true],
      dependentSchemas: { d: object("e") },
    };
    expect(evaluatedBy(schema)).toEqual({
      certain: [],
      possible: [
        ["has d", "property e"],
        ["matches alternative 0, matches condition", "property a", "property b"],
        ["matches alternative 0, fails condition", "property c"],
      ],
    });
  });

  test("drops what not and contains look at, and what cousins evaluate", () => {
    const schema = {
      not: object("a"),
      properties: { b: object("c") },
      contains: object("d"),
      unevaluatedProperties: false,
    };
    expect(evaluatedBy(schema)).toEqual({ certain: ["property b"], possible: [] });
  });

  test("takes everything as evaluated below additionalProperties and nested unevaluated keywords", () => {
    for (const all of [{ additionalProperties: false }, { unevaluatedProperties: true }]) {
      expect(evaluatedBy({ allOf: [all], anyOf: [object("a"), object("b")] })).toEqual({
        certain: ["all"],
        possible: [],
      });
    }
  });

  test("counts leading items, and leaves each contained one to a test", () => {
    const schema = {
      prefixItems: [true],
      contains: { type: "string" },
      if: { prefixItems: [{ const: 1 }] },
      then: { prefixItems: [true, true] },
    };
    const { certain, possible } = evaluatedBy(schema, "items");
    expect(certain).toEqual(["item 0", expect.stringMatching(/^contained /)]);
    expect(possible).toEqual([["matches condition", "item 1"]]);
  });
});
