import { fileURLToPath } from "node:url";
import { type TestResult, TestStatus } from "@stryker-mutator/api/test-runner";
import { type Group, groupsOf, type RegisteredTest, registry } from "./registry.ts";

/** How tests are run. */
export interface RunTests {
  /** Whether the first failure ends the run. */
  readonly bails: boolean;
  /** Told of each test before it begins, and of none while hooks run that are of several. */
  readonly onTest?: (id: string | undefined) => void;
}

/**
 * Runs tests one after the other, with the hooks of their groups.
 *
 * @returns what became of those that ran
 */
export async function runTests(
  tests: readonly RegisteredTest[],
  { bails, onTest }: RunTests,
): Promise<TestResult[]> {
  const results: TestResult[] = [];
  const open = new Set<Group>();
  for (const test of tests) {
    const begin = Date.now();
    const base = { id: test.id, name: test.id, fileName: fileURLToPath(test.file) };
    const groups = groupsOf(test.group);
    registry.file = test.file;
    onTest?.(test.id);
    try {
      for (const group of groups.filter((each) => !open.has(each))) {
        open.add(group);
        for (const step of group.beforeAll) await step();
      }
      for (const group of groups) for (const step of group.beforeEach) await step();
      await test.run();
      for (const group of groups) for (const step of group.afterEach) await step();
      results.push({ ...base, timeSpentMs: Date.now() - begin, status: TestStatus.Success });
    } catch (fault) {
      const failureMessage = fault instanceof Error ? fault.message : String(fault);
      const timeSpentMs = Date.now() - begin;
      results.push({ ...base, timeSpentMs, status: TestStatus.Failed, failureMessage });
      if (bails) break;
    }
  }
  onTest?.(undefined);
  for (const group of open) for (const step of group.afterAll) await step();
  return results;
}
