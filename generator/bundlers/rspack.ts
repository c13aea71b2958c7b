import type { PluginOptions } from "./plugin-options.ts";
import { schemaloom as plugin } from "./unplugin.ts";

export type { PluginOptions };

/** A plugin as Rspack takes it; its own type is no part of this package. */
export interface RspackPlugin {
  readonly apply: (compiler: unknown) => void;
}

/**
 * The plugin of Rspack: writes the output of the config before each compilation, and again when a
 * schema, a template or the config changes while Rspack watches.
 */
export function schemaloom(options?: PluginOptions): RspackPlugin {
  return plugin.rspack(options) as RspackPlugin;
}
