import { parseArgs } from "node:util";
import { knownLosses } from "./known-losses.ts";
import { writeReadme } from "./readme-table.ts";
import { type SuiteValidator, runTests } from "./suite-run.ts";
import { type SuiteMeasurement, markdownTable, suiteRows } from "./suite-table.ts";
import { type SuiteTests, readSuite, suiteCommit } from "./suite-tests.ts";
import { suite } from "./suite.ts";
import { ajv } from "./validators/ajv.ts";
import { hyperjump } from "./validators/hyperjump.ts";
import { jsonSchemaLibrary } from "./validators/json-schema-library.ts";
import { schemaloom } from "./validators/schemaloom.ts";
import { schemasafe } from "./validators/schemasafe.ts";

const peers = [jsonSchemaLibrary, schemasafe, hyperjump, ajv];

async function measure(
  validator: SuiteValidator,
  tests: readonly SuiteTests[],
): Promise<SuiteMeasurement> {
  const results = [];
  for (const each of tests) results.push(await runTests(validator, each));
  return { validator: validator.name, results };
}

/** As `measure`, without what a validator writes to the console about instances that it rejects. */
async function measureSilently(
  validator: SuiteValidator,
  tests: readonly SuiteTests[],
): Promise<SuiteMeasurement> {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await measure(validator, tests);
  } finally {
    console.log = log;
  }
}

function lossesOf({ validator, results }: SuiteMeasurement): string[] {
  return results.flatMap((result) =>
    (result?.failed ?? []).map(({ test, reason }) => {
      const known = validator === schemaloom.name ? knownLosses.get(test) : undefined;
      return `${validator} | ${test} | ${known ?? reason}`;
    }),
  );
}

/**
 * Prints the table of the official suite and the name of each test that is not met.
 *
 * @returns whether we lose no test but those that are known
 */
async function report(checkout: string, withPeers: boolean, write: boolean): Promise<boolean> {
  const tests = readSuite(checkout);
  const own = await measure(schemaloom, tests);
  const measurements = [own];
  for (const peer of withPeers ? peers : []) measurements.push(await measureSilently(peer, tests));
  const caption = `What is met of the JSON-Schema-Test-Suite at ${suiteCommit(checkout) ?? checkout}.`;
  const table = `${caption}\n\n${markdownTable(suiteRows(tests, measurements))}`;
  console.log([table, "", ...measurements.flatMap(lossesOf)].join("\n"));
  if (write) await writeReadme("conformance", table);
  return own.results.every((result) =>
    (result?.failed ?? []).every(({ test }) => knownLosses.has(test)),
  );
}

const { values } = parseArgs({
  options: {
    suite: { type: "string", default: suite },
    peers: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
try {
  process.exitCode = (await report(values.suite, values.peers || values.write, values.write))
    ? 0
    : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
