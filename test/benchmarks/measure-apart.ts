import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { repository } from "../harness/project.ts";
import type { MeasureOptions } from "./measure.ts";
import type { Measurement } from "./measurement.ts";

const jiti = path.join(repository, "node_modules/jiti/lib/jiti-cli.mjs");

/** Else a text that is compiled once more has the function, and with it the past, of the first time. */
const engineOptions = ["--no-compilation-cache"];

const script = path.join(import.meta.dirname, "process.ts");

/**
 * Measures a case in a process of its own, where all validators have judged nothing else.
 *
 * @throws Error where the process ends without a measurement
 */
export async function measureApart(options: MeasureOptions): Promise<Measurement> {
  const child = fork(jiti, [script, JSON.stringify(options)], { execArgv: engineOptions });
  const failure = once(child, "exit").then(([code]) => {
    throw new Error(`the process that measures ended with ${String(code)}`);
  });
  const [measurement] = (await Promise.race([once(child, "message"), failure])) as [Measurement];
  return measurement;
}
