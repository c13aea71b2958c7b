import type { WebpackPluginInstance } from "webpack";
import type { PluginOptions } from "./plugin-options.ts";
import { schemaloom as plugin } from "./unplugin.ts";

export type { PluginOptions };

/**
 * The plugin of webpack: writes the output of the config before each compilation, and again when a
 * schema, a template or the config changes while webpack watches.
 */
export function schemaloom(options?: PluginOptions): WebpackPluginInstance {
  return plugin.webpack(options);
}
