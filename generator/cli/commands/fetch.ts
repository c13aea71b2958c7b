import type { ReportMode } from "../report-mode.ts";
import type { RegisterCommand } from "./command.ts";
import { addInputFlags, type InputFlags, readTargets } from "./input-flags.ts";
import { addReportFlags, reporting } from "./report-flags.ts";

interface FetchFlags extends InputFlags, ReportMode {
  readonly update?: boolean;
}

/** Adds `schemaloom fetch`. */
export const registerFetch: RegisterCommand = (program, { terminal, finish }) => {
  const command = addReportFlags(addInputFlags(program.command("fetch")))
    .description(
      "fetch the documents on the web that schemas refer to, and lock them; nothing else makes a request",
    )
    .option("--update", "fetch what is locked, too, and lock it as it is now")
    .action(async (inputs: string[], { update = false, ...flags }: FetchFlags) => {
      const code = await reporting(flags, terminal, async () => {
        const targets = await readTargets(command, inputs, flags, terminal);
        const { allowsOrigins } = await import("../../load/remote-origins.ts");
        if (!targets.some(({ options }) => allowsOrigins(options.remote))) {
          command.error(
            'error: the config allows no origin to fetch from: "remote": { "origins": ["https://example.com"] }',
          );
        }
        const { runFetch } = await import("../actions/fetch.ts");
        // What else is locked, other inputs or targets may need.
        const keepOthers = inputs.length > 0 || flags.target !== undefined;
        return runFetch(targets, { ...flags, update, keepOthers }, terminal);
      });
      finish(code);
    });
};
