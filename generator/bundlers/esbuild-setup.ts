import type { PartialMessage, PluginBuild } from "esbuild";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { lazyRuns } from "./lazy-runs.ts";
import type { PluginOptions } from "./plugin-options.ts";

/**
 * Sets the plugin of esbuild up: generates before anything is resolved, and makes the entry points
 * depend on what was read.
 */
export function setUpEsbuild(options: PluginOptions, build: PluginBuild): void {
  const run = lazyRuns(options);
  let watched: { watchFiles: string[]; watchDirs: string[] } | undefined;
  build.onStart(async () => {
    const { round, messages } = await run();
    watched = { watchFiles: [...round.files], watchDirs: [...round.folders] };
    const written = (diagnostics: readonly Diagnostic[]): PartialMessage[] =>
      messages(diagnostics).map(({ text, place }) => ({
        text,
        location: place
          ? {
              file: place.file,
              line: place.line,
              column: place.column - 1,
              lineText: place.lineText,
            }
          : null,
      }));
    return { errors: written(round.errors), warnings: written(round.warnings) };
  });
  // The start of a build cannot name what to watch, but what resolves an entry point can.
  build.onResolve({ filter: /.*/ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
    if (kind !== "entry-point" || pluginData === resolving) return undefined;
    const found = await build.resolve(path, { kind, resolveDir, importer, pluginData: resolving });
    return { ...found, ...watched };
  });
}

/** Tells what the plugin asks itself from what others ask. */
const resolving = Symbol("schemaloom");
