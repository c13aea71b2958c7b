import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type OutputKind, outputKinds } from "../config/config.ts";
import { dialectNames, type DialectName } from "../dialects/dialect-name.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import type { GenerateOptions } from "../options.ts";
import { packageVersion } from "../version.ts";
import { printDiagnostics, type ExitCode, type Terminal } from "./terminal.ts";

/** The flags of a command as commander hands them over. */
interface Flags {
  readonly out?: string;
  readonly outputs?: readonly OutputKind[];
  readonly config?: string;
  readonly overlay?: readonly string[];
  readonly map?: readonly string[];
  readonly defaultDialect?: DialectName;
  readonly keepGoing?: boolean;
}

interface LintFlags extends Flags {
  readonly strict?: boolean;
  readonly json?: boolean;
}

/**
 * Runs the command line: `schemaloom generate`, `check` or `lint`, `--help` or `--version`.
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
  const program = createProgram(terminal, (exitCode) => {
    code = exitCode;
  });
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

function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command("schemaloom")
    .description("JSON Schema in; TypeScript types, runtime guards and docs out")
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError("(--help lists the commands and flags)")
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    });

  const generate = outputCommand(program, "generate")
    .description("write the types, guards and docs of schemas into the output folder")
    .option("--keep-going", "make all that can be made, and list in the manifest what cannot")
    .action(async (inputs: string[], flags: Flags) => {
      const options = await readOptions(generate, inputs, flags, terminal);
      const { runGenerate } = await import("./commands/generate.ts");
      finish(await runGenerate(options, terminal));
    });

  const check = outputCommand(program, "check")
    .description("tell how the output folder differs from what would be written; exit 1 if it does")
    .action(async (inputs: string[], flags: Flags) => {
      const options = await readOptions(check, inputs, flags, terminal);
      const { runCheck } = await import("./commands/check.ts");
      finish(await runCheck(options, terminal));
    });

  const lint = inputCommand(program, "lint")
    .description("tell which keywords types say, which only guards check, and which nobody says")
    .option("--strict", "exit 1 where there is a keyword that nobody says")
    .option("--json", "write the report as JSON")
    .action(async (inputs: string[], flags: LintFlags) => {
      const options = await readOptions(lint, inputs, flags, terminal);
      const { runLint } = await import("./commands/lint.ts");
      finish(await runLint(options, flags, terminal));
    });

  return program;
}

function outputCommand(program: Command, name: string): Command {
  return inputCommand(program, name)
    .option("--out <dir>", "the output folder (default: the config's, else generated)")
    .addOption(
      new Option(
        "--outputs <kinds>",
        `what to make, of ${outputKinds.join(",")}; may be given again (default: the config's, else all)`,
      ).argParser(appendOutputs),
    );
}

function inputCommand(program: Command, name: string): Command {
  return program
    .command(name)
    .argument("[inputs...]", "files, folders and globs of schemas (default: those of the config)")
    .option("--config <file>", "the config (default: schemaloom.config.* of this folder)")
    .option("--overlay <file>", "an OpenAPI Overlay to apply; may be given again", append)
    .addOption(
      new Option(
        "--map <prefix=dir>",
        "a folder that stands for URIs; may be given again",
      ).argParser(appendMap),
    )
    .addOption(
      new Option("--default-dialect <name>", "the dialect of schemas without $schema").choices(
        dialectNames,
      ),
    );
}

function appendMap(value: string, former: readonly string[] = []): readonly string[] {
  if (!/^[^=].*=./.test(value)) throw new InvalidArgumentError("it takes PREFIX=DIR.");
  return append(value, former);
}

function appendOutputs(value: string, former: readonly OutputKind[] = []): readonly OutputKind[] {
  const kinds = value.split(",").map((word) => {
    const found = outputKinds.find((kind) => kind === word);
    if (found === undefined)
      throw new InvalidArgumentError(`it takes a list of ${outputKinds.join(", ")}.`);
    return found;
  });
  return [...former, ...kinds];
}

function append(value: string, former: readonly string[] = []): readonly string[] {
  return [...former, value];
}

async function readOptions(
  command: Command,
  inputs: readonly string[],
  { config, overlay, map, ...flags }: Flags,
  terminal: Terminal,
): Promise<GenerateOptions> {
  const { loadConfig } = await import("../config/load-config.ts");
  const { resolveOptions } = await import("../config/resolve-options.ts");
  const values = {
    ...flags,
    inputs,
    ...(overlay && { overlays: overlay }),
    ...(map && { maps: map }),
  };
  const loaded = await loadConfig(terminal.cwd, config);
  const options = resolveOptions(loaded, values, terminal.cwd);
  if (options.inputs.length === 0) {
    command.error(
      "error: no inputs: name schemas on the command line or as `inputs` in the config",
    );
  }
  return options;
}
