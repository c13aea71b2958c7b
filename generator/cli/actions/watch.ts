import { once } from "node:events";
import path from "node:path";
import { watch, type FSWatcher } from "chokidar";
import type { Target } from "../../config/targets.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { inputPlaces } from "../../load/find-inputs.ts";
import type { GenerateOptions } from "../../options.ts";
import type { ReportMode } from "../report-mode.ts";
import { allDiagnostics, countErrors, runTargets, type TargetRun } from "../target-runs.ts";
import { tellDiagnostics } from "../tell.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { generateOutput, summarize } from "./generate.ts";

/** What to watch. */
export interface Watched {
  /** Reads the config and joins it with the command line, anew each time. */
  readonly readAll: () => Promise<readonly Target[]>;
  /** The config file; `undefined` where there is none. */
  readonly config: string | undefined;
}

/** So many milliseconds after the last of several changes it is time for a run. */
const settling = 40;

/**
 * Runs `schemaloom watch`: generates, and again after each change of what was read, until it is told to
 * end. Errors are told and wait for the change that mends them.
 *
 * @returns once the process is asked to end
 */
export async function runWatch(
  watched: Watched,
  mode: ReportMode,
  terminal: Terminal,
): Promise<ExitCode> {
  const ended = untilAskedToEnd();
  const session: Session = {
    watched,
    mode,
    terminal,
    places: new Set(),
    outputs: new Set(),
    warnings: new Set(),
  };
  const changes = changeSignal();
  const watcher = watch([...(await firstPlaces(session))], {
    ignoreInitial: true,
    ignored: (file) => isIgnored(session, file),
  });
  watcher.on("all", changes.raise);
  // What changes while the first run makes the output is seen, too.
  await once(watcher, "ready");
  await runOnce(session, watcher, true);
  terminal.stderr.write(`watching; Ctrl+C ends it\n`);
  while ((await Promise.race([ended, changes.settled()])) === "changed") {
    await runOnce(session, watcher, false);
  }
  await watcher.close();
  return 0;
}

interface Session {
  readonly watched: Watched;
  readonly mode: ReportMode;
  readonly terminal: Terminal;
  /** What is watched. */
  readonly places: Set<string>;
  /** The output folders. */
  readonly outputs: Set<string>;
  /** The warnings of the run before. */
  readonly warnings: Set<string>;
}

/** What a run writes must not lead to another, and what packages hold is none of the user's. */
function isIgnored({ outputs }: Session, file: string): boolean {
  return outputs.has(file) || /^(?:node_modules|\.git)$/.test(path.basename(file));
}

/** What there is to watch before the first run; the config alone where it cannot be used. */
async function firstPlaces(session: Session): Promise<ReadonlySet<string>> {
  const { watched, places, outputs } = session;
  if (watched.config !== undefined) places.add(watched.config);
  try {
    for (const { options } of await watched.readAll()) {
      outputs.add(options.out);
      for (const place of await placesOf(options)) places.add(place);
    }
  } catch (fault) {
    // The first run tells it.
    if (!(fault instanceof DiagnosticsError)) throw fault;
  }
  return places;
}

async function runOnce(session: Session, watcher: FSWatcher, isFirst: boolean): Promise<void> {
  const { watched, mode, terminal } = session;
  const begin = performance.now();
  try {
    const targets = await watched.readAll();
    for (const { options } of targets) {
      session.outputs.add(options.out);
      watchPlaces(session, watcher, await placesOf(options));
    }
    const runs = await runTargets(targets, generateOutput);
    await tellDiagnostics(notToldBefore(session, allDiagnostics(runs)), mode, terminal);
    const took = Math.round(performance.now() - begin);
    if (mode.quiet) return;
    for (const run of runs.filter((each) => isFirst || isNews(each))) {
      terminal.stdout.write(`${timeOfDay()} ${summarize(run)} (${String(took)} ms)\n`);
    }
  } catch (fault) {
    if (!(fault instanceof DiagnosticsError)) throw fault;
    await tellDiagnostics(fault.diagnostics, mode, terminal);
  }
}

/** Errors, and the warnings that the run before did not have. */
function notToldBefore({ warnings }: Session, found: readonly Diagnostic[]): Diagnostic[] {
  const keyed = found.map((diagnostic) => {
    const { code, message, location } = diagnostic;
    const key = JSON.stringify([code, message, location?.file.path, location?.pointer]);
    return { diagnostic, key };
  });
  const news = keyed.filter(
    ({ diagnostic, key }) => diagnostic.severity === "error" || !warnings.has(key),
  );
  warnings.clear();
  for (const { key } of keyed) warnings.add(key);
  return news.map(({ diagnostic }) => diagnostic);
}

/** Whether a run changed something, or could not. */
function isNews(run: TargetRun<Awaited<ReturnType<typeof generateOutput>>>): boolean {
  if (run.result === undefined || countErrors(run) > 0) return true;
  const { created, changed, removed } = run.result.summary;
  return created.length + changed.length + removed.length > 0;
}

/** The files and folders that a run reads from. */
async function placesOf(options: GenerateOptions): Promise<string[]> {
  return [
    ...(await inputPlaces(options.inputs, options.cwd)),
    ...options.overlays,
    ...options.customFormats.values(),
    ...options.maps.map(({ directory }) => directory),
    ...(options.templates === undefined ? [] : [options.templates]),
  ];
}

function watchPlaces({ places }: Session, watcher: FSWatcher, found: readonly string[]): void {
  const added = found.filter((place) => !places.has(place));
  for (const place of added) places.add(place);
  if (added.length > 0) watcher.add(added);
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, "00:00:00".length);
}

/** A signal of changes, which come in bursts where an editor saves or a branch is switched. */
function changeSignal(): {
  readonly raise: () => void;
  /** Waits until there has been a change, and none for a while. */
  readonly settled: () => Promise<"changed">;
} {
  let timer: NodeJS.Timeout | undefined;
  let isRaised = false;
  let settle: (() => void) | undefined;
  const raise = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isRaised = true;
      settle?.();
    }, settling);
  };
  const settled = async () => {
    await new Promise<void>((resolve) => {
      if (isRaised) resolve();
      else settle = resolve;
    });
    isRaised = false;
    return "changed" as const;
  };
  return { raise, settled };
}

function untilAskedToEnd(): Promise<"ended"> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        resolve("ended");
      });
    }
  });
}
