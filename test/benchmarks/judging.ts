import { compileFunction } from "node:vm";
import type { BenchmarkDocument } from "./cases/benchmark-case.ts";
import type { Contestant } from "./rounds.ts";

/** Whether a value is valid. */
export type Judge = (value: unknown) => boolean;

/** What of a judgement of `document` is counted, as an expression. */
const tallies = {
  /** Of a guard. */
  verdict: "judge(document) ? 1 : 0",
  /** Of our validators. */
  result: "tallyResult(judge(document))",
  /** Of ajv, whose errors lie beside its verdict. */
  errors: "judge(document) ? 0 : judge.errors.length",
} as const;

/** Judges the documents some times over. */
type JudgingLoop = (documents: readonly unknown[], times: number) => number;

let loops = 0;

/**
 * Makes the contestant that judges documents, which it parses for itself. Its loop is compiled from
 * a text of its own: what the engine learns of one validator's calls is of no harm to another's.
 */
export function judging(
  name: string,
  judge: (value: unknown) => unknown,
  documents: readonly BenchmarkDocument[],
  tally: keyof typeof tallies = "verdict",
): Contestant {
  const loop = compileLoop(tally)(judge);
  const values = documents.map(({ text }) => JSON.parse(text) as unknown);
  return { name, run: (times) => loop(values, times) };
}

function compileLoop(tally: keyof typeof tallies): (judge: unknown) => JudgingLoop {
  loops += 1;
  const text = `// ${loops}
    const tallyResult = (result) => (result.ok ? 0 : result.issues.length);
    return (documents, times) => {
      let sum = 0;
      for (let time = 0; time < times; time += 1) {
        for (let index = 0; index < documents.length; index += 1) {
          const document = documents[index];
          sum += ${tallies[tally]};
        }
      }
      return sum;
    };`;
  return compileFunction(text, ["judge"]) as (judge: unknown) => JudgingLoop;
}

/** What is wrong with a judge. */
export interface JudgeFaults {
  /** How many documents it judges wrongly, or throws on. */
  readonly count: number;
  /** The message of what it threw first. */
  readonly thrown?: string;
}

/** Compares the verdicts of a judge with those that documents deserve. */
export function findFaults(judge: Judge, documents: readonly BenchmarkDocument[]): JudgeFaults {
  const thrown: string[] = [];
  const wrong = documents.filter(({ text, valid }) => {
    try {
      return judge(JSON.parse(text)) !== valid;
    } catch (error) {
      thrown.push(messageOf(error));
      return true;
    }
  });
  return { count: wrong.length, ...(thrown[0] !== undefined && { thrown: thrown[0] }) };
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
