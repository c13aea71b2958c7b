import ts from "typescript";

const printer = ts.createPrinter({ removeComments: true });

/**
 * The tokens of a module as TypeScript writes it, so that no white space, comment or separator tells
 * two modules apart.
 */
export function tokensOf(text: string, file: "module.js" | "module.d.ts"): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext);
  const printed = printer.printFile(source);
  return printed
    .replaceAll(/[;,](?=\s*[}\])])|;/g, "")
    .replaceAll(/\bexport \{\s*\}/g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=[({[]) | (?=[)}\]])/g, "")
    .trim();
}

/** What TypeScript makes of a module by itself. */
export function compiledBy(text: string): {
  readonly javascript: string;
  readonly declarations: string;
} {
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    isolatedDeclarations: true,
    declaration: true,
    strict: true,
  };
  const options = { compilerOptions, fileName: "module.ts", reportDiagnostics: true };
  return {
    javascript: ts.transpileModule(text, options).outputText,
    declarations: ts.transpileDeclaration(text, options).outputText,
  };
}
