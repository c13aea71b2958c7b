import { createRequire } from "node:module";
import path from "node:path";
import type * as Prettier from "prettier";
import { diagnose } from "../diagnostics/diagnose.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { faultReason } from "../diagnostics/fault-reason.ts";

/** What formats the modules of an output, besides what lays them out in the first place. */
export type FormatterChoice =
  { readonly kind: "own" } | { readonly kind: "prettier" } | FormatterModule;

/** A module of the user that exports a function which formats. */
export interface FormatterModule {
  readonly kind: "module";
  /** Its absolute path. */
  readonly path: string;
}

/** Formats the text of a file; its path is POSIX, below the output folder. */
export type FormatFile = (text: string, file: string) => Promise<string>;

/** What a formatter module exports, as `format` or by default. */
export type UserFormatter = (text: string, file: string) => string | Promise<string>;

/**
 * Makes what formats the modules of an output. Where nothing was chosen, they stay as they are laid out.
 *
 * @param out the absolute path of the output folder
 * @throws DiagnosticsError (`formatter-failed`) where the module of a user exports no function, and by
 *   the function returned where a formatter fails
 */
export async function openFormatter(choice: FormatterChoice, out: string): Promise<FormatFile> {
  switch (choice.kind) {
    case "own":
      return (text) => Promise.resolve(text);
    case "prettier":
      return guarded("prettier", formatByPrettier(await loadPrettier(out), out));
    case "module":
      return guarded(choice.path, await loadFormatter(choice.path));
  }
}

/** The prettier that the output folder finds, so that the output is formatted as what is around it. */
async function loadPrettier(out: string): Promise<typeof Prettier> {
  try {
    const loaded = createRequire(path.join(out, "index.js"))("prettier") as PrettierModule;
    return loaded.default ?? loaded;
  } catch {
    return import("prettier");
  }
}

type PrettierModule = typeof Prettier & { readonly default?: typeof Prettier };

function formatByPrettier(prettier: typeof Prettier, out: string): UserFormatter {
  return async (text, file) => {
    const filepath = path.join(out, file);
    // In watch mode, configs change while the process lives.
    const config = await prettier.resolveConfig(filepath, { editorconfig: true, useCache: false });
    return prettier.format(text, { ...config, filepath });
  };
}

async function loadFormatter(file: string): Promise<UserFormatter> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false });
  let exported: unknown;
  try {
    exported = await jiti.import(file);
  } catch (fault) {
    throw formatterFailed(`the formatter ${file} cannot be run: ${faultReason(fault)}`);
  }
  const { format, default: whole } = Object(exported) as Readonly<Record<string, unknown>>;
  const formatter = format ?? whole;
  if (typeof formatter === "function") return formatter as UserFormatter;
  throw formatterFailed(`the formatter ${file} exports no function \`format\`, nor one by default`);
}

function guarded(name: string, formatter: UserFormatter): FormatFile {
  return async (text, file) => {
    let formatted: unknown;
    try {
      formatted = await formatter(text, file);
    } catch (fault) {
      throw formatterFailed(`${name} cannot format ${file}: ${faultReason(fault)}`);
    }
    if (typeof formatted === "string") return formatted;
    throw formatterFailed(`${name} gave no text for ${file}`);
  };
}

function formatterFailed(message: string): DiagnosticsError {
  return new DiagnosticsError([
    diagnose("formatter-failed", message, {
      help: "mend what `formatter` in the config names: a module that exports `format(text, file)`, which gives the text of the file formatted; or leave the option out",
    }),
  ]);
}
