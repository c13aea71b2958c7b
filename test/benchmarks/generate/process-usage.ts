import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** What a whole process took. */
export interface Usage {
  /** From its start to its end. */
  readonly seconds: number;
  /** Seconds of the processor, of user and system, in all threads. */
  readonly processor: number;
  /** The most that it held at once. */
  readonly megabytes: number;
}

const reporter = pathToFileURL(path.join(import.meta.dirname, "usage-reporter.mjs")).href;
const usageFile = path.join(mkdtempSync(path.join(tmpdir(), "schemaloom-usage-")), "usage.json");

/**
 * Runs a program of Node.js in a process of its own and tells what it took.
 *
 * @throws Error where it fails
 */
export function usageOf(cwd: string, words: readonly string[]): Usage {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", reporter, ...words], {
    cwd,
    env: { ...process.env, NO_COLOR: "1", USAGE_FILE: usageFile },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${words.join(" ")} failed: ${stderr.slice(-2_000)}`);
  const seconds = (performance.now() - begin) / 1_000;
  const used = JSON.parse(readFileSync(usageFile, "utf8")) as Omit<Usage, "seconds">;
  return { seconds, ...used };
}

/** The median usage of several runs, of time and memory each. */
export function medianUsage(usages: readonly Usage[]): Usage {
  return {
    seconds: median(usages.map(({ seconds }) => seconds)),
    processor: median(usages.map(({ processor }) => processor)),
    megabytes: median(usages.map(({ megabytes }) => megabytes)),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
