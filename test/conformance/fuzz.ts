import fc from "fast-check";
import { judgeCases } from "./peers.ts";
import { randomCases } from "./random.ts";

const instancesPerSchema = 25;
const schemasPerRound = 100;

/** Judges random pairs round by round, and prints each disagreement as it is found. */
async function fuzz(wanted: number, seed: number): Promise<number> {
  const cases = randomCases(instancesPerSchema);
  let [pairs, accepted, disagreements] = [0, 0, 0];
  const excused = new Map<string, number>();
  const rounds = Math.ceil(wanted / (schemasPerRound * instancesPerSchema));
  for (let round = 0; round < rounds; round += 1) {
    const drawn = fc.sample(cases, { numRuns: schemasPerRound, seed: seed + round });
    const judgement = await judgeCases(drawn);
    pairs += judgement.pairs;
    accepted += judgement.accepted;
    disagreements += judgement.disagreements.length;
    for (const [reason, count] of judgement.excused) {
      excused.set(reason, (excused.get(reason) ?? 0) + count);
    }
    for (const each of judgement.disagreements) console.log(JSON.stringify(each));
  }
  console.log(`${pairs} pairs from seed ${seed}: ${accepted} accepted, ${disagreements} disagreed`);
  for (const [reason, count] of excused) console.log(`${count} put down to a peer: ${reason}`);
  return disagreements;
}

const [pairs = "200000", seed = "1"] = process.argv.slice(2);
process.exitCode = (await fuzz(Number(pairs), Number(seed))) === 0 ? 0 : 1;
