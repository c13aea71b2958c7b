import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { testData } from "../../harness/project.ts";
import { compileErrors } from "./compile.ts";
import { moduleText } from "./model-of.ts";
import { valueDeclaration } from "./value-declaration.ts";

interface Case {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

const folder = path.join(testData, "json-schema-test-suite/tests/draft2020-12");
const absent = existsSync(folder) ? "" : " (skipped: the test data has no json-schema-test-suite)";

/** Files of the suite whose schemas leave their own file or the keywords of the model. */
const elsewhere = new Set(["anchor.json", "refRemote.json", "vocabulary.json"]);

test.skipIf(absent !== "")(
  `the type of every schema of the official suite admits every value that it calls valid${absent}`,
  async () => {
    const modules: string[] = [];
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()) {
      if (elsewhere.has(file)) continue;
      const cases = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as readonly Case[];
      for (const { schema, tests } of cases) {
        const types = await typesOf(schema);
        if (types === undefined) continue;
        const values = tests
          .filter(({ valid }) => valid)
          .map((each, index) => valueDeclaration(`value${index}`, each.data, schema));
        modules.push(`namespace module${modules.length} {\n${types}\n${values.join("\n")}\n}`);
      }
    }
    expect(modules.length).toBeGreaterThan(250);
    expect(compileErrors(modules.join("\n"))).toEqual([]);
  },
);

/** `undefined` for schemas that the earlier stages refuse. */
async function typesOf(schema: unknown): Promise<string | undefined> {
  try {
    return await moduleText(schema);
  } catch {
    return undefined;
  }
}
