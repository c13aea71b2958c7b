import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { knownLosses } from "./known-losses.ts";
import { readmeRows } from "./readme-table.ts";
import { type SuiteResult, runTests } from "./suite-run.ts";
import { suiteRows } from "./suite-table.ts";
import { readSuite } from "./suite-tests.ts";
import { typeErrors } from "../types/type-check.ts";
import { suite, suiteOutput } from "./suite.ts";
import { schemaloom } from "./validators/schemaloom.ts";

const absent = existsSync(suite) ? "" : " (skipped: the test data has no json-schema-test-suite)";

describe.skipIf(absent !== "")(`the official suite${absent}`, () => {
  const tests = absent === "" ? readSuite(suite) : [];
  const results: (SuiteResult | undefined)[] = [];

  it.each(tests.map((each) => ({ each, dialect: each.dialect.name, title: each.section.title })))(
    "is met in $dialect by guards, validators and the places of issues: $title",
    { timeout: 120_000 },
    async ({ each }) => {
      const result = await runTests(schemaloom, each);
      results.push(result);
      expect(result?.failed.filter(({ test }) => !knownLosses.has(test))).toEqual([]);
    },
  );

  it("is met but for the losses that are known", () => {
    const lost = results.flatMap((result) => result?.failed ?? []).map(({ test }) => test);
    expect(lost).toEqual([...knownLosses.keys()]);
  });

  it(
    "is made into modules that compile, with types that admit every valid instance",
    { timeout: 120_000 },
    async () => {
      const check = { compiler: "typescript-7", resolution: "nodenext" } as const;
      expect(await typeErrors(suiteOutput, check)).toEqual([]);
    },
  );

  it("is met as the README says", () => {
    const measured = suiteRows(tests, [{ validator: schemaloom.name, results }]);
    expect(readmeRows().map((row) => row.slice(0, 4))).toEqual(measured);
  });
});
