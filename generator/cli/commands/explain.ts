import { addConfigFlags, type InputFlags, readTargets } from "./input-flags.ts";
import type { ReportMode } from "../report-mode.ts";
import type { RegisterCommand } from "./command.ts";
import { addReportFlags, reporting } from "./report-flags.ts";

/** Adds `schemaloom explain`. */
export const registerExplain: RegisterCommand = (program, { terminal, finish }) => {
  const command = addReportFlags(addConfigFlags(program.command("explain")))
    .argument("<place>", "a file, and a JSON Pointer or an anchor in it: FILE#/properties/a")
    .description("tell what was understood of one schema")
    .action(async (place: string, flags: InputFlags & ReportMode) => {
      const code = await reporting(flags, terminal, async () => {
        const { explainedFile, runExplain } = await import("../actions/explain.ts");
        const { file } = explainedFile(place, terminal);
        const targets = await readTargets(command, [], flags, terminal, [file]);
        return runExplain(place, targets, flags, terminal);
      });
      finish(code);
    });
};
