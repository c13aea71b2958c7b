import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { testData } from "../../harness/project.ts";
import { emitSchema } from "../emit.ts";
import type { BenchmarkCase } from "./benchmark-case.ts";
import { spoil } from "./spoil.ts";

const folder = path.join(testData, "benchmark");

/**
 * Schemas that people publish, with real documents, which are valid. Invalid ones are made of them.
 */
export function publishedCases(): BenchmarkCase[] {
  return existsSync(folder) ? readdirSync(folder).sort().map(publishedCase) : [];
}

function publishedCase(name: string): BenchmarkCase {
  const read = (file: string) => readFileSync(path.join(folder, name, file), "utf8");
  const dialect = "draft-07";
  const schema = JSON.parse(read("schema.json")) as object;
  return {
    name,
    synthetic: false,
    dialect,
    schema,
    emit: () => emitSchema(schema, dialect),
    documents: async () => {
      const texts = read("instances.jsonl").split("\n").filter(Boolean);
      const spoiled = await spoil(texts, schema, dialect);
      return {
        timed: [
          ...texts.map((text) => ({ text, valid: true })),
          ...spoiled.filter(({ valid }) => !valid),
        ],
        compared: spoiled.filter(({ valid }) => valid),
      };
    },
  };
}
