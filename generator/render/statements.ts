import { runtimeParts } from "./runtime-parts.ts";
import type { FormatPredicate } from "../dialects/formats.ts";
import type { CustomFormat } from "../names/format-names.ts";
import { transpileModule } from "../transpile/transpile.ts";

/**
 * The text of a module of TypeScript as the statements of a function: without types, imports nothing and
 * exports nothing.
 *
 * @param file what diagnostics call the module
 */
async function statementsOf(text: string, file: string): Promise<string> {
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

/** The predicates of custom formats, as {@link statementsOf} makes them, each in a scope of its own. */
export function formatStatements(
  used: ReadonlySet<FormatPredicate>,
  customFormats: ReadonlyMap<string, CustomFormat>,
): Promise<readonly string[]> {
  return Promise.all(
    [...customFormats.values()]
      .filter((format) => used.has(format))
      .map(async ({ name, source }) => {
        const text = await statementsOf(source.text, source.path);
        return `const ${name} = (() => {\n${text}\nreturn ${source.predicate};\n})();`;
      }),
  );
}
