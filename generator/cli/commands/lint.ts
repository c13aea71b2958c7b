import { addInputFlags, type InputFlags, readTargets } from "./input-flags.ts";
import type { ReportMode } from "../report-mode.ts";
import type { RegisterCommand } from "./command.ts";
import { addReportFlags, reporting } from "./report-flags.ts";

interface LintFlags extends InputFlags, ReportMode {
  readonly strict?: boolean;
}

/** Adds `schemaloom lint`. */
export const registerLint: RegisterCommand = (program, { terminal, finish }) => {
  const command = addReportFlags(addInputFlags(program.command("lint")))
    .description("tell which keywords types say, which only guards check, and which nobody says")
    .option("--strict", "exit 1 where there is a keyword that nobody says")
    .action(async (inputs: string[], flags: LintFlags) => {
      const code = await reporting(flags, terminal, async () => {
        const targets = await readTargets(command, inputs, flags, terminal);
        const { runLint } = await import("../actions/lint.ts");
        return runLint(targets, flags, terminal);
      });
      finish(code);
    });
};
