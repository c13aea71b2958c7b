import path from "node:path";
import { readGroups, runGroups, suite, suiteDialects, type SuiteResult } from "./suite.ts";

/** Prints the table of the official suite, and the name of each test that is not met. */
async function report(): Promise<void> {
  const rows: string[] = [];
  const failures: string[] = [];
  const add = (name: string, { passed, failed }: SuiteResult) => {
    rows.push(`| ${name} | ${passed} | ${passed + failed.length} |`);
    failures.push(...failed.map((test) => `${name}: ${test}`));
  };
  for (const [folder, dialect] of suiteDialects) {
    const tests = path.join(suite, "tests", folder);
    const optional = path.join(tests, "optional");
    add(`${folder} required`, await runGroups(readGroups(tests), dialect));
    add(`${folder} optional`, await runGroups(readGroups(optional), dialect));
    const formats = readGroups(path.join(optional, "format"));
    add(`${folder} optional/format, asserted`, await runGroups(formats, dialect, "assert"));
  }
  console.log(
    ["| tests | met | of |", "| --- | ---: | ---: |", ...rows, "", ...failures].join("\n"),
  );
}

await report();
