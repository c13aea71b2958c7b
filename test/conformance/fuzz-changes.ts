import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { changeJudge, type JudgedChange } from "./change-judgement.ts";
import { publishedChanges } from "./published-changes.ts";
import { relatedCases } from "./related-schemas.ts";
import { changeCases } from "./schema-changes.ts";
import { suiteOutput } from "./suite.ts";

const changesPerRound = 100;

/** What was judged, in numbers. */
const totals = { changes: 0, made: 0, safe: 0, differing: 0, faults: 0 };

/** Judges changes, and prints each that is called safe and is not. */
async function judgeRound(changes: readonly JudgedChange[]): Promise<void> {
  const judge = changeJudge();
  for (const each of changes) {
    const { safe, differing, faults } = await judge(each);
    totals.changes += 1;
    if (safe === undefined) continue;
    totals.made += 1;
    totals.safe += safe;
    totals.differing += differing;
    totals.faults += faults.length;
    for (const fault of faults) console.log(JSON.stringify(fault));
  }
  for (const each of readdirSync(suiteOutput)) {
    rmSync(path.join(suiteOutput, each), { recursive: true });
  }
  console.error(JSON.stringify(totals));
}

const { values } = parseArgs({
  options: {
    changes: { type: "string", default: "10000" },
    published: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
  },
});
const seed = Number(values.seed);
for (let round = 0; totals.changes < Number(values.changes); round += 1) {
  const options = { numRuns: changesPerRound, seed: seed + round };
  await judgeRound(fc.sample(changeCases(40), options));
  await judgeRound(fc.sample(relatedCases(80), options));
}
if (Number(values.published) > 0)
  await judgeRound(publishedChanges(Number(values.published), 5, seed));
console.log(
  `${totals.made} changes of ${totals.changes} could be made; ${totals.safe} times one was called safe ` +
    `for producers or consumers; ${totals.differing} instances told old from new; ` +
    `${totals.faults} of these were called safe`,
);
process.exitCode = totals.faults === 0 ? 0 : 1;
