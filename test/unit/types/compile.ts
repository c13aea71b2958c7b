import ts from "typescript";

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  lib: ["lib.es2022.d.ts"],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

const libraries = new Map<string, ts.SourceFile | undefined>();

/** The errors that the strict compiler finds in a module, each with its line in the text. */
export function compileErrors(text: string): readonly string[] {
  const host = ts.createCompilerHost(options);
  const readLibrary = host.getSourceFile.bind(host);
  const module = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022, true);
  host.getSourceFile = (name, version) => {
    if (name === "module.ts") return module;
    if (!libraries.has(name)) libraries.set(name, readLibrary(name, version));
    return libraries.get(name);
  };
  const program = ts.createProgram(["module.ts"], options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { line } = module.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
    return `${text.split("\n")[line] ?? ""}\n${message}`;
  });
}
