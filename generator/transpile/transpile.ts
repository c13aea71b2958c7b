import { diagnose } from "../diagnostics/diagnose.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { parseModule } from "../syntax/syntax-tree.ts";
import { declarationText } from "./declaration-text.ts";
import { javascriptText } from "./javascript-text.ts";
import { moduleStatements } from "./module-statements.ts";
import { TranspileFault } from "./transpile-fault.ts";

/** A module of TypeScript as compilers and engines take it where nobody compiles it. */
export interface TranspiledModule {
  /** What it does, as the text of a `.js`. */
  readonly javascript: string;
  /** What it says of types, as the text of a `.d.ts`. */
  readonly declarations: string;
}

/**
 * Parts a module of TypeScript into JavaScript and declarations. Both are what stands in the module,
 * less what belongs to the other: nothing is worked out, and no line is written anew that need not be.
 * The types of the module must be erasable, and those of its exports written out, as `erasableSyntaxOnly`
 * and `isolatedDeclarations` demand.
 *
 * @param file what diagnostics call the module
 * @throws DiagnosticsError (`template-invalid`) where the module is none of that
 */
export async function transpileModule(text: string, file: string): Promise<TranspiledModule> {
  const parsed = await parseModule(text);
  if (!parsed.ok) throw unfit(file, parsed.message);
  const module = moduleStatements(text, parsed.program);
  try {
    return { javascript: javascriptText(module), declarations: declarationText(module) };
  } catch (fault) {
    throw fault instanceof TranspileFault ? unfit(file, fault.message) : fault;
  }
}

function unfit(file: string, reason: string): DiagnosticsError {
  return new DiagnosticsError([
    diagnose(
      "template-invalid",
      `the templates make a ${file} that cannot be parted into JavaScript and declarations: ${reason}`,
      {
        help: "write types that can be erased, and the type of each export; or make TypeScript, by `emit`",
      },
    ),
  ]);
}
