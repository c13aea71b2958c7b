import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Compiler, CompilerError } from "./type-check.ts";

/** A module that one of the strict options refuses. */
interface Violation {
  readonly option: string;
  readonly code: string;
  readonly text: string;
  /** Set where TypeScript 5.4 has no such option. */
  readonly isLater?: boolean;
}

const violations: readonly Violation[] = [
  {
    option: "erasableSyntaxOnly",
    code: "TS1294",
    text: "export enum Kind { A }",
    isLater: true,
  },
  {
    option: "exactOptionalPropertyTypes",
    code: "TS2375",
    text: "export const value: { a?: string } = { a: undefined };",
  },
  {
    option: "isolatedDeclarations",
    code: "TS9010",
    text: "export const value = [1].at(0);",
    isLater: true,
  },
  {
    option: "isolatedModules",
    code: "TS2748",
    text: "export const value: number = Ambient.A;\ndeclare global { const enum Ambient { A } }",
  },
  {
    option: "lib",
    code: "TS2584",
    text: "export const title: string = document.title;",
  },
  {
    option: "noImplicitOverride",
    code: "TS4114",
    text: "export class A { a(): void {} }\nexport class B extends A { a(): void {} }",
  },
  {
    option: "noPropertyAccessFromIndexSignature",
    code: "TS4111",
    text: "export const a = (values: Record<string, string>): unknown => values.a;",
  },
  {
    option: "noUncheckedIndexedAccess",
    code: "TS2322",
    text: "export const first = (values: string[]): string => values[0];",
  },
  {
    option: "strict",
    code: "TS2322",
    text: "export const value: string = null;",
  },
  {
    option: "verbatimModuleSyntax",
    code: "TS1484",
    text: 'import { A as Self } from "./verbatimModuleSyntax.ts";\nexport interface A { a: Self }',
  },
];

/** Writes each violation as `violations/OPTION.ts` into a folder. */
export function writeViolations(folder: string): void {
  mkdirSync(path.join(folder, "violations"));
  for (const { option, text } of violations) {
    writeFileSync(path.join(folder, "violations", `${option}.ts`), text);
  }
}

/** What a compiler must report of the violations: `FILE: CODE`, sorted. */
export function expectedViolations(compiler: Compiler): readonly string[] {
  return violations
    .filter(({ isLater }) => isLater !== true || compiler !== "typescript-5.4")
    .map(({ option, code }) => `violations/${option}.ts: ${code}`);
}

/** Errors in the form of {@link expectedViolations}. */
export function sortedCodes(errors: readonly CompilerError[]): readonly string[] {
  return errors.map(({ file, code }) => `${file}: ${code}`).sort();
}
