import path from "node:path";
import type { Config } from "../config/config.ts";
import type { TargetSource } from "../runs/round.ts";

/** What the plugin of a bundler is told. */
export interface PluginOptions {
  /** The folder that the config is looked for in; the working directory unless named. */
  readonly cwd?: string;
  /**
   * The path of the config, or what it says, with paths relative to `cwd`; `schemaloom.config.*` of
   * `cwd` unless given.
   */
  readonly config?: string | Config;
  /** The names of those targets of the config that are meant; all of them unless named. */
  readonly targets?: readonly string[];
}

/**
 * The targets that a plugin makes.
 *
 * @throws DiagnosticsError (`config-not-found`) where the config that is named is not there
 */
export async function pluginTargets({
  cwd = "",
  config,
  targets,
}: PluginOptions): Promise<TargetSource> {
  const { configPath, loadConfig } = await import("../config/load-config.ts");
  const { resolveTargets } = await import("../config/targets.ts");
  const directory = path.resolve(cwd);
  const values = { inputs: [], ...(targets && { targets }) };
  return {
    config: typeof config === "object" ? undefined : await configPath(directory, config),
    readAll: async () => {
      const loaded =
        typeof config === "object" ? { directory, config } : await loadConfig(directory, config);
      return resolveTargets(loaded, values, directory);
    },
  };
}
