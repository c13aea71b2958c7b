import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluatePointer } from "../../generator/pointer/json-pointer.ts";
import { closureIn } from "./closure.ts";
import { mutate, mutationOf } from "./mutation.ts";
import { dataAbsent, modes, needingData, payloadsIn } from "./payloads.ts";
import { type Guard, issuesOf, sources, twilioGuard } from "./twilio-guard.ts";

const runs = 2000;
const seed = 20_250_714;

/** The lengths that the schemas set as limits. */
const limits = [1, 3, 10, 20, 40, 1000, 4000, 4096];

describe.skipIf(dataAbsent)(needingData("mutated Vapi payloads"), () => {
  describe.each(modes)("by the %s schemas", (mode) => {
    let guard: Guard;
    let ajv: (value: unknown) => boolean;
    beforeAll(async () => {
      guard = await twilioGuard(sources[0], mode);
      ajv = new Ajv2020({ strict: false }).compile(closureIn(mode));
    });

    test(`ajv, the guard and the validator agree on ${runs} payloads, seed ${seed}`, () => {
      const payloads = payloadsIn("repaired");
      const samples = payloads.map(({ data }) => data);
      const sample = fc.oneof(
        // A mutated payload that was invalid before seldom becomes valid.
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            ...payloads.filter(({ valid }) => valid).map(({ data }) => data),
          ),
        },
        { weight: 1, arbitrary: fc.constantFrom(...samples) },
      );
      const mutations = fc.array(mutationOf(samples, limits), { minLength: 1, maxLength: 2 });
      const payload = fc
        .tuple(sample, mutations)
        .map(([data, changes]) => changes.reduce(mutate, data));
      const judged = { valid: 0, invalid: 0 };

      fc.assert(
        fc.property(payload, (value) => {
          const expected = ajv(value);
          judged[expected ? "valid" : "invalid"] += 1;
          expect(guard.is(value)).toBe(expected);
          expect(guard.validate(value).ok).toBe(expected);
          for (const { instancePath } of issuesOf(guard, value)) {
            expect(evaluatePointer(value, instancePath).found, instancePath).toBe(true);
          }
        }),
        { numRuns: runs, seed },
      );

      expect(judged.valid).toBeGreaterThan(runs / 10);
      expect(judged.invalid).toBeGreaterThan(runs / 10);
    });
  });
});
