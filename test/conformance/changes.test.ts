import fc from "fast-check";
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { changeJudge, type JudgedChange } from "./change-judgement.ts";
import { publishedChanges } from "./published-changes.ts";
import { relatedCases } from "./related-schemas.ts";
import { changeCases } from "./schema-changes.ts";
import { store } from "./store.ts";

/** Judges changes, and counts those that something is claimed of and those that differ in a verdict. */
async function judgeAll(changes: readonly JudgedChange[]) {
  const judge = changeJudge();
  let [claims, differing] = [0, 0];
  for (const each of changes) {
    const judgement = await judge(each);
    expect(judgement.faults).toEqual([]);
    if (judgement.safe !== undefined && judgement.safe > 0) claims += 1;
    differing += judgement.differing > 0 ? 1 : 0;
  }
  return { claims, differing };
}

it("what is called safe is so for the guards of 60 changes of random schemas", async () => {
  const changes = fc.sample(changeCases(30), { numRuns: 60, seed: 2_020 });
  const { claims, differing } = await judgeAll(changes);
  expect(claims).toBeGreaterThan(30);
  expect(differing).toBeGreaterThan(5);
});

it("what is called safe is so for the guards of 500 pairs of related schemas", async () => {
  const changes = fc.sample(relatedCases(40), { numRuns: 500, seed: 2_020 });
  const { claims, differing } = await judgeAll(changes);
  expect(claims).toBeGreaterThan(200);
  expect(differing).toBeGreaterThan(50);
});

it.skipIf(!existsSync(store))(
  "what is called safe is so for the guards of changes of published schemas",
  async () => {
    const { claims, differing } = await judgeAll(publishedChanges(8, 3, 7));
    expect(claims).toBeGreaterThan(10);
    expect(differing).toBeGreaterThan(0);
  },
);
