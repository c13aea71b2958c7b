import { addOutputFlags, type OutputFlags, readOptions } from "./input-flags.ts";
import type { RegisterCommand } from "./command.ts";

interface GenerateFlags extends OutputFlags {
  readonly keepGoing?: boolean;
}

/** Adds `schemaloom generate`. */
export const registerGenerate: RegisterCommand = (program, { terminal, finish }) => {
  const command = addOutputFlags(program.command("generate"))
    .description("write the types, guards and docs of schemas into the output folder")
    .option("--keep-going", "make all that can be made, and list in the manifest what cannot")
    .action(async (inputs: string[], flags: GenerateFlags) => {
      const options = await readOptions(command, inputs, flags, terminal);
      const { runGenerate } = await import("../actions/generate.ts");
      finish(await runGenerate(options, terminal));
    });
};
