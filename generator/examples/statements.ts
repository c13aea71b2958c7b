import { runtimeParts } from "../render/runtime-parts.ts";
import { transpileModule } from "../transpile/transpile.ts";

/**
 * The text of a module of TypeScript as the statements of a function: without types, imports nothing and
 * exports nothing.
 *
 * @param file what diagnostics call the module
 */
export async function statementsOf(text: string, file: string): Promise<string> {
  const { javascript } = await transpileModule(text, file);
  return javascript.replaceAll(/^export (?:\{\};\n)?/gm, "");
}

/**
 * The part of the runtime that some names need, as {@link statementsOf} makes it.
 *
 * @throws RangeError for a name that the runtime does not have
 */
export function runtimeStatements(names: Iterable<string>): Promise<string> {
  return statementsOf(runtimeParts(names).join("\n\n"), "runtime.ts");
}
