import type { EmitForm } from "../config/config.ts";
import type { FormatFile } from "../format/formatter.ts";
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
 * A module of TypeScript in the form in which it is emitted, formatted.
 *
 * @param module its path below the output folder, without extension
 * @throws DiagnosticsError where the templates of a user make what cannot be emitted so, or a formatter
 *   fails
 */
export async function moduleTexts(
  text: string,
  module: string,
  { emit, formatFile = asItIs }: { readonly emit: EmitForm; readonly formatFile?: FormatFile },
): Promise<ModuleTexts> {
  if (emit === "ts") return { text: await formatFile(text, moduleFile(module, emit)) };
  const { javascript, declarations } = await transpileModule(text, moduleFile(module, "ts"));
  return {
    text: await formatFile(javascript, moduleFile(module, emit)),
    declarations: await formatFile(declarations, typesFile(module, emit)),
  };
}

function asItIs(text: string): Promise<string> {
  return Promise.resolve(text);
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
