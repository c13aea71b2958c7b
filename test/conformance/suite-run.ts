import type { SuiteGroup } from "./suite.ts";
import type { SuiteTests } from "./suite-tests.ts";

/** Whether an instance is valid, or what keeps the verdict from counting. */
export type Verdict = boolean | { readonly fault: string };

/** Compiles the schema of a group; throws or rejects where it cannot. */
export type GroupCompiler = (
  group: SuiteGroup,
) => ((instance: unknown) => Verdict) | Promise<(instance: unknown) => Verdict>;

/** A validator as the suite is run against it. */
export interface SuiteValidator {
  /** Its name and version. */
  readonly name: string;
  /** Makes what compiles the groups of some tests; `undefined` where it has not their dialect. */
  readonly compilerOf: (tests: SuiteTests) => GroupCompiler | undefined;
}

/** What became of some tests. */
export interface SuiteResult {
  readonly tests: SuiteTests;
  readonly passed: number;
  /** The name of each test that was not met, and why where more than the verdict was wrong. */
  readonly failed: readonly { readonly test: string; readonly reason: string }[];
}

/**
 * Runs some tests against a validator. A schema that it cannot compile loses all its tests.
 *
 * @returns `undefined` where the validator does not have the dialect
 */
export async function runTests(
  validator: SuiteValidator,
  tests: SuiteTests,
): Promise<SuiteResult | undefined> {
  const compile = validator.compilerOf(tests);
  if (compile === undefined) return undefined;
  const failed: { test: string; reason: string }[] = [];
  let passed = 0;
  for (const group of tests.groups) {
    const judge = await compiled(compile, group);
    for (const { description, data, valid } of group.tests) {
      const verdict = verdictOf(judge, data);
      if (verdict === valid) passed += 1;
      else {
        const file = [tests.dialect.folder, tests.section.folder, group.file].filter(Boolean);
        failed.push({
          test: `${file.join("/")}: ${group.description}: ${description}`,
          reason:
            typeof verdict === "boolean"
              ? `is ${verdict ? "accepted" : "rejected"}`
              : verdict.fault,
        });
      }
    }
  }
  return { tests, passed, failed };
}

async function compiled(
  compile: GroupCompiler,
  group: SuiteGroup,
): Promise<(instance: unknown) => Verdict> {
  try {
    return await compile(group);
  } catch (error) {
    return () => ({ fault: `does not compile: ${messageOf(error)}` });
  }
}

function verdictOf(judge: (instance: unknown) => Verdict, instance: unknown): Verdict {
  try {
    return judge(instance);
  } catch (error) {
    return { fault: `throws: ${messageOf(error)}` };
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n")[0] ?? "";
}
