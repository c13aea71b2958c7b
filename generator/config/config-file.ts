import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import { DiagnosticsError, type SourceFile } from "../diagnostics/diagnostic.ts";
import { parseJson } from "../load/parse-json.ts";
import { defineEmitter } from "../emitters/emitter.ts";
import { defineConfig } from "./config.ts";

/** A config file, and what it says before anything is checked. */
export interface ConfigFile {
  readonly file: SourceFile;
  readonly value: unknown;
}

/**
 * Reads a config file: JSON where its name says so, else a module, whose default export it takes.
 *
 * @throws DiagnosticsError (`config-invalid`) where the file cannot be read, parsed or run
 */
export async function readConfigFile(path: string): Promise<ConfigFile> {
  return readConfigText(path, await readText(path));
}

/**
 * Takes a text for that of a config file, as which it need not stand there. What it imports does.
 *
 * @throws DiagnosticsError (`config-invalid`) where the text cannot be parsed or run
 */
export async function readConfigText(path: string, text: string): Promise<ConfigFile> {
  const file = { path, text, rangeOf: () => undefined };
  return extname(path) === ".json" ? parseConfig(file) : importConfig(file);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (fault) {
    throw unreadableConfig({ path, text: "", rangeOf: () => undefined }, fault);
  }
}

function parseConfig(file: SourceFile): ConfigFile {
  const parsed = parseJson(file.text);
  if (parsed.ok) {
    const { value, rangeOf, keyRangeOf } = parsed;
    return { file: { ...file, rangeOf, keyRangeOf }, value };
  }
  throw new DiagnosticsError(
    parsed.faults.map(({ message, help, range }) =>
      diagnose("config-invalid", message, { help, location: { file, range } }),
    ),
  );
}

async function importConfig(file: SourceFile): Promise<ConfigFile> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, {
    // A config may import this package where it is not installed beside the config.
    virtualModules: { schemaloom: { defineConfig, defineEmitter } },
    fsCache: false,
    moduleCache: false,
  });
  // Node itself would neither know of that module nor read a changed one again.
  const evaluation = { filename: file.path, async: true, forceTranspile: true };
  try {
    return { file, value: defaultExport(await jiti.evalModule(file.text, evaluation)) };
  } catch (fault) {
    throw unreadableConfig(file, fault);
  }
}

/** A CommonJS module is its own default export. */
function defaultExport(module: unknown): unknown {
  const hasDefault = typeof module === "object" && module !== null && "default" in module;
  return hasDefault ? module.default : module;
}

function unreadableConfig(file: SourceFile, fault: unknown): DiagnosticsError {
  const reason = fault instanceof Error ? fault.message : String(fault);
  const [firstLine = ""] = reason.split("\n", 1);
  return new DiagnosticsError([
    diagnose("config-invalid", `The config cannot be read: ${firstLine.trim()}`, {
      help: "a config is a JSON object, or a module whose default export is one",
      location: { file },
    }),
  ]);
}
