import { expect, test } from "vitest";
import { areDisjoint } from "../../../generator/model/disjoint.ts";
import { nodeAt, runOnSchema } from "./inputs.ts";

function areBranchesDisjoint(oneOf: readonly unknown[]): boolean {
  const outcome = runOnSchema({ oneOf });
  const union = nodeAt(outcome, "").assertions.find(({ keyword }) => keyword === "oneOf");
  return areDisjoint(outcome.graph, union?.keyword === "oneOf" ? union.subschemas : []);
}

const tagged = (tag: string) => ({
  type: "object",
  properties: { tag: { const: tag } },
  required: ["tag"],
});

test.each([
  ["types", [{ type: "string" }, { type: ["number", "null"] }, { type: "boolean" }]],
  ["lists of scalars", [{ enum: ["a", 1] }, { const: "b" }, { enum: ["c", null] }]],
  ["lists and types that they leave out", [{ enum: ["a", "b"] }, { type: "number" }]],
  ["values of the types alone that a list can have", [{ type: "string", enum: [1] }, { const: 1 }]],
  ["a list of objects, and a type", [{ const: {} }, { type: "string" }]],
  ["a tag", [tagged("a"), tagged("b")]],
])("%s tell branches apart", (_, branches) => {
  expect(areBranchesDisjoint(branches)).toBe(true);
});

test.each([
  ["an integer is a number", [{ type: "integer" }, { type: "number" }]],
  ["a value is in two lists", [{ enum: ["a", "b"] }, { const: "c" }, { const: "a" }]],
  ["a list has values of a type", [{ enum: ["a", 1] }, { type: "number" }]],
  ["two objects are listed", [{ const: { a: 1 } }, { const: { a: 2 } }]],
  ["a tag is said twice", [tagged("a"), tagged("a")]],
  ["a branch accepts everything", [{ const: 1 }, {}]],
])("branches are not known to be apart where %s", (_, branches) => {
  expect(areBranchesDisjoint(branches)).toBe(false);
});
