import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ajvFaults } from "./ajv-faults.ts";
import { caseJudge } from "./judgement.ts";
import { ajvJudge, hyperjumpJudge } from "./peers.ts";
import { randomCases } from "./random.ts";
import { suiteCompiler } from "./suite.ts";

const schemas = 200;

const instances = 25;

it("guard and validator give the verdict of hyperjump and ajv on 5,000 random pairs", async () => {
  const judge = caseJudge();
  let [pairs, accepted] = [0, 0];
  for (const each of fc.sample(randomCases(instances), { numRuns: schemas, seed: 202_012 })) {
    const judgement = await judge(each);
    expect(judgement.disagreements).toEqual([]);
    pairs += judgement.pairs;
    accepted += judgement.accepted;
  }
  expect(pairs).toBe(schemas * instances);
  expect(accepted / pairs).toBeGreaterThan(0.2);
  expect(accepted / pairs).toBeLessThan(0.8);
});

describe("what is put down to ajv is a fault that guard and hyperjump do not have", () => {
  it.each(ajvFaults)("it $reason", async ({ proofs, shows }) => {
    for (const { dialect, schema, instance, valid } of proofs) {
      const group = { file: "proof", description: "", schema, tests: [] };
      const { isSchema } = await suiteCompiler(dialect, "dialect")(group);
      expect(isSchema(instance)).toBe(valid);
      expect((await hyperjumpJudge(dialect, schema))(instance)).toBe(valid);
      const verdict = (await ajvJudge(dialect, schema))(instance);
      expect(verdict).not.toBe(valid);
      expect(shows({ schema, instance, verdict })).toBe(true);
    }
  });
});
