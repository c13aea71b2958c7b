/**
 * The official suite as tests that judge mutants: a test a schema, in both ways of coming by properties, in
 * few dialects.
 */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSuite } from "../conformance/suite-tests.ts";
import { suite, suiteCompiler } from "../conformance/suite.ts";

/** What other dialects have that 2020-12 does not. */
const others = new Set([
  "definitions.json",
  "dependencies.json",
  "id.json",
  "items.json",
  "recursiveRef.json",
  "ref.json",
]);

const tests = existsSync(suite)
  ? readSuite(suite).filter(({ section }) => section.name === "required")
  : [];

describe.each(["direct", "pass"] as const)(
  "properties come by in the way called %s",
  (strategy) => {
    for (const { dialect, section, groups } of tests) {
      const compile = suiteCompiler(
        dialect.name,
        section.formats,
        section.content,
        suite,
        () => strategy,
      );
      const wanted = groups.filter(({ file }) => dialect.name === "2020-12" || others.has(file));
      test.each(wanted)(dialect.folder, async (group) => {
        const { isSchema, validateSchema } = await compile(group);
        for (const { data, valid } of group.tests) {
          expect([isSchema(data), validateSchema(data).ok]).toEqual([valid, valid]);
        }
      });
    }
  },
);
