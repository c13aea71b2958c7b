import { stat } from "node:fs/promises";
import path from "node:path";
import { inputFiles } from "../cache/unchanged-output.ts";
import type { Target } from "../config/targets.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Untold, runRound, untoldDiagnostics } from "../runs/round.ts";
import { isUnwatched, watchedPlaces } from "../runs/watched-places.ts";
import { type PluginOptions, pluginTargets } from "./plugin-options.ts";

/** What a bundler is told of a run. */
export interface PluginRound {
  readonly errors: readonly Diagnostic[];
  /** Those that the run before did not have. */
  readonly warnings: readonly Diagnostic[];
  /** The absolute paths of what the bundler is to watch. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** The absolute paths of the files that were written anew. */
  readonly written: readonly string[];
}

/**
 * Makes what a plugin runs at the start of each build. Where builds run beside each other, each waits
 * for the run of the one before.
 */
export function pluginRuns(options: PluginOptions): () => Promise<PluginRound> {
  const untold = untoldDiagnostics();
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(() => runOnce(options, untold));
    // The build that it fails in tells of it.
    last = next.catch(() => undefined);
    return next;
  };
}

async function runOnce(options: PluginOptions, untold: Untold): Promise<PluginRound> {
  const source = await pluginTargets(options);
  const watched = new Set(source.config === undefined ? [] : [source.config]);
  const { runs, diagnostics } = await runRound(source, async (targets) => {
    for (const place of await allPlaces(targets)) watched.add(place);
  });
  const kinds = await Promise.all(
    [...watched].map(async (place) => [place, await isFolder(place)]),
  );
  const news = untold(diagnostics);
  return {
    errors: news.filter(({ severity }) => severity === "error"),
    warnings: news.filter(({ severity }) => severity === "warning"),
    files: kinds.flatMap(([place, folder]) => (folder === true ? [] : [String(place)])),
    folders: kinds.flatMap(([place, folder]) => (folder === true ? [String(place)] : [])),
    written: runs.flatMap(({ target, result }) => {
      const { created = [], changed = [] } = result?.summary ?? {};
      return [...created, ...changed].map((file) => path.join(target.options.out, file));
    }),
  };
}

/**
 * The places that runs read from, with each file of an input, and each folder on the way to it: not
 * every bundler sees what happens deep in a folder.
 */
async function allPlaces(targets: readonly Target[]): Promise<ReadonlySet<string>> {
  const outputs = new Set(targets.map(({ options }) => options.out));
  const places = new Set<string>();
  for (const { options } of targets) {
    const roots = await watchedPlaces(options);
    for (const root of roots) places.add(root);
    for (const file of await inputFiles(options)) {
      places.add(file);
      for (
        let folder = path.dirname(file);
        roots.some((root) => folder.startsWith(root + path.sep));
        folder = path.dirname(folder)
      ) {
        places.add(folder);
      }
    }
  }
  return new Set([...places].filter((place) => !isUnwatched(place, outputs)));
}

async function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
