import { once } from "node:events";
import { watch } from "chokidar";
import type { Target } from "../config/targets.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { changeSignal } from "./change-signal.ts";
import { type Round, runRound, type TargetSource, untoldDiagnostics } from "./round.ts";
import { isUnwatched, watchedPlaces } from "./watched-places.ts";

/** A run, as who watches is told of it. */
export interface WatchedRound extends Round {
  /** Errors, and the warnings that the run before did not have. */
  readonly untold: readonly Diagnostic[];
  readonly isFirst: boolean;
  /** In milliseconds. */
  readonly took: number;
}

/** A watch that has begun. */
export interface Watching {
  /** Ends it. */
  readonly close: () => Promise<void>;
  /** Is there once it has ended; rejected where a fault of the program ends it. */
  readonly ended: Promise<void>;
}

/**
 * Writes the output of all targets, and again after each change of what was read, until it is closed.
 * Errors leave the output as it was and wait for the change that mends them.
 *
 * @param tell is told of each run
 * @returns once the first run is over
 */
export async function watchTargets(
  source: TargetSource,
  tell: (round: WatchedRound) => Promise<void>,
): Promise<Watching> {
  const outputs = new Set<string>();
  const watched = new Set(source.config === undefined ? [] : [source.config]);
  const add = async (targets: readonly Target[]) => {
    for (const { options } of targets) outputs.add(options.out);
    const places = await Promise.all(targets.map(({ options }) => watchedPlaces(options)));
    const added = places.flat().filter((place) => !watched.has(place));
    for (const place of added) watched.add(place);
    return added;
  };
  await readFirst(source, add);
  const changes = changeSignal();
  const watcher = watch([...watched], {
    ignoreInitial: true,
    ignored: (file) => isUnwatched(file, outputs),
  });
  watcher.on("all", changes.raise);
  // What changes while the first run makes the output is seen, too.
  await once(watcher, "ready");
  const untold = untoldDiagnostics();
  const run = async (isFirst: boolean) => {
    const begin = performance.now();
    const round = await runRound(source, async (targets) => {
      const added = await add(targets);
      if (added.length > 0) watcher.add(added);
    });
    const took = performance.now() - begin;
    await tell({ ...round, untold: untold(round.diagnostics), isFirst, took });
  };
  const runAgain = async () => {
    while ((await changes.settled()) === "changed") await run(false);
  };
  await run(true);
  const ended = runAgain().finally(() => watcher.close());
  return {
    ended,
    close: async () => {
      changes.end();
      await ended;
    },
  };
}

/** Where the config cannot be used, the first run tells so. */
async function readFirst(
  { readAll }: TargetSource,
  add: (targets: readonly Target[]) => Promise<unknown>,
): Promise<void> {
  try {
    await add(await readAll());
  } catch (fault) {
    if (!(fault instanceof DiagnosticsError)) throw fault;
  }
}
