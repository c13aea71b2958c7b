import type { SuiteResult } from "./suite-run.ts";
import { type SuiteTests, suiteSections } from "./suite-tests.ts";

/** What became of the tests of the suite with one validator, in their order. */
export interface SuiteMeasurement {
  readonly validator: string;
  /** `undefined` for the tests of a dialect that it does not have. */
  readonly results: readonly (SuiteResult | undefined)[];
}

type Row = readonly string[];

/**
 * The rows of the table of the suite: for each section one a dialect, and one for all, with what
 * each validator meets. The first row is the head.
 */
export function suiteRows(
  suite: readonly SuiteTests[],
  measurements: readonly SuiteMeasurement[],
): readonly Row[] {
  const head = ["tests", "dialect", "of", ...measurements.map(({ validator }) => validator)];
  const rows = suiteSections.flatMap((section) => {
    const places = suite.flatMap((tests, place) => (tests.section === section ? [place] : []));
    const dialects = places.map((place) => [
      section.title,
      suite[place]?.dialect.name ?? "",
      String(countTests(suite[place])),
      ...measurements.map(({ results }) => metWords(results[place])),
    ]);
    const all = places.reduce((sum, place) => sum + countTests(suite[place]), 0);
    const shares = measurements.map(({ results }) => shareWords(places.map((at) => results[at])));
    return [...dialects, [section.title, "all", String(all), ...shares]];
  });
  return [head, ...rows];
}

/**
 * Writes rows as a table of Markdown whose figures stand at the right.
 *
 * @param words how many columns stand in front of the figures
 */
export function markdownTable([head = [], ...rows]: readonly Row[], words = 2): string {
  const rule = head.map((_, column) => (column < words ? "---" : "---:"));
  return [head, rule, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function countTests(tests: SuiteTests | undefined): number {
  return tests?.groups.reduce((sum, group) => sum + group.tests.length, 0) ?? 0;
}

function metWords(result: SuiteResult | undefined): string {
  return result === undefined ? "–" : String(result.passed);
}

/** The share that is met of what was run, where only all of them are 100 %. */
function shareWords(results: readonly (SuiteResult | undefined)[]): string {
  const run = results.filter((result) => result !== undefined);
  const met = run.reduce((sum, { passed }) => sum + passed, 0);
  const all = run.reduce((sum, { passed, failed }) => sum + passed + failed.length, 0);
  if (all === 0) return "–";
  const percent = met === all ? 100 : Math.min((100 * met) / all, 99.99);
  const share = `${percent.toFixed(2)} %`;
  return run.length === results.length ? `${met}, ${share}` : `${met} of ${all}, ${share}`;
}
