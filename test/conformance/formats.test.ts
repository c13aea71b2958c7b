import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { formatPredicates } from "../../generator/dialects/formats.ts";

interface Case {
  readonly schema: { readonly format: string };
  readonly description: string;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

type Predicate = (value: unknown) => boolean;

const data = process.env["SCHEMALOOM_TEST_DATA"] ?? path.resolve("../shared/data");
const suite = path.join(data, "json-schema-test-suite/tests");
const runtime = path.resolve(import.meta.dirname, "../../templates/runtime");

/** The tests of `optional/format` of a dialect, as the suite's commit of the test data has them. */
const dialects = [
  ["draft4", 219],
  ["draft6", 325],
  ["draft7", 676],
  ["draft2019-09", 757],
  ["draft2020-12", 764],
] as const;

test.skipIf(!existsSync(suite)).each(dialects)(
  "the predicates give the verdict of the official suite on every format test of %s",
  async (dialect, count) => {
    const predicates = await readPredicates();
    const verdicts = readCases(path.join(suite, dialect, "optional/format")).flatMap((group) =>
      group.tests.map((each) => ({
        test: `${group.schema.format}: ${each.description}`,
        right: hasFormat(predicates, group.schema.format, each.data) === each.valid,
      })),
    );
    expect(verdicts.filter(({ right }) => !right)).toEqual([]);
    expect(verdicts).toHaveLength(count);
  },
);

function hasFormat(
  predicates: ReadonlyMap<string, Predicate>,
  format: string,
  value: unknown,
): boolean {
  const predicate = predicates.get(format);
  return predicate === undefined || typeof value !== formatPredicates.get(format)?.constrains
    ? true
    : predicate(value);
}

async function readPredicates(): Promise<ReadonlyMap<string, Predicate>> {
  const predicates = new Map<string, Predicate>();
  for (const [format, { name }] of formatPredicates) {
    const part = (await import(path.join(runtime, `format-${format}.ts`))) as Record<
      string,
      Predicate
    >;
    const predicate = part[name];
    if (predicate === undefined) throw new RangeError(`format-${format}.ts exports no ${name}`);
    predicates.set(format, predicate);
  }
  return predicates;
}

function readCases(folder: string): readonly Case[] {
  return readdirSync(folder)
    .sort()
    .flatMap(
      (file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as readonly Case[],
    );
}
