import { type Command, InvalidArgumentError, Option } from "commander";
import {
  type DocsLayout,
  docsLayouts,
  type EmitForm,
  emitForms,
  type OutputKind,
  outputKinds,
} from "../../config/config.ts";
import { dialectNames, type DialectName } from "../../dialects/dialect-name.ts";
import type { LoadedConfig } from "../../config/load-config.ts";
import type { Target } from "../../config/targets.ts";
import type { Terminal } from "../terminal.ts";

/** The flags of commands that read schemas, as commander hands them over. */
export interface InputFlags {
  readonly config?: string;
  readonly target?: readonly string[];
  readonly overlay?: readonly string[];
  readonly map?: readonly string[];
  readonly references?: readonly string[];
  readonly defaultDialect?: DialectName;
}

/** The flags of commands that have to do with an output folder, too. */
export interface OutputFlags extends InputFlags {
  readonly out?: string;
  readonly outputs?: readonly OutputKind[];
  readonly emit?: EmitForm;
  readonly docs?: DocsLayout;
}

/**
 * Gives a command the flags of {@link InputFlags}, and schemas as its arguments.
 */
export function addInputFlags(command: Command): Command {
  return addConfigFlags(
    command.argument(
      "[inputs...]",
      "files, folders and globs of schemas (default: those of the config)",
    ),
  );
}

/**
 * Gives a command the flags of {@link InputFlags}.
 */
export function addConfigFlags(command: Command): Command {
  return command
    .option("--config <file>", "the config (default: schemaloom.config.* of this folder)")
    .option("--target <name>", "a target of the config; may be given again (default: all)", append)
    .option("--overlay <file>", "an OpenAPI Overlay to apply; may be given again", append)
    .addOption(
      new Option(
        "--map <prefix=dir>",
        "a folder that stands for URIs; may be given again",
      ).argParser(appendMap),
    )
    .option(
      "--references <dir>",
      "a folder besides the inputs that schemas may refer to; may be given again",
      append,
    )
    .addOption(
      new Option("--default-dialect <name>", "the dialect of schemas without $schema").choices(
        dialectNames,
      ),
    );
}

/**
 * Gives a command the flags of {@link OutputFlags}, and schemas as its arguments.
 */
export function addOutputFlags(command: Command): Command {
  return addInputFlags(command)
    .option("--out <dir>", "the output folder (default: the config's, else generated)")
    .addOption(
      new Option(
        "--outputs <kinds>",
        `what to make, of ${outputKinds.join(",")}; may be given again (default: the config's, else all)`,
      ).argParser(appendOutputs),
    )
    .addOption(
      new Option(
        "--emit <form>",
        "what modules are: TypeScript, or JavaScript and its declarations (default: the config's, else ts)",
      ).choices(emitForms),
    )
    .addOption(
      new Option(
        "--docs <layout>",
        "a page of docs for each input, or one for all (default: the config's, else pages)",
      ).choices(docsLayouts),
    );
}

type TargetFlags = OutputFlags & { readonly keepGoing?: boolean; readonly cache?: boolean };

/**
 * Joins the flags of a command with the config that they name. Ends the command as wrong usage where
 * the two do not fit, or neither names an input.
 *
 * @param fallbackInputs what is read where neither names an input
 * @throws DiagnosticsError where the config cannot be used
 */
export async function readTargets(
  command: Command,
  inputs: readonly string[],
  flags: TargetFlags,
  terminal: Terminal,
  fallbackInputs: readonly string[] = [],
): Promise<readonly Target[]> {
  const { loadConfig } = await import("../../config/load-config.ts");
  const { UsageError } = await import("../../config/usage-error.ts");
  const loaded = await loadConfig(terminal.cwd, flags.config);
  try {
    return await joinTargets(loaded, inputs, flags, terminal, fallbackInputs);
  } catch (fault) {
    if (fault instanceof UsageError) command.error(`error: ${fault.message}`);
    throw fault;
  }
}

/**
 * Joins the flags of a command with a config.
 *
 * @param fallbackInputs what is read where neither names an input
 * @throws UsageError where the two do not fit, or neither names an input
 * @throws DiagnosticsError where the config cannot be used
 */
export async function joinTargets(
  loaded: LoadedConfig,
  inputs: readonly string[],
  { target, overlay, map, ...flags }: TargetFlags,
  terminal: Terminal,
  fallbackInputs: readonly string[] = [],
): Promise<readonly Target[]> {
  const { resolveTargets } = await import("../../config/targets.ts");
  const values = {
    ...flags,
    inputs,
    fallbackInputs,
    ...(target && { targets: target }),
    ...(overlay && { overlays: overlay }),
    ...(map && { maps: map }),
  };
  return resolveTargets(loaded, values, terminal.cwd);
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
