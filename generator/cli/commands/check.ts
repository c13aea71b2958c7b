import { addOutputFlags, type OutputFlags, readOptions } from "./input-flags.ts";
import type { RegisterCommand } from "./command.ts";

/** Adds `schemaloom check`. */
export const registerCheck: RegisterCommand = (program, { terminal, finish }) => {
  const command = addOutputFlags(program.command("check"))
    .description("tell how the output folder differs from what would be written; exit 1 if it does")
    .action(async (inputs: string[], flags: OutputFlags) => {
      const options = await readOptions(command, inputs, flags, terminal);
      const { runCheck } = await import("../actions/check.ts");
      finish(await runCheck(options, terminal));
    });
};
