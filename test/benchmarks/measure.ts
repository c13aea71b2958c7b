import type { BenchmarkDocument } from "./cases/benchmark-case.ts";
import { type Judge, findFaults, judging, messageOf } from "./judging.ts";
import { compileByAjv, makeGuards } from "./making.ts";
import { type Measurement, type Standing, type Times, own } from "./measurement.ts";
import { importCopy } from "./module-copy.ts";
import { makeAjv } from "./peers/ajv.ts";
import { peers } from "./peers/peers.ts";
import { type Contestant, timeRounds } from "./rounds.ts";
import { type Subject, ownModule, readSubject } from "./subject.ts";

/** What the process that measures is told. */
export interface MeasureOptions {
  /** Where the case lies. */
  readonly folder: string;
  /** The names of the peers to measure. */
  readonly peers: readonly string[];
  readonly rounds: number;
}

interface Entrant {
  readonly name: string;
  /** Compiles the schema anew: what a function has judged before is of no use or harm to it. */
  readonly compile: () => Judge | Promise<Judge>;
}

/**
 * Compares the verdicts of the validators on the documents of a case, then the times of those whose
 * verdicts are right.
 *
 * @throws Error where our own verdict is wrong
 */
export async function measure(options: MeasureOptions): Promise<Measurement> {
  const { folder, rounds } = options;
  const subject = readSubject(folder);
  const entrants: Entrant[] = [
    { name: own, compile: () => ownExport(folder, subject.guard) },
    ...peers
      .filter(({ name }) => options.peers.includes(name))
      .map(({ name, compile }) => ({ name, compile: () => compile(subject, folder) })),
  ];
  const standings = await compareVerdicts(entrants, subject);
  const right = entrants.filter(({ name }) => standings[name]?.kind === "right");
  const valid = subject.timed.filter((document) => document.valid);
  const invalid = subject.timed.filter((document) => !document.valid);
  return {
    valid: valid.length,
    invalid: invalid.length,
    standings,
    accepting: perDocument(await judgingEach(right, valid), valid.length, rounds),
    rejecting: perDocument(await judgingEach(right, invalid), invalid.length, rounds),
    validating: perDocument(await validating(folder, subject, valid), valid.length, rounds),
    explaining: perDocument(await explaining(folder, subject, invalid), invalid.length, rounds),
    making: timeMaking(subject, rounds),
  };
}

async function compareVerdicts(
  entrants: readonly Entrant[],
  { timed, compared }: Subject,
): Promise<Record<string, Standing>> {
  const standings: Record<string, Standing> = {};
  for (const { name, compile } of entrants) {
    try {
      const faults = findFaults(await compile(), [...timed, ...compared]);
      standings[name] = faults.count === 0 ? { kind: "right" } : { kind: "wrong", ...faults };
    } catch (error) {
      standings[name] = { kind: "failed", reason: messageOf(error) };
    }
  }
  const ours = standings[own];
  if (ours?.kind !== "right")
    throw new Error(`our own guard is not right: ${JSON.stringify(ours)}`);
  return standings;
}

async function judgingEach(
  entrants: readonly Entrant[],
  documents: readonly BenchmarkDocument[],
): Promise<Contestant[]> {
  const contestants = [];
  for (const { name, compile } of entrants)
    contestants.push(judging(name, await compile(), documents));
  return contestants;
}

async function validating(
  folder: string,
  { guard, validator }: Subject,
  documents: readonly BenchmarkDocument[],
): Promise<Contestant[]> {
  return [
    judging("guard", await ownExport(folder, guard), documents),
    judging("validator", await ownExport(folder, validator), documents, "result"),
  ];
}

async function explaining(
  folder: string,
  { schema, dialect, validator }: Subject,
  documents: readonly BenchmarkDocument[],
): Promise<Contestant[]> {
  const ours = judging(own, await ownExport(folder, validator), documents, "result");
  try {
    const validate = makeAjv(dialect, { allErrors: true }).compile(schema);
    return [ours, judging("ajv", validate, documents, "errors")];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [ours];
  }
}

/** The largest schema is at times, by what an engine has compiled, too much for the stack of ajv. */
/** Milliseconds after which an engine has compiled what makes guards: far more code than a guard has. */
const makingWarmth = 2000;

function timeMaking(subject: Subject, rounds: number): Times {
  const [ours, theirs] = making(subject);
  if (ours === undefined || theirs === undefined) return {};
  try {
    return Object.fromEntries(timeRounds([ours, theirs], rounds, makingWarmth));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return Object.fromEntries(timeRounds([ours], rounds, makingWarmth));
  }
}

function making({ schema, dialect }: Subject): Contestant[] {
  const repeat = (make: () => number) => (times: number) => {
    let sum = 0;
    for (let time = 0; time < times; time += 1) sum += make();
    return sum;
  };
  return [
    { name: own, run: repeat(() => makeGuards(schema, dialect)) },
    { name: "ajv", run: repeat(() => compileByAjv(schema, dialect)) },
  ];
}

function perDocument(contestants: readonly Contestant[], documents: number, rounds: number): Times {
  if (documents === 0) return {};
  const medians = [...timeRounds(contestants, rounds)];
  return Object.fromEntries(
    medians.map(([name, milliseconds]) => [name, (1000 * milliseconds) / documents]),
  );
}

/** A function of our module, of which each call evaluates a copy. */
async function ownExport(folder: string, name: string): Promise<Judge> {
  const found = (await importCopy(folder, ownModule))[name];
  if (found === undefined) throw new Error(`our module has no ${name}`);
  return found as Judge;
}
