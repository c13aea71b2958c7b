import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../harness/project.ts";

/** The compilers that emitted modules must satisfy, by the name of their package here. */
export const compilers = [
  "typescript-5.4",
  "typescript-5.9",
  "typescript",
  "typescript-7",
] as const;
export type Compiler = (typeof compilers)[number];

export const resolutions = ["bundler", "nodenext"] as const;
export type Resolution = (typeof resolutions)[number];

/** How a folder is type-checked. */
export interface TypeCheck {
  readonly compiler: Compiler;
  readonly resolution: Resolution;
  /** Compiler options in place of those that emitted modules are held to. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The files to check, and such as they import; all TypeScript files where not given. */
  readonly files?: readonly string[];
}

/** One error of a compiler. */
export interface CompilerError {
  /** The file, relative to the folder that was checked. */
  readonly file: string;
  readonly line: number;
  /** "TS2322", say. */
  readonly code: string;
  readonly message: string;
}

const strictOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
  // The libraries of the compiler are its own; what is emitted declares nothing of theirs.
  skipDefaultLibCheck: true,
  lib: ["es2022"],
  types: [],
  target: "es2022",
  allowImportingTsExtensions: true,
  declaration: true,
  // Checks declarations too, which a compiler may leave out where it emits nothing.
  emitDeclarationOnly: true,
};

/** TypeScript 5.4 knows neither of these. */
const laterOptions = { isolatedDeclarations: true, erasableSyntaxOnly: true };

/**
 * Type-checks the TypeScript files of a folder, those of its subfolders included.
 *
 * @returns every error, in the compiler's order
 * @throws Error where the compiler fails otherwise than with errors in files
 */
export async function typeErrors(
  folder: string,
  check: TypeCheck,
): Promise<readonly CompilerError[]> {
  const { compiler, resolution } = check;
  const configuration = path.join(folder, `tsconfig.${compiler}.${resolution}.json`);
  writeFileSync(
    configuration,
    JSON.stringify({
      compilerOptions: {
        ...strictOptions,
        ...(compiler === "typescript-5.4" ? {} : laterOptions),
        module: resolution === "nodenext" ? "nodenext" : "esnext",
        moduleResolution: resolution,
        rootDir: ".",
        outDir: `declarations/${compiler}/${resolution}`,
        ...check.options,
      },
      ...(check.files === undefined ? { include: ["**/*.ts"] } : { files: check.files }),
      exclude: ["node_modules", "declarations"],
    }),
  );
  return parseErrors(await runCompiler(folder, compiler, configuration));
}

function runCompiler(folder: string, compiler: Compiler, configuration: string): Promise<string> {
  const program = path.join(repository, "node_modules", compiler, "bin/tsc");
  const parameters = [program, "--project", configuration, "--pretty", "false"];
  return new Promise((resolve, reject) => {
    const limits = { cwd: folder, maxBuffer: 1 << 26 };
    execFile(process.execPath, parameters, limits, (failure, output, faults) => {
      if (failure !== null && output === "") reject(new Error(faults, { cause: failure }));
      else resolve(output);
    });
  });
}

function parseErrors(output: string): CompilerError[] {
  const errors: CompilerError[] = [];
  for (const line of output.split(/\r?\n/)) {
    const found = /^(.+)\((\d+),\d+\): error (TS\d+): (.*)$/.exec(line);
    const last = errors.at(-1);
    if (found !== null) {
      const [, file = "", number = "", code = "", message = ""] = found;
      errors.push({ file, line: Number(number), code, message });
    } else if (line.startsWith(" ") && last !== undefined) {
      errors[errors.length - 1] = { ...last, message: `${last.message}\n${line}` };
    } else if (line !== "") {
      throw new Error(`unexpected output of the compiler: ${line}`);
    }
  }
  return errors;
}
