import { Command, CommanderError } from "commander";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { packageVersion } from "../version.ts";
import { registerCheck } from "./commands/check.ts";
import type { RegisterCommand } from "./commands/command.ts";
import { registerDiff } from "./commands/diff.ts";
import { registerExplain } from "./commands/explain.ts";
import { registerFetch } from "./commands/fetch.ts";
import { registerGenerate } from "./commands/generate.ts";
import { registerInit } from "./commands/init.ts";
import { registerLint } from "./commands/lint.ts";
import { registerWatch } from "./commands/watch.ts";
import { printDiagnostics, type ExitCode, type Terminal } from "./terminal.ts";

/** Every command, in the order in which `--help` lists them. */
const commands: readonly RegisterCommand[] = [
  registerInit,
  registerGenerate,
  registerWatch,
  registerCheck,
  registerDiff,
  registerLint,
  registerFetch,
  registerExplain,
];

/**
 * Runs the command line: one of the commands, `--help` or `--version`.
 *
 * @param words the command line without the program's own name
 * @returns the exit code
 * @throws what is a fault of schemaloom itself
 */
export async function runCommandLine(
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(terminal);
  const finish = (exitCode: ExitCode) => {
    code = exitCode;
  };
  for (const register of commands) register(program, { terminal, finish });
  try {
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
    if (!(fault instanceof DiagnosticsError)) throw fault;
    await printDiagnostics(fault.diagnostics, terminal);
    return 1;
  }
}

function createProgram(terminal: Terminal): Command {
  return new Command("schemaloom")
    .description("JSON Schema in; TypeScript types, runtime guards and docs out")
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError("(--help lists the commands and flags)")
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    });
}
