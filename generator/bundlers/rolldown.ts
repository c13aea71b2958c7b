import type { Plugin } from "rolldown";
import type { PluginOptions } from "./plugin-options.ts";
import { schemaloom as plugin } from "./unplugin.ts";

export type { PluginOptions };

/**
 * The plugin of Rolldown: writes the output of the config at the start of a build, and again when a schema, a
 * template or the config changes while Rolldown watches.
 */
export function schemaloom(options?: PluginOptions): Plugin {
  return plugin.rolldown(options) as Plugin;
}
