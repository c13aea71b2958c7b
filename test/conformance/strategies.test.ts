import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { ObjectStrategy } from "../../generator/guards/object-strategy.ts";
import { caseJudge } from "./judgement.ts";
import { randomCases } from "./random.ts";
import { readSuite } from "./suite-tests.ts";
import { suite, suiteCompiler, type SuiteGroup } from "./suite.ts";

const absent = existsSync(suite) ? "" : " (skipped: the test data has no json-schema-test-suite)";
const strategies = ["direct", "pass"] as const satisfies readonly ObjectStrategy[];

const schemas = 60;
const instances = 25;

/** Whether a schema may speak of properties, by itself or by what it refers to; for others there is no way. */
function hasProperties({ schema }: SuiteGroup): boolean {
  return /"(?:properties|required)"|"\$ref":"[^#]/.test(JSON.stringify(schema));
}

describe.each(strategies)("guards that come by all properties in the way called %s", (strategy) => {
  const tests = absent === "" ? readSuite(suite) : [];

  it.skipIf(absent !== "")(`meet the official suite${absent}`, { timeout: 180_000 }, async () => {
    const wrong: string[] = [];
    let judged = 0;
    for (const { dialect, section, groups } of tests) {
      const { formats, content } = section;
      const compile = suiteCompiler(dialect.name, formats, content, suite, () => strategy);
      for (const group of groups.filter(hasProperties)) {
        const { isSchema, validateSchema } = await compile(group);
        for (const { data, description, valid } of group.tests) {
          const name = `${dialect.folder}/${section.folder}/${group.description}: ${description}`;
          judged += 1;
          if (isSchema(data) !== valid || validateSchema(data).ok !== valid) wrong.push(name);
        }
      }
    }
    expect(judged).toBeGreaterThan(1400);
    expect(wrong).toEqual([]);
  });

  it("give the verdict of hyperjump and ajv on random pairs", { timeout: 120_000 }, async () => {
    const judge = caseJudge(() => strategy);
    for (const each of fc.sample(randomCases(instances), { numRuns: schemas, seed: 2_025 })) {
      expect((await judge(each)).disagreements).toEqual([]);
    }
  });
});
