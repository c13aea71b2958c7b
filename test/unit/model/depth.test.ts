import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.ts";
import { reportDepth } from "../../../generator/model/depth.ts";
import { runOnSchema } from "./inputs.ts";

/** Definitions `a1` to `aN`, each of which leads to the next. */
function chainOf(count: number, link: (next: object) => object, last: object = { type: "string" }) {
  const to = (number: number) => ({ $ref: `#/$defs/a${String(number)}` });
  const definitions = Array.from({ length: count }, (_, index) => [
    `a${String(index + 1)}`,
    index + 1 === count ? last : link(to(index + 2)),
  ]);
  return { $defs: Object.fromEntries(definitions) as object };
}

function depthOf(schema: object): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const { graph } = runOnSchema(schema);
  const isBounded = reportDepth(graph, (diagnostic) => void found.push(diagnostic));
  expect(isBounded).toBe(found.length === 0);
  return found;
}

describe("a chain of schemas", () => {
  test("is refused where one leads through more than 500 others", () => {
    expect(depthOf(chainOf(500, (next) => next))).toEqual([]);
    const [diagnostic, ...others] = depthOf(chainOf(501, (next) => next));
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      code: "schema-too-deep",
      location: { pointer: "/$defs/a1" },
    });
  });

  test("counts subschemas as it does references", () => {
    const items = (next: object) => ({ type: "array", items: next });
    expect(depthOf(chainOf(250, items))).toEqual([]);
    expect(depthOf(chainOf(251, items))).toHaveLength(1);
  });

  test("is told once, however many schemas lead on to it", () => {
    expect(depthOf(chainOf(900, (next) => next))).toHaveLength(1);
  });

  test("counts schemas that come back to each other as one", () => {
    const back = { type: "array", items: { $ref: "#/$defs/a1" } };
    expect(depthOf(chainOf(900, (next) => next, back))).toEqual([]);
  });
});
