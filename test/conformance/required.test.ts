import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readGroups, runGroups, suite, suiteDialects } from "./suite.ts";

/** How many tests the suite requires of each dialect. */
const required: Readonly<Record<(typeof suiteDialects)[number][0], number>> = {
  draft4: 618,
  draft6: 839,
  draft7: 927,
  "draft2019-09": 1259,
  "draft2020-12": 1299,
};

const absent = existsSync(suite) ? "" : " (skipped: the test data has no json-schema-test-suite)";

describe.skipIf(absent !== "")(`the required tests of the official suite${absent}`, () => {
  it.each(suiteDialects)("are all met in %s", async (folder, dialect) => {
    const groups = readGroups(path.join(suite, "tests", folder));
    const { passed, failed } = await runGroups(groups, dialect);
    expect(failed).toEqual([]);
    expect(passed).toBe(required[folder]);
  });
});
