import type { EmitForm } from "../config/config.ts";
import { moduleFile, typesFile } from "../names/module-files.ts";
import { transpileModule } from "../transpile/transpile.ts";

/** The texts of an emitted module's files. */
export interface ModuleTexts {
  /** Of the file that runs. */
  readonly text: string;
  /** Of the file that says types, where that is another one. */
  readonly declarations?: string;
}

/**
 * A module of TypeScript in the form in which it is emitted.
 *
 * @param module its path below the output folder, without extension
 * @throws DiagnosticsError where the templates of a user make what cannot be emitted so
 */
export async function moduleTexts(
  text: string,
  module: string,
  emit: EmitForm,
): Promise<ModuleTexts> {
  if (emit === "ts") return { text };
  const { javascript, declarations } = await transpileModule(text, moduleFile(module, "ts"));
  return { text: javascript, declarations };
}

/**
 * The files of a module, each with its path below the output folder and its text.
 */
export function moduleTextFiles(
  module: string,
  { text, declarations }: ModuleTexts,
  emit: EmitForm,
): (readonly [file: string, text: string])[] {
  return [
    [moduleFile(module, emit), text],
    ...(declarations === undefined ? [] : [[typesFile(module, emit), declarations] as const]),
  ];
}
