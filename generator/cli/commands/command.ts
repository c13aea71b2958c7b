import type { Command } from "commander";
import type { ExitCode, Terminal } from "../terminal.ts";

/** What a command is given to do its work with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Says how the command ended. */
  readonly finish: (code: ExitCode) => void;
}

/**
 * Adds one command to the program. What the command does is imported once it runs, so that `--help`
 * does not wait for it.
 */
export type RegisterCommand = (program: Command, context: CommandContext) => void;
