import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.ts";
import { reportCycles } from "../../../generator/model/cycles.ts";
import { documentOf, runOn, runOnSchema } from "./inputs.ts";

function cyclesOf(outcome: ReturnType<typeof runOn>): string[] {
  const found: Diagnostic[] = [];
  reportCycles(outcome.graph.nodes, (diagnostic) => void found.push(diagnostic));
  return found.map(({ code, message }) => `${code}: ${message}`);
}

describe("reportCycles", () => {
  test("tells the chain of references with its places", () => {
    const [cycle, ...others] = cyclesOf(
      runOn([documentOf("a.json", { $ref: "b.json" }), documentOf("b.json", { $ref: "a.json" })]),
    );
    expect(cycle).toMatch(/^ref-cycle: .*a\.json → b\.json → a\.json$/);
    expect(others).toEqual([]);
  });

  test.each([
    { allOf: [{ $ref: "#" }] },
    { anyOf: [{ type: "string" }, { $ref: "#" }] },
    { oneOf: [{ $ref: "#" }] },
    { not: { $ref: "#" } },
    { if: { $ref: "#" }, then: {} },
    { if: {}, then: { $ref: "#" } },
    { if: {}, else: { $ref: "#" } },
    { dependentSchemas: { a: { $ref: "#" } } },
  ])("finds one in %j", (schema) => {
    expect(cyclesOf(runOnSchema(schema))).toHaveLength(1);
  });

  test.each([
    { properties: { a: { $ref: "#" } } },
    { items: { $ref: "#" } },
    { additionalProperties: { $ref: "#" } },
    { propertyNames: { $ref: "#" } },
    { contains: { $ref: "#" } },
    { $defs: { a: { $ref: "#" } } },
    { allOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/a" }], $defs: { a: {} } },
  ])("finds none in %j, which goes into the instance", (schema) => {
    expect(cyclesOf(runOnSchema(schema))).toEqual([]);
  });
});
