import { createUnplugin, type UnpluginInstance } from "unplugin";
import type { Watching } from "../runs/watch-targets.ts";
import { setUpEsbuild } from "./esbuild-setup.ts";
import { type LazyRound, lazyRuns } from "./lazy-runs.ts";
import type { PluginOptions } from "./plugin-options.ts";
import { type Compiler, tapCompiler } from "./webpack-hooks.ts";

export type { PluginOptions };

/** What the context of a build of Rollup, Rolldown and Vite has alike. */
interface BuildContext {
  readonly addWatchFile: (file: string) => void;
  readonly warn: (message: string) => void;
  readonly error: (error: ReturnType<LazyRound["buildError"]>) => never;
}

/**
 * The plugin of all bundlers: writes the output of the config at the start of a build, and again when a
 * schema, a template or the config changes while the bundler watches. `schemaloom/vite` and its like
 * have it for one bundler each.
 */
export const schemaloom: UnpluginInstance<PluginOptions | undefined> = createUnplugin(
  (options: PluginOptions | undefined = {}) => {
    const run = lazyRuns(options);
    let isServer = false;
    let watching: Watching | undefined;
    async function buildStart(this: BuildContext): Promise<void> {
      if (isServer) return;
      const { round, messages, buildError } = await run();
      for (const place of [...round.files, ...round.folders]) this.addWatchFile(place);
      for (const { text } of messages(round.warnings)) this.warn(text);
      if (round.errors.length > 0) this.error(buildError(round.errors));
    }
    return {
      name: "schemaloom",
      rollup: { buildStart },
      rolldown: { buildStart },
      vite: {
        buildStart,
        configResolved: ({ command, server }) => {
          // A server that watches nothing, as of a test run, is like a build.
          isServer = command === "serve" && server.watch !== null;
        },
        configureServer: async (server) => {
          if (!isServer) return;
          const { watchForServer } = await import("./vite-server.ts");
          watching = await watchForServer(options, server);
        },
        closeBundle: () => watching?.close(),
      },
      webpack: (compiler) => {
        tapCompiler(options, compiler);
      },
      rspack: (compiler: Compiler) => {
        tapCompiler(options, compiler);
      },
      esbuild: {
        setup: (build) => {
          setUpEsbuild(options, build);
        },
      },
    };
  },
);
