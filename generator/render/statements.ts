import { runtimeParts } from "./runtime-parts.ts";
import type { UsedPredicate } from "../guards/module-scope.ts";
import type { CustomPredicate } from "../names/custom-predicates.ts";
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

/** The predicates of the user, as {@link statementsOf} makes them, each in a scope of its own. */
export function predicateStatements(
  used: ReadonlySet<UsedPredicate>,
  predicates: readonly CustomPredicate[],
): Promise<readonly string[]> {
  return Promise.all(
    predicates
      .filter((predicate) => used.has(predicate))
      .map(async ({ name, source }) => {
        const text = await statementsOf(source.text, source.path);
        return `const ${name} = (() => {\n${text}\nreturn ${source.predicate};\n})();`;
      }),
  );
}
