import type { Spinner } from "yocto-spinner";
import type { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { Progress, Stage } from "../progress.ts";
import type { ProgressOf } from "../runs/target-runs.ts";
import type { ReportMode } from "./report-mode.ts";
import type { OutputStream, Terminal } from "./terminal.ts";

/** A run that takes no longer than so many milliseconds shows nothing. */
const patience = 1000;

/** The line is written anew after so many milliseconds at the earliest. */
const interval = 80;

const stageWords: Readonly<Record<Stage, string>> = {
  load: "reading schemas",
  resolve: "following references",
  fetch: "fetching documents",
  model: "working out what schemas accept",
  modules: "making modules",
  docs: "making docs",
  write: "writing files",
  compare: "comparing schemas",
};

/**
 * Does work with a line on stderr that shows how far it has come, once it takes over a second: where
 * somebody looks on, unless the user has asked for silence or a report for programs. Work that keeps the
 * process busy lets no timer run; so the line changes as the work tells, which waits for that.
 *
 * @param after the milliseconds that nothing is shown for
 */
export async function withProgress<Result>(
  { json = false, quiet = false }: ReportMode,
  { stderr, environment }: Terminal,
  work: (progressOf?: ProgressOf) => Promise<Result>,
  after = patience,
): Promise<Result> {
  const isWatched =
    !json && !quiet && environment["CI"] === undefined && environment["TERM"] !== "dumb";
  if (!isWatched || !isTerminal(stderr)) return work();
  const begin = performance.now();
  let spinner: Spinner | undefined;
  let shownAt = -Infinity;
  const show = async (text: string) => {
    const now = performance.now();
    if (now - begin < after || now - shownAt < interval) return;
    shownAt = now;
    if (spinner === undefined) {
      const { default: createSpinner } = await import("yocto-spinner");
      spinner = createSpinner({ stream: stderr }).start(text);
    } else spinner.text = text;
    await setImmediate();
  };
  try {
    return await work((target) => (progress) => {
      const whose = target === undefined ? "" : `[${target}] `;
      return show(`${whose}${progressWords(progress)}`);
    });
  } finally {
    spinner?.stop();
  }
}

function progressWords({ stage, done, total }: Progress): string {
  const words = stageWords[stage];
  return done === undefined || total === undefined
    ? words
    : `${words}: ${String(done)} of ${String(total)}`;
}

/** Whether a stream is a terminal, whose line can be written over. */
function isTerminal(stream: OutputStream): stream is OutputStream & Writable {
  return stream.isTTY === true && "clearLine" in stream && "cursorTo" in stream;
}
