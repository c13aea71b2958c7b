import fc from "fast-check";
import { expect, it } from "vitest";
import { judgeCases } from "./peers.ts";
import { randomCases } from "./random.ts";

const schemas = 200;

const instances = 25;

it("guard and validator give the verdict of ajv and hyperjump on 5,000 random pairs", async () => {
  const cases = fc.sample(randomCases(instances), { numRuns: schemas, seed: 202_012 });
  const { pairs, accepted, disagreements } = await judgeCases(cases);
  expect(disagreements).toEqual([]);
  expect(pairs).toBe(schemas * instances);
  expect(accepted / pairs).toBeGreaterThan(0.2);
  expect(accepted / pairs).toBeLessThan(0.8);
});
