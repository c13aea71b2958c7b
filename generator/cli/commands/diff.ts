import { Option } from "commander";
import { audiences, versionSteps } from "../../compare/version-step.ts";
import type { DiffContext, DiffMode } from "../actions/diff.ts";
import type { RegisterCommand } from "./command.ts";
import { addConfigFlags, type InputFlags, joinTargets, readTargets } from "./input-flags.ts";
import { addReportFlags, reporting } from "./report-flags.ts";

interface DiffFlags extends InputFlags, DiffMode {}

const sides =
  "a file, folder or glob of schemas, a git revision (REV or REV:path), or a manifest.json";

/** Adds `schemaloom diff`. */
export const registerDiff: RegisterCommand = (program, { terminal, finish }) => {
  const command = addReportFlags(addConfigFlags(program.command("diff")))
    .description("tell what changed between two sets of schemas, and whom that breaks")
    .argument("<old>", sides)
    .argument("[new]", `the same (default: the schemas of the config as they are)`)
    .option("--markdown", "write the report as Markdown")
    .addOption(
      new Option(
        "--for <audience>",
        "whose programs count for the version (default: both)",
      ).choices(audiences),
    )
    .addOption(
      new Option(
        "--fail-on <step>",
        "exit 1 where the version needs that step or a greater one",
      ).choices(versionSteps.filter((step) => step !== "none")),
    )
    .option("--ignore-undeclared", "take it that nobody writes properties that are not declared")
    .action(async (old: string, later: string | undefined, flags: DiffFlags) => {
      if (flags.json && flags.markdown)
        command.error("error: --json and --markdown are two forms of one report: choose one");
      const code = await reporting(flags, terminal, async () => {
        const { runDiff } = await import("../actions/diff.ts");
        const { configPlaces } = await import("../../config/load-config.ts");
        const { UsageError } = await import("../../config/usage-error.ts");
        const present = (inputs: readonly string[]) =>
          readTargets(command, inputs, flags, terminal);
        const targetsFor: DiffContext["targetsFor"] = async (inputs, config) => {
          if (config === undefined) return present(inputs);
          try {
            return await joinTargets(config, inputs, flags, terminal);
          } catch (fault) {
            if (!(fault instanceof UsageError)) throw fault;
            return present(inputs);
          }
        };
        return runDiff([old, later], flags, {
          terminal,
          targetsFor,
          configPlaces: configPlaces(terminal.cwd, flags.config),
          misuse: (fault) => command.error(`error: ${fault}`),
        });
      });
      finish(code);
    });
};
