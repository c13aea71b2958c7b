import type { LoadedConfig } from "../config/load-config.ts";
import type { Target } from "../config/targets.ts";
import type { Manifest } from "../write/manifest.ts";

/** One of the two sides of a `diff`, as the command line names it. */
export type DiffSide =
  | { readonly kind: "schemas"; readonly label: string; readonly targets: readonly Target[] }
  | { readonly kind: "manifest"; readonly label: string; readonly manifest: Manifest };

/** What sides are read with. */
export interface SideReading {
  readonly cwd: string;
  /**
   * The targets that some inputs are for; those of the config where none are named. As the config that is
   * given has them, or, where it does not fit the command line, the present one.
   */
  readonly targetsFor: (
    inputs: readonly string[],
    config?: LoadedConfig,
  ) => Promise<readonly Target[]>;
  /** The paths at which a config is looked for. */
  readonly configPlaces: readonly string[];
  /** The folder that revisions are written to. */
  readonly folder: string;
}
