import path from "node:path";
import * as esbuild from "esbuild";
import * as rolldown from "rolldown";
import * as rollup from "rollup";
import * as vite from "vite";
import webpack from "webpack";
import { schemaloom as esbuildPlugin } from "../../generator/bundlers/esbuild.ts";
import type { PluginOptions } from "../../generator/bundlers/plugin-options.ts";
import { schemaloom as rolldownPlugin } from "../../generator/bundlers/rolldown.ts";
import { schemaloom as rollupPlugin } from "../../generator/bundlers/rollup.ts";
import { schemaloom as vitePlugin } from "../../generator/bundlers/vite.ts";
import { schemaloom as webpackPlugin } from "../../generator/bundlers/webpack.ts";

/** A bundler in a project, which bundles `src/main.ts` to `dist/bundle.js`. */
export interface Bundler {
  readonly name: string;
  /** @returns what the bundler told; rejected, or with errors in it, where the build failed */
  readonly build: (project: BundledProject) => Promise<BuildOutcome>;
  /** Bundles, and again after changes. */
  readonly watch: (
    project: BundledProject,
    tell: (outcome: BuildOutcome) => void,
  ) => Promise<() => Promise<unknown>>;
}

export interface BundledProject {
  readonly folder: string;
  readonly options: PluginOptions;
}

/** What a build came to. */
export interface BuildOutcome {
  /** All errors; "" where there is none. */
  readonly errors: string;
  readonly warnings: string;
}

const entryOf = ({ folder }: BundledProject) => path.join(folder, "src/main.ts");
const bundleOf = ({ folder }: BundledProject) => path.join(folder, "dist/bundle.js");

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

const esbuildBundler: Bundler = {
  name: "esbuild",
  build: async (project) => {
    const outcome = esbuildOutcome(await esbuild.build(esbuildOptions(project)).catch(asResult));
    return outcome;
  },
  watch: async (project, tell) => {
    const ending: esbuild.Plugin = {
      name: "ending",
      setup: (build) => {
        build.onEnd((result) => {
          tell(esbuildOutcome(result));
        });
      },
    };
    const options = esbuildOptions(project);
    const context = await esbuild.context({
      ...options,
      plugins: [...(options.plugins ?? []), ending],
    });
    await context.watch({ delay: 10 });
    return () => context.dispose();
  },
};

function esbuildOptions(project: BundledProject): esbuild.BuildOptions {
  return {
    entryPoints: [entryOf(project)],
    outfile: bundleOf(project),
    bundle: true,
    logLevel: "silent",
    plugins: [esbuildPlugin(project.options)],
  };
}

type EsbuildResult = Pick<esbuild.BuildResult, "errors" | "warnings">;

function asResult(fault: unknown): EsbuildResult {
  return fault as EsbuildResult;
}

function esbuildOutcome({ errors, warnings }: EsbuildResult): BuildOutcome {
  const texts = (messages: readonly esbuild.Message[]) =>
    messages.map(({ text }) => text).join("\n");
  return { errors: texts(errors), warnings: texts(warnings) };
}

/** An event of what watches for Rollup and those that follow it. */
interface WatchEvent {
  readonly code: string;
  readonly error?: unknown;
}

/** Tells what each build came to. */
function outcomeTeller(warnings: string[], tell: (outcome: BuildOutcome) => void) {
  return (event: WatchEvent): void => {
    const told = { errors: "", warnings: warnings.splice(0).join("\n") };
    if (event.code === "BUNDLE_END") tell(told);
    if (event.code === "ERROR") tell({ ...told, errors: messageOf(event.error) });
  };
}

/** Takes the outcome of one build of theirs. */
async function outcomeOf(warnings: string[], build: () => Promise<unknown>): Promise<BuildOutcome> {
  const errors = await build().then(() => "", messageOf);
  return { errors, warnings: warnings.join("\n") };
}

/** Rollup and webpack take no TypeScript. */
async function stripTypes(code: string): Promise<string> {
  return (await esbuild.transform(code, { loader: "ts" })).code;
}

const rollupBundler: Bundler = {
  name: "rollup",
  build: (project) => {
    const warnings: string[] = [];
    return outcomeOf(warnings, async () => {
      const bundle = await rollup.rollup(rollupOptions(project, warnings));
      await bundle.write({ file: bundleOf(project) });
    });
  },
  watch: (project, tell) => {
    const warnings: string[] = [];
    const watcher = rollup.watch({
      ...rollupOptions(project, warnings),
      output: { file: bundleOf(project) },
    });
    watcher.on("event", outcomeTeller(warnings, tell));
    return Promise.resolve(() => watcher.close());
  },
};

