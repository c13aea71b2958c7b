import type { EmitForm } from "../config/config.ts";

/** What the files of a module end in, by the form that it is emitted in; what runs comes first. */
const moduleEndings = {
  ts: [".ts"],
  "js+dts": [".js", ".d.ts"],
} as const satisfies Record<EmitForm, readonly string[]>;

/**
 * The file of a module that runs.
 *
 * @param module its path without extension
 */
export function moduleFile(module: string, emit: EmitForm): string {
  return `${module}${moduleEndings[emit][0]}`;
}

/**
 * The file of a module that says types.
 *
 * @param module its path without extension
 */
export function typesFile(module: string, emit: EmitForm): string {
  return `${module}${moduleEndings[emit].at(-1) ?? ""}`;
}

/**
 * The path of a module without extension, of either of its files.
 */
export function moduleStem(file: string): string {
  return file.replace(/(?:\.d)?\.ts$|\.js$/, "");
}
