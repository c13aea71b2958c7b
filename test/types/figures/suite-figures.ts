import { readSuite, suiteDialects } from "../../conformance/suite-tests.ts";
import { suite, suiteCompiler, suiteOutput } from "../../conformance/suite.ts";
import { type CompilerError, typeErrors } from "../type-check.ts";
import { allOf, type Figures } from "./figure.ts";

/**
 * Measures how many valid instances of the official suite are, as values, of the type of their schema.
 *
 * @throws Error where the suite is not at hand, or one of its schemas cannot be made
 */
export async function suiteFigures(): Promise<Figures> {
  const tests = readSuite(suite);
  for (const { checkout, dialect, section, groups } of tests) {
    const compile = suiteCompiler(dialect.name, section.formats, section.content, checkout);
    for (const group of groups) await compile(group);
  }
  const check = { compiler: "typescript-7", resolution: "nodenext" } as const;
  const errors = await typeErrors(suiteOutput, check);
  const faults = errors.filter((error) => !isClaim(error));
  const figures = suiteDialects.map(({ name }) => {
    const valid = tests
      .filter(({ dialect }) => dialect.name === name)
      .flatMap(({ groups }) => groups.flatMap((group) => group.tests))
      .filter((test) => test.valid).length;
    const refused = new Set(
      errors
        .filter((error) => isClaim(error) && dialectOf(error) === name)
        .map(({ file, line }) => `${file}:${line}`),
    );
    const check = `official suite, ${name}: valid instances of the type`;
    return allOf(check, valid - refused.size, valid);
  });
  const modules = {
    check: "official suite: errors in the modules",
    own: String(faults.length),
    mark: "0",
    isMet: faults.length === 0,
  };
  const notes = errors.map(({ file, line, code }) => `official suite: ${file}:${line} ${code}`);
  return { figures: [...figures, modules], notes };
}

/** Whether an error is about an instance, not about a module. */
function isClaim({ file }: CompilerError): boolean {
  return file.endsWith("/claims.ts");
}

/** The modules of a dialect stand in folders of its name, each with a random end. */
function dialectOf({ file }: CompilerError): string {
  return file.replace(/-[^-/]*\/.*$/su, "");
}
