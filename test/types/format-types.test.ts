import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { formatPredicates } from "../../generator/dialects/formats.ts";
import { formatType } from "../../generator/types/format-types.ts";
import { testData } from "../harness/project.ts";
import { compileErrors } from "../unit/types/compile.ts";

const folder = path.join(testData, "json-schema-test-suite/tests/draft2020-12/optional/format");
const absent = existsSync(folder) ? "" : " (skipped: the test data has no official suite)";

interface Group {
  readonly schema: { readonly format?: string };
  readonly tests: readonly { readonly data: unknown; readonly valid: boolean }[];
}

test.skipIf(absent !== "")(`a format's template admits every string of the format${absent}`, () => {
  const groups = readdirSync(folder).flatMap(
    (file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Group[],
  );
  const lines = groups.flatMap(({ schema: { format = "" }, tests }) => {
    const predicate = formatPredicates.get(format);
    const type =
      predicate === undefined ? undefined : formatType({ format, predicate }, "template");
    if (type?.kind !== "text") return [];
    return tests
      .filter(({ data, valid }) => valid && typeof data === "string")
      .map(({ data }) => `{ const value: ${type.text} = ${JSON.stringify(data)}; void value; }`);
  });
  expect(lines.length).toBeGreaterThan(150);
  expect(compileErrors(lines.join("\n"))).toEqual([]);
});
