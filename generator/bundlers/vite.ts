import type { Plugin } from "vite";
import type { PluginOptions } from "./plugin-options.ts";
import { schemaloom as plugin } from "./unplugin.ts";

export type { PluginOptions };

/**
 * The plugin of Vite: writes the output of the config at the start of a build, and again when a schema, a
 * template or the config changes while Vite watches.
 */
export function schemaloom(options?: PluginOptions): Plugin {
  return plugin.vite(options) as Plugin;
}
