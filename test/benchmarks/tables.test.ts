import { expect, test } from "vitest";
import type { Measurement } from "./measurement.ts";
import { type CaseResult, guardTable, pairTable, sizeTable } from "./tables.ts";

const size = (gzipped: number) => ({ minified: 3 * gzipped, gzipped });

function result(name: string, measurement: Partial<Measurement>, synthetic = false): CaseResult {
  return {
    name,
    synthetic,
    sizes: { guard: size(100), guardAndValidator: size(250), ajv: size(200) },
    measurement: {
      valid: 7,
      invalid: 0,
      standings: {
        schemaloom: { kind: "right" },
        ajv: { kind: "right" },
        zod: { kind: "wrong", count: 3 },
        typebox: { kind: "failed", reason: "unknown keyword" },
      },
      accepting: { schemaloom: 2, ajv: 5 },
      rejecting: {},
      validating: { guard: 2, validator: 3 },
      explaining: {},
      making: { schemaloom: 20, ajv: 10 },
      ...measurement,
    },
  };
}

test("ratios are multiples of our time, losses are bold, and who is not right has none", () => {
  const results = [
    result("a", {}),
    result("b", { accepting: { schemaloom: 4, ajv: 2 } }),
    result("c", { accepting: { schemaloom: 1, ajv: 100 } }, true),
  ];
  expect(guardTable(results, "accepting").split("\n")).toEqual([
    "| schema | documents | schemaloom, µs | ajv | zod | typebox | fastest peer |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    "| a | 7 | 2 | 2.50 | wrong verdicts | — | ajv 2.50 |",
    "| b | 7 | 4 | **0.50** | wrong verdicts | — | ajv **0.50** |",
    "| c | 7 | 1 | 100 | wrong verdicts | — | ajv 100 |",
    "| geometric mean, synthetic ones left out |  |  | 1.12 | — | — | 1.12 |",
    "| geometric mean |  |  | 5.00 | — | — | 5.00 |",
  ]);
});

test("a schema without invalid documents has no row of them", () => {
  expect(guardTable([result("a", {})], "rejecting").split("\n")).toHaveLength(2);
});

test("a peer that throws is told from one that is wrong", () => {
  const standings = {
    schemaloom: { kind: "right" },
    ajv: { kind: "wrong", count: 1, thrown: "too deep" },
  } as const;
  const accepting = { schemaloom: 2 };
  expect(guardTable([result("a", { standings, accepting })], "accepting")).toContain(
    "| a | 7 | 2 | throws | — |",
  );
});

test("sizes stand beside those of ajv", () => {
  expect(sizeTable([result("a", {})])).toContain("| a | 100 | 250 | 200 | 2.00 | **0.80** |");
});

test("what our validator takes of our guard is no loss, a faster ajv is", () => {
  expect(pairTable([result("a", {})], "making")).toContain("| a | 20 | 10 | **0.50** |");
  const validating = { guard: 2, validator: 1.9 };
  expect(pairTable([result("a", { validating })], "validating")).toContain(
    "| a | 2 | 1.9 | 0.95 |",
  );
});
