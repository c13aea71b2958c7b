import type { Plugin } from "rollup";
import type { PluginOptions } from "./plugin-options.ts";
import { schemaloom as plugin } from "./unplugin.ts";

export type { PluginOptions };

/**
 * The plugin of Rollup: writes the output of the config at the start of a build, and again when a schema, a
 * template or the config changes while Rollup watches.
 */
export function schemaloom(options?: PluginOptions): Plugin {
  return plugin.rollup(options) as Plugin;
}
