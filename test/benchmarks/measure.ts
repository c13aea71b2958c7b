import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BenchmarkDocument } from "./benchmark-case.ts";
import { type Judge, judging, wrongVerdicts } from "./judging.ts";
import { peers } from "./peers/peers.ts";
import { type Contestant, timeRounds } from "./rounds.ts";
import { type Subject, ownModule, readSubject } from "./subject.ts";

/** What became of a validator where verdicts are compared. */
export type Standing =
  | { readonly kind: "right" }
  | { readonly kind: "wrong"; readonly count: number }
  | { readonly kind: "failed"; readonly reason: string };

/** What was measured of a case. Times are microseconds a document, the median over the rounds. */
export interface Measurement {
  /** By the name of the validator, ours first. */
  readonly standings: Readonly<Record<string, Standing>>;
  readonly guards: Readonly<Record<string, number>>;
}

/** What the process that measures is told. */
export interface MeasureOptions {
  readonly folder: string;
  readonly peers: readonly string[];
  readonly rounds: number;
}

/** What our guard is called in tables. */
export const own = "schemaloom";

interface Entrant {
  readonly name: string;
  readonly compile: () => Judge | Promise<Judge>;
}

/**
 * Compares the verdicts of the validators on the documents of a case, then their times.
 *
 * @throws Error where our own verdict is wrong
 */
export async function measure({ folder, ...options }: MeasureOptions): Promise<Measurement> {
  const subject = readSubject(folder);
  const entrants: Entrant[] = [
    { name: own, compile: () => ownExport(folder, subject.guard) },
    ...peers
      .filter(({ name }) => options.peers.includes(name))
      .map(({ name, compile }) => ({ name, compile: () => compile(subject, folder) })),
  ];
  const standings: Record<string, Standing> = {};
  const contestants: Contestant[] = [];
  for (const entrant of entrants) {
    const { standing, judge } = await stand(entrant, subject);
    standings[entrant.name] = standing;
    if (judge !== undefined) contestants.push(judging(entrant.name, judge, subject.documents));
  }
  if (standings[own]?.kind !== "right") throw new Error(`${own} judges wrongly`);
  return { standings, guards: perDocument(contestants, subject.documents, options.rounds) };
}

async function stand(
  { compile }: Entrant,
  { documents, spoiled }: Subject,
): Promise<{ standing: Standing; judge?: Judge }> {
  try {
    const judge = await compile();
    const count = wrongVerdicts(judge, [...documents, ...spoiled]);
    return { standing: count === 0 ? { kind: "right" } : { kind: "wrong", count }, judge };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { standing: { kind: "failed", reason } };
  }
}

function perDocument(
  contestants: readonly Contestant[],
  documents: readonly BenchmarkDocument[],
  rounds: number,
): Record<string, number> {
  const medians = timeRounds(contestants, rounds);
  return Object.fromEntries(
    [...medians].map(([name, milliseconds]) => [name, (1000 * milliseconds) / documents.length]),
  );
}

let copies = 0;

/** A function of our module, of which each call evaluates a copy. */
async function ownExport(folder: string, name: string): Promise<Judge> {
  copies += 1;
  const file = pathToFileURL(path.join(folder, ownModule)).href;
  const module = (await import(`${file}?copy=${copies}`)) as Record<string, Judge>;
  const found = module[name];
  if (found === undefined) throw new Error(`our module has no ${name}`);
  return found;
}
