import { lazyRuns } from "./lazy-runs.ts";
import type { PluginOptions } from "./plugin-options.ts";
import type { PluginRound } from "./plugin-run.ts";

/** What webpack and Rspack have alike of a compiler. */
export interface Compiler {
  readonly hooks: {
    readonly run: AsynchronousHook;
    readonly watchRun: AsynchronousHook;
    readonly thisCompilation: {
      readonly tap: (name: string, tell: (compilation: Compilation) => void) => void;
    };
  };
  /** When the files were changed that the last compilation depended on. */
  readonly fileTimestamps?: { readonly delete: (file: string) => unknown } | undefined;
  /** What a compiler that watches makes again, by the paths. */
  modifiedFiles?: ReadonlySet<string> | undefined;
  readonly inputFileSystem?: { readonly purge?: ((files: string[]) => void) | undefined } | null;
}

interface AsynchronousHook {
  readonly tapPromise: (name: string, tell: () => Promise<void>) => void;
}

interface Compilation {
  readonly errors: { readonly push: (error: Error) => unknown };
  readonly warnings: { readonly push: (error: Error) => unknown };
  readonly fileDependencies: { readonly add: (file: string) => unknown };
  readonly contextDependencies: { readonly add: (folder: string) => unknown };
}

const name = "schemaloom";

/**
 * Taps a compiler: generates before each compilation, which then depends on what was read. A plugin's
 * own start of a build would be too late, as entries are read beside it.
 */
export function tapCompiler(options: PluginOptions, compiler: Compiler): void {
  const run = lazyRuns(options);
  let last: { readonly round: PluginRound; readonly errors: Error[]; readonly warnings: Error[] };
  const generate = async () => {
    const { round, messages } = await run();
    const written = (diagnostics: PluginRound["errors"]) =>
      messages(diagnostics).map(({ text }) => withoutStack(new Error(text)));
    last = { round, errors: written(round.errors), warnings: written(round.warnings) };
    // What was just written, the compiler believes to know from before.
    for (const file of round.written) compiler.fileTimestamps?.delete(file);
    if (compiler.modifiedFiles !== undefined) {
      compiler.modifiedFiles = new Set([...compiler.modifiedFiles, ...round.written]);
    }
    compiler.inputFileSystem?.purge?.([...round.written]);
  };
  compiler.hooks.run.tapPromise(name, generate);
  compiler.hooks.watchRun.tapPromise(name, generate);
  compiler.hooks.thisCompilation.tap(name, (compilation) => {
    const { round, errors, warnings } = last;
    for (const error of errors) compilation.errors.push(error);
    for (const warning of warnings) compilation.warnings.push(warning);
    for (const file of round.files) compilation.fileDependencies.add(file);
    for (const folder of round.folders) compilation.contextDependencies.add(folder);
  });
}

/** The place of a diagnostic is in its text; where the plugin made the error tells nothing. */
function withoutStack(error: Error): Error {
  error.name = name;
  delete error.stack;
  return error;
}
