import { compileFunction } from "node:vm";
import type { BenchmarkDocument } from "./benchmark-case.ts";
import type { Contestant } from "./rounds.ts";

/** Whether a value is valid. */
export type Judge = (value: unknown) => boolean;

/** Judges the documents some times over, and counts the valid ones. */
type JudgingLoop = (judge: Judge, documents: readonly unknown[], times: number) => number;

let loops = 0;

/**
 * Makes the contestant that judges documents, which it parses for itself. Its loop is compiled from
 * a text of its own: what the engine learns of one validator's calls is of no harm to another's.
 */
export function judging(
  name: string,
  judge: Judge,
  documents: readonly BenchmarkDocument[],
): Contestant {
  const loop = compileLoop();
  const values = documents.map(({ text }) => JSON.parse(text) as unknown);
  return { name, run: (times) => loop(judge, values, times) };
}

function compileLoop(): JudgingLoop {
  loops += 1;
  const text = `// ${loops}
    let valid = 0;
    for (let time = 0; time < times; time += 1) {
      for (let index = 0; index < documents.length; index += 1) {
        if (judge(documents[index])) valid += 1;
      }
    }
    return valid;`;
  return compileFunction(text, ["judge", "documents", "times"]) as JudgingLoop;
}

/** How many documents a judge judges wrongly; documents that it throws on are among them. */
export function wrongVerdicts(judge: Judge, documents: readonly BenchmarkDocument[]): number {
  return documents.filter(({ text, valid }) => {
    try {
      return judge(JSON.parse(text)) !== valid;
    } catch {
      return true;
    }
  }).length;
}
