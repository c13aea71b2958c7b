/** One of those whose times are compared. */
export interface Contestant {
  readonly name: string;
  /**
   * Does the work some times over.
   *
   * @returns a sum over the results, the same for each time: nothing of the work can be left out
   */
  readonly run: (times: number) => number;
}

/** How many milliseconds each contestant works in a round, at the least. */
const roundLength = 20;

/** What the clock can tell from nothing, in milliseconds. */
const shortestTime = 0.05;

/** The rounds that go ahead. */
const warmUpRounds = 6;

/** Milliseconds after which a contestant is warm, whatever the round. */
const warmUpLength = 2000;

/** Milliseconds after which an engine has compiled what it comes to often. */
const hotAfter = 400;

/**
 * Times contestants in rounds, in each of which every one works for a while, each round beginning
 * with the next: what slows the machine down for a time slows all of them.
 *
 * @param warmth milliseconds that each contestant has worked at the least before it is measured
 * @returns milliseconds for doing the work once, the median over the rounds, by the contestant's name
 * @throws Error where the results of a contestant are not the same each time
 */
export function timeRounds(
  contestants: readonly Contestant[],
  rounds: number,
  warmth = hotAfter,
): ReadonlyMap<string, number> {
  const entrants = contestants.map((contestant) => enter(contestant));
  const isCold = ({ warmedUp }: Entrant) => warmedUp < warmth;
  for (let round = 0; round < warmUpRounds || entrants.some(isCold); round += 1) {
    entrants.forEach(warmUp);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < entrants.length; turn += 1) {
      const entrant = entrants[(round + turn) % entrants.length];
      entrant?.measured.push(takeTurn(entrant));
    }
  }
  return new Map(entrants.map(({ contestant, measured }) => [contestant.name, median(measured)]));
}

interface Entrant {
  readonly contestant: Contestant;
  /** The sum that doing the work once gives. */
  readonly sum: number;
  /** How often the work is done in a turn. */
  times: number;
  /** Milliseconds that it has worked before it is measured. */
  warmedUp: number;
  /** Milliseconds for doing the work once. */
  readonly measured: number[];
}

function enter(contestant: Contestant): Entrant {
  return { contestant, sum: contestant.run(1), times: 1, warmedUp: 0, measured: [] };
}

function warmUp(entrant: Entrant): void {
  if (entrant.warmedUp > warmUpLength) return;
  const milliseconds = takeTurn(entrant);
  entrant.warmedUp += milliseconds * entrant.times;
  // What is too short for the clock is done more often next time.
  const longest = Math.max(milliseconds, shortestTime / entrant.times);
  entrant.times = Math.max(1, Math.ceil(roundLength / longest));
}

/**
 * Milliseconds for doing the work once, as the processor's time that the process takes: the time that
 * passes would hold the work of other processes, too.
 */
function takeTurn({ contestant, sum, times }: Entrant): number {
  const start = process.cpuUsage();
  const sums = contestant.run(times);
  const { user, system } = process.cpuUsage(start);
  if (sums !== sum * times) throw new Error(`${contestant.name} does not always judge the same`);
  return (user + system) / 1000 / times;
}

/**
 * The median of numbers; the mean of the two in the middle where they are even in number.
 */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/**
 * The geometric mean of numbers.
 */
export function geometricMean(numbers: readonly number[]): number {
  return Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
}
