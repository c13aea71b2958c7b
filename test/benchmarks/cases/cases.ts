import type { BenchmarkCase } from "./benchmark-case.ts";
import { publishedCases } from "./published.ts";
import { syntheticCases } from "./synthetic.ts";
import { vapiCases } from "./vapi.ts";

/** All cases, of which those that need test data are missing where there is none. */
export function benchmarkCases(): readonly BenchmarkCase[] {
  return [...publishedCases(), ...vapiCases(), ...syntheticCases()];
}
