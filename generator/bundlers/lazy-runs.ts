import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { BuildError, BundlerMessage } from "./diagnostic-text.ts";
import type { PluginOptions } from "./plugin-options.ts";
import type { PluginRound } from "./plugin-run.ts";

/** A run, and what writes its diagnostics for a bundler. */
export interface LazyRound {
  readonly round: PluginRound;
  readonly messages: (diagnostics: readonly Diagnostic[]) => BundlerMessage[];
  readonly buildError: (diagnostics: readonly Diagnostic[]) => BuildError;
}

/**
 * Makes what a plugin runs at the start of each build. The generator is loaded by the first: the config
 * of a bundler is read for other ends, too.
 */
export function lazyRuns(options: PluginOptions): () => Promise<LazyRound> {
  let run: (() => Promise<PluginRound>) | undefined;
  return async () => {
    const [{ pluginRuns }, { bundlerMessages, buildError }] = await Promise.all([
      import("./plugin-run.ts"),
      import("./diagnostic-text.ts"),
    ]);
    run ??= pluginRuns(options);
    return { round: await run(), messages: bundlerMessages, buildError };
  };
}
