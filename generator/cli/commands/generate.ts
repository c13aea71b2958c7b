import { addOutputFlags, type OutputFlags, readTargets } from "./input-flags.ts";
import type { ReportMode } from "../report-mode.ts";
import type { RegisterCommand } from "./command.ts";
import { addReportFlags, reporting } from "./report-flags.ts";

interface GenerateFlags extends OutputFlags, ReportMode {
  readonly keepGoing?: boolean;
  readonly cache: boolean;
  readonly dryRun?: boolean;
  readonly name?: string;
}

/** Adds `schemaloom generate`. */
export const registerGenerate: RegisterCommand = (program, { terminal, finish }) => {
  const command = addReportFlags(addOutputFlags(program.command("generate")))
    .description(
      "write the types, guards and docs of schemas into the output folder; of one schema from stdin (-), one module to stdout",
    )
    .option("--keep-going", "make all that can be made, and list in the manifest what cannot")
    .option("--name <name>", "what the schema of stdin is called (default: Value)")
    .option("--dry-run", "write nothing: tell what would be written and removed")
    .option("--no-cache", "make everything anew, whatever an earlier run has made")
    .action(async (inputs: string[], { name, ...flags }: GenerateFlags) => {
      const isStdin = inputs.includes("-");
      const isForFolder = flags.out !== undefined || flags.json === true || flags.dryRun === true;
      if (isStdin && (inputs.length > 1 || isForFolder)) {
        command.error("error: - stands alone: one schema from stdin, one module to stdout");
      }
      if (isStdin && flags.emit === "js+dts") {
        command.error("error: of a schema from stdin one module is made, which is TypeScript");
      }
      if (name !== undefined && !(isStdin && /^[\w.-]+$/.test(name))) {
        command.error("error: --name is for the schema of stdin, and has letters and digits");
      }
      const code = await reporting(flags, terminal, async () => {
        const targets = await readTargets(command, inputs, flags, terminal);
        if (isStdin && targets[0] !== undefined) {
          const { runGenerateStdin } = await import("../actions/generate-stdin.ts");
          return runGenerateStdin(targets[0], name ?? "Value", flags, terminal);
        }
        const { runGenerate } = await import("../actions/generate.ts");
        return runGenerate(targets, flags, terminal);
      });
      finish(code);
    });
};
