import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { fuzzReport, fuzzSummary, type FuzzRun } from "./fuzz-report.ts";
import { caseJudge } from "./judgement.ts";
import { randomCases } from "./random.ts";
import { suiteOutput } from "./suite.ts";

const instancesPerSchema = 25;
const schemasPerRound = 100;

/** Judges random pairs round by round, and prints each disagreement as it is found. */
async function fuzz(wanted: number, seed: number): Promise<FuzzRun> {
  const excused = new Map<string, number>();
  let [pairs, accepted, disagreements] = [0, 0, 0];
  for (let round = 0; pairs < wanted; round += 1) {
    const judge = caseJudge();
    const cases = fc.sample(randomCases(instancesPerSchema), {
      numRuns: schemasPerRound,
      seed: seed + round,
    });
    for (const each of cases) {
      const judgement = await judge(each);
      pairs += judgement.pairs;
      accepted += judgement.accepted;
      disagreements += judgement.disagreements.length;
      for (const reason of judgement.excused) excused.set(reason, (excused.get(reason) ?? 0) + 1);
      for (const disagreement of judgement.disagreements) console.log(JSON.stringify(disagreement));
    }
    removeModules();
    console.error(`${pairs} of ${wanted} pairs, ${disagreements} disagreements`);
  }
  return { wanted, seed, pairs, accepted, excused, disagreements };
}

/** Removes the modules of a round, which would be some hundred megabytes in the end. */
function removeModules(): void {
  for (const each of readdirSync(suiteOutput)) {
    rmSync(path.join(suiteOutput, each), { recursive: true });
  }
}

const { values } = parseArgs({
  options: {
    pairs: { type: "string", default: "200000" },
    seed: { type: "string", default: "1" },
    report: { type: "string" },
  },
});
const run = await fuzz(Number(values.pairs), Number(values.seed));
console.log(fuzzSummary(run));
if (values.report !== undefined) writeFileSync(values.report, await fuzzReport(run));
process.exitCode = run.disagreements === 0 ? 0 : 1;
