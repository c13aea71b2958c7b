import { addConfigFlags, type InputFlags, readTargets } from "./input-flags.ts";
import type { ReportMode } from "../report-mode.ts";
import type { RegisterCommand } from "./command.ts";
import { addReportFlags, reporting } from "./report-flags.ts";

/** Adds `schemaloom explain`. */
export const registerExplain: RegisterCommand = (program, { terminal, finish }) => {
  const command = addReportFlags(addConfigFlags(program.command("explain")))
    .argument(
      "<place>",
      "a file, and a JSON Pointer or an anchor in it: FILE#/properties/a; or the code of a diagnostic",
    )
    .description("tell what was understood of one schema, or what a diagnostic means")
    .action(async (place: string, flags: InputFlags & ReportMode) => {
      const code = await reporting(flags, terminal, async () => {
        const { explainedFile, runExplain, runExplainCode } = await import("../actions/explain.ts");
        const { diagnosticCode } = await import("../../diagnostics/code-page.ts");
        const meant = diagnosticCode(place);
        if (meant !== undefined) return runExplainCode(meant, flags, terminal);
        const { file } = explainedFile(place, terminal);
        const targets = await readTargets(command, [], flags, terminal, [file]);
        return runExplain(place, targets, flags, terminal);
      });
      finish(code);
    });
};
