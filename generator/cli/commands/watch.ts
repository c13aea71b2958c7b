import type { ReportMode } from "../report-mode.ts";
import type { RegisterCommand } from "./command.ts";
import { addOutputFlags, type OutputFlags, readTargets } from "./input-flags.ts";

interface WatchFlags extends OutputFlags, ReportMode {
  readonly keepGoing?: boolean;
}

/** Adds `schemaloom watch`. */
export const registerWatch: RegisterCommand = (program, { terminal, finish }) => {
  const command = addOutputFlags(program.command("watch"))
    .description("write the output, and again whenever a schema or the config changes")
    .option("--keep-going", "make all that can be made, and list in the manifest what cannot")
    .option("--quiet", "tell only what is to be mended")
    .action(async (inputs: string[], flags: WatchFlags) => {
      const { runWatch } = await import("../actions/watch.ts");
      const { configPath } = await import("../../config/load-config.ts");
      const config = await configPath(terminal.cwd, flags.config);
      const readAll = () => readTargets(command, inputs, flags, terminal);
      finish(await runWatch({ readAll, config }, flags, terminal));
    });
};
