import { expect, test } from "vitest";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.ts";
import { reportMultiplied } from "../../../generator/model/multiplication.ts";
import { runOnSchema } from "./inputs.ts";

/** Definitions of which each applies the next one twice, so many times in a row. */
function doubled(keyword: "allOf" | "anyOf", count: number): object {
  const to = (number: number) => ({ $ref: `#/$defs/a${String(number)}` });
  const definitions = Array.from({ length: count }, (_, index) => [
    `a${String(index)}`,
    {
      properties: { [`p${String(index)}`]: true },
      ...(index + 1 < count && { [keyword]: [to(index + 1), to(index + 1)] }),
    },
  ]);
  return {
    ...to(0),
    unevaluatedProperties: false,
    $defs: Object.fromEntries(definitions) as object,
  };
}

function faultsOf(schema: object): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const { graph } = runOnSchema(schema);
  expect(reportMultiplied(graph, (each) => void found.push(each))).toBe(found.length === 0);
  return found;
}

test("unevaluatedProperties that depends on unions which multiply is refused at its place", () => {
  expect(faultsOf(doubled("anyOf", 10))).toEqual([]);
  expect(faultsOf(doubled("anyOf", 14))).toMatchObject([
    { code: "schema-multiplies", location: { pointer: "/unevaluatedProperties" } },
  ]);
});

test("what all schemas evaluate depends on nothing, however often they are applied", () => {
  expect(faultsOf(doubled("allOf", 16))).toEqual([]);
});

test("what would judge one value by too many schemas is refused where it comes to so many first", () => {
  const { graph } = runOnSchema(doubled("allOf", 60));
  const found: Diagnostic[] = [];
  reportMultiplied(graph, (each) => void found.push(each));
  expect(found).toMatchObject([{ code: "schema-multiplies", location: { pointer: "/$defs/a41" } }]);
});
