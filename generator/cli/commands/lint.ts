import { addInputFlags, type InputFlags, readOptions } from "./input-flags.ts";
import type { RegisterCommand } from "./command.ts";

interface LintFlags extends InputFlags {
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** Adds `schemaloom lint`. */
export const registerLint: RegisterCommand = (program, { terminal, finish }) => {
  const command = addInputFlags(program.command("lint"))
    .description("tell which keywords types say, which only guards check, and which nobody says")
    .option("--strict", "exit 1 where there is a keyword that nobody says")
    .option("--json", "write the report as JSON")
    .action(async (inputs: string[], flags: LintFlags) => {
      const options = await readOptions(command, inputs, flags, terminal);
      const { runLint } = await import("../actions/lint.ts");
      finish(await runLint(options, flags, terminal));
    });
};
