import { existsSync } from "node:fs";

import type * as CommandLine from "./command-line.ts";

/** The command line as it was loaded. */
export interface LoadedCommandLine extends Pick<typeof CommandLine, "runCommandLine"> {
  /** Lets the next process load it faster, where this one has made an output. */
  readonly finish: () => void;
}

/** The commands that make a model, and so run most of the code. */
const compiled: ReadonlySet<string> = new Set(["generate", "check", "watch", "lint"]);

/**
 * Loads the command line: for commands that run much of it as one script that is compiled already; for what
 * takes little code, as the modules that it is made of.
 *
 * @param words the command line without the program's own name
 * @param cwd the folder that it is run in
 */
export async function loadCommandLine(
  words: readonly string[],
  cwd: string,
): Promise<LoadedCommandLine> {
  const [command = ""] = words;
  const isShort = !compiled.has(command) || words.includes("--help") || words.includes("-h");
  const loaded = isShort ? undefined : await loadCompiled(cwd);
  if (loaded === undefined) return { ...(await import("./command-line.ts")), finish: nothing };
  // What is not to depend on earlier runs is not to leave anything for later ones, either.
  const isKept = command === "generate" && !words.includes("--no-cache");
  return {
    ...(loaded.exports as typeof CommandLine),
    finish: isKept ? loaded.keepCompiled : nothing,
  };
}

async function loadCompiled(cwd: string) {
  const { bundlePath } = await import("../bundle/bundle-path.ts");
  if (!existsSync(bundlePath)) return undefined;
  const { default: findCacheDirectory } = await import("find-cache-dir");
  const { runCompiledScript } = await import("../bundle/compiled-script.ts");
  return runCompiledScript(bundlePath, findCacheDirectory({ name: "schemaloom", cwd }));
}

function nothing(): void {
  // Modules are not kept.
}
