import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { repository } from "../../harness/project.ts";

/** How often each of the two folders is checked. */
export const roundCount = 5;

/** The seconds of CPU that TypeScript takes for two folders. */
export interface CheckSeconds {
  /** Those of one round. */
  readonly rounds: readonly { readonly own: number; readonly peer: number }[];
  /** The median. */
  readonly own: number;
  readonly peer: number;
}

const compilerOptions = {
  strict: true,
  noEmit: true,
  module: "esnext",
  moduleResolution: "bundler",
  target: "es2022",
  lib: ["es2022"],
  types: [],
  allowImportingTsExtensions: true,
};

/** Prints the seconds that a command takes of user and of system to the standard error. */
const timed = 'TIMEFORMAT="%U %S"; time "$@"';

/**
 * Measures how long TypeScript 7 takes to check each of two folders, in turns.
 *
 * @throws Error where one of them does not compile
 */
export async function checkSeconds(own: string, peer: string): Promise<CheckSeconds> {
  const rounds = [];
  for (let round = 0; round < roundCount; round += 1) {
    rounds.push({ own: await secondsOf(own), peer: await secondsOf(peer) });
  }
  return {
    rounds,
    own: median(rounds.map((round) => round.own)),
    peer: median(rounds.map((round) => round.peer)),
  };
}

async function secondsOf(folder: string): Promise<number> {
  const configuration = path.join(folder, "tsconfig.json");
  writeFileSync(configuration, JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  const compiler = path.join(repository, "node_modules/typescript-7/bin/tsc");
  const command = [process.execPath, compiler, "--project", configuration];
  const { stderr } = await promisify(execFile)("bash", ["-c", timed, "bash", ...command], {
    env: { ...process.env, LC_ALL: "C" },
    maxBuffer: 1 << 26,
  });
  const [user = NaN, system = NaN] = (stderr.trim().split("\n").at(-1) ?? "")
    .split(" ")
    .map(Number);
  if (Number.isNaN(user + system)) throw new Error(`bash tells no time: ${stderr}`);
  return user + system;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