function rollupOptions(project: BundledProject, warnings: string[]): rollup.RollupOptions {
  return {
    input: entryOf(project),
    onwarn: ({ message }) => warnings.push(message),
    plugins: [
      rollupPlugin(project.options),
      { name: "types", transform: (code, id) => (id.endsWith(".ts") ? stripTypes(code) : null) },
    ],
  };
}

const rolldownBundler: Bundler = {
  name: "rolldown",
  build: (project) => {
    const warnings: string[] = [];
    return outcomeOf(warnings, async () => {
      const bundle = await rolldown.rolldown(rolldownOptions(project, warnings));
      await bundle.write({ file: bundleOf(project) });
      await bundle.close();
    });
  },
  watch: (project, tell) => {
    const warnings: string[] = [];
    const watcher = rolldown.watch({
      ...rolldownOptions(project, warnings),
      output: { file: bundleOf(project) },
    });
    watcher.on("event", outcomeTeller(warnings, tell));
    return Promise.resolve(() => watcher.close());
  },
};

function rolldownOptions(project: BundledProject, warnings: string[]): rolldown.InputOptions {
  return {
    input: entryOf(project),
    onLog: (_, { message }) => warnings.push(message),
    plugins: [rolldownPlugin(project.options)],
  };
}

const viteBundler: Bundler = {
  name: "vite",
  build: (project) => {
    const warnings: string[] = [];
    return outcomeOf(warnings, () => vite.build(viteOptions(project, warnings)));
  },
  watch: async (project, tell) => {
    const warnings: string[] = [];
    const options = viteOptions(project, warnings);
    const watcher = await vite.build({ ...options, build: { ...options.build, watch: {} } });
    if (!("on" in watcher)) throw new Error("vite does not watch");
    watcher.on("event", outcomeTeller(warnings, tell));
    return () => watcher.close();
  },
};

function viteOptions(project: BundledProject, warnings: string[]): vite.InlineConfig {
  const logger = vite.createLogger("silent");
  const warn = (message: string) => {
    warnings.push(message);
  };
  return {
    root: project.folder,
    configFile: false,
    logLevel: "warn",
    customLogger: { ...logger, warn, warnOnce: warn },
    plugins: [vitePlugin(project.options)],
    build: {
      lib: { entry: entryOf(project), formats: ["es"], fileName: () => "bundle.js" },
      minify: false,
      reportCompressedSize: false,
    },
  };
}

const webpackBundler: Bundler = {
  name: "webpack",
  build: (project) =>
    new Promise((resolve, reject) => {
      const compiler = webpack(webpackOptions(project));
      compiler.run((fault, stats) => {
        compiler.close(() => {
          if (stats === undefined) reject(fault ?? new Error("no stats"));
          else resolve(webpackOutcome(stats));
        });
      });
    }),
  watch: (project, tell) => {
    const compiler = webpack(webpackOptions(project));
    const watching = compiler.watch({ aggregateTimeout: 20 }, (_, stats) => {
      if (stats !== undefined) tell(webpackOutcome(stats));
    });
    const close = () =>
      new Promise((resolve) => {
        watching?.close(resolve);
      });
    return Promise.resolve(close);
  },
};

function webpackOptions(project: BundledProject): webpack.Configuration {
  return {
    mode: "development",
    devtool: false,
    context: project.folder,
    entry: entryOf(project),
    output: { path: path.dirname(bundleOf(project)), filename: "bundle.js" },
    module: {
      rules: [{ test: /\.ts$/, use: path.join(import.meta.dirname, "fixtures/strip-types.cjs") }],
    },
    plugins: [webpackPlugin(project.options)],
  };
}

function webpackOutcome({ compilation }: webpack.Stats): BuildOutcome {
  const texts = (faults: readonly Error[]) => faults.map(messageOf).join("\n");
  return { errors: texts(compilation.errors), warnings: texts(compilation.warnings) };
}

/** The bundlers that the plugin is tried in. */
export const bundlers: readonly Bundler[] = [
  esbuildBundler,
  rollupBundler,
  rolldownBundler,
  viteBundler,
  webpackBundler,
];
