import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { testData } from "../harness/project.ts";
import { benchmarkCases } from "./cases/cases.ts";
import { measureApart } from "./measure-apart.ts";
import { peers } from "./peers/peers.ts";
import { prepare } from "./prepare.ts";
import { reportMarkdown, writeResults } from "./results.ts";
import type { CaseResult } from "./tables.ts";

interface BenchmarkOptions {
  /** Words of which the names of the cases have one; none for all cases. */
  readonly only: readonly string[];
  /** The same of the names of the peers. */
  readonly peers: readonly string[];
  readonly rounds: number;
}

async function runBenchmarks(options: BenchmarkOptions): Promise<CaseResult[]> {
  const cases = benchmarkCases();
  if (cases.every(({ synthetic }) => synthetic)) {
    console.error(`skipped: the schemas that need the test data, which is not at ${testData}`);
  }
  const names = peers.map(({ name }) => name).filter((name) => isNamed(name, options.peers));
  const results: CaseResult[] = [];
  for (const each of cases.filter(({ name }) => isNamed(name, options.only))) {
    console.error(`measuring ${each.name}`);
    const { folder, sizes } = await prepare(each);
    const measurement = await measureApart({ folder, peers: names, rounds: options.rounds });
    rmSync(folder, { recursive: true });
    results.push({ name: each.name, synthetic: each.synthetic, sizes, measurement });
  }
  if (results.length === 0) throw new Error("no case has such a name");
  return results;
}

function isNamed(name: string, words: readonly string[]): boolean {
  return words.length === 0 || words.some((word) => name.toLowerCase().includes(word));
}

function readOptions(): BenchmarkOptions & { readonly write: boolean } {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: "" },
      peers: { type: "string", default: "" },
      rounds: { type: "string", default: "15" },
      write: { type: "boolean", default: false },
    },
  });
  const words = (list: string) => list.toLowerCase().split(",").filter(Boolean);
  const options = {
    only: words(values.only),
    peers: words(values.peers),
    rounds: Number(values.rounds),
    write: values.write,
  };
  if (!Number.isInteger(options.rounds) || options.rounds < 1) {
    throw new Error("--rounds takes a number of rounds");
  }
  if (options.write && options.only.length + options.peers.length > 0) {
    throw new Error("--write takes all cases and peers");
  }
  return options;
}

try {
  const { write, ...options } = readOptions();
  const results = await runBenchmarks(options);
  const report = await reportMarkdown(results, options.rounds);
  console.log(report);
  if (write) await writeResults(report);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
