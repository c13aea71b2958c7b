import { addOutputFlags, type OutputFlags, readTargets } from "./input-flags.ts";
import type { ReportMode } from "../report-mode.ts";
import type { RegisterCommand } from "./command.ts";
import { addReportFlags, reporting } from "./report-flags.ts";

interface GenerateFlags extends OutputFlags, ReportMode {
  readonly keepGoing?: boolean;
  readonly cache: boolean;
}

/** Adds `schemaloom generate`. */
export const registerGenerate: RegisterCommand = (program, { terminal, finish }) => {
  const command = addReportFlags(addOutputFlags(program.command("generate")))
    .description("write the types, guards and docs of schemas into the output folder")
    .option("--keep-going", "make all that can be made, and list in the manifest what cannot")
    .option("--no-cache", "make everything anew, whatever an earlier run has made")
    .action(async (inputs: string[], flags: GenerateFlags) => {
      const code = await reporting(flags, terminal, async () => {
        const targets = await readTargets(command, inputs, flags, terminal);
        const { runGenerate } = await import("../actions/generate.ts");
        return runGenerate(targets, flags, terminal);
      });
      finish(code);
    });
};
