import { addOutputFlags, type OutputFlags, readTargets } from "./input-flags.ts";
import type { ReportMode } from "../report-mode.ts";
import type { RegisterCommand } from "./command.ts";
import { addReportFlags, reporting } from "./report-flags.ts";

/** Adds `schemaloom check`. */
export const registerCheck: RegisterCommand = (program, { terminal, finish }) => {
  const command = addReportFlags(addOutputFlags(program.command("check")))
    .description("tell how the output folder differs from what would be written; exit 1 if it does")
    .action(async (inputs: string[], flags: OutputFlags & ReportMode) => {
      const code = await reporting(flags, terminal, async () => {
        const targets = await readTargets(command, inputs, flags, terminal);
        const { runCheck } = await import("../actions/check.ts");
        return runCheck(targets, flags, terminal);
      });
      finish(code);
    });
};
