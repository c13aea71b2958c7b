import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { testData } from "../harness/project.ts";
import type { BenchmarkCase } from "./benchmark-case.ts";
import { emitSchema } from "./emit.ts";

const published = path.join(testData, "benchmark");

/**
 * The cases whose name contains one of some words; all of them without any.
 */
export function selectCases(words: readonly string[]): readonly BenchmarkCase[] {
  const cases = publishedCases();
  if (words.length === 0) return cases;
  return cases.filter(({ name }) => words.some((word) => name.includes(word)));
}

/** Schemas that people publish, with real documents, all of which are valid. */
function publishedCases(): BenchmarkCase[] {
  if (!existsSync(published)) return [];
  return readdirSync(published)
    .sort()
    .map((name) => {
      const read = (file: string) => readFileSync(path.join(published, name, file), "utf8");
      const schema = JSON.parse(read("schema.json")) as object;
      const texts = read("instances.jsonl").split("\n").filter(Boolean);
      return {
        name,
        dialect: "draft-07",
        schema,
        documents: texts.map((text) => ({ text, valid: true })),
        spoiled: () => Promise.resolve([]),
        emit: () => emitSchema(schema, "draft-07"),
      };
    });
}
