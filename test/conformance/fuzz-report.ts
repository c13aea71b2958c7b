import { format } from "prettier";
import { ajvFaults } from "./ajv-faults.ts";
import { withVersion } from "./validators/version.ts";

/** What a run over random pairs was asked for, and what came of it. */
export interface FuzzRun {
  readonly wanted: number;
  readonly seed: number;
  readonly pairs: number;
  readonly accepted: number;
  /** How many pairs were put down to each fault of ajv, by its reason. */
  readonly excused: ReadonlyMap<string, number>;
  readonly disagreements: number;
}

/** Says in a line or two what came of a run. */
export function fuzzSummary(run: FuzzRun): string {
  const excused = [...run.excused].map(
    ([reason, count]) => `${count} put down to ajv: it ${reason}`,
  );
  return [
    `${run.pairs} pairs from seed ${run.seed}, ${acceptedShare(run)} accepted`,
    ...excused.sort(),
    `${run.disagreements} disagreements`,
  ].join("\n");
}

/** Writes the report of a run in Markdown: the same text for the same command and peers. */
export function fuzzReport(run: FuzzRun): Promise<string> {
  const rows = ajvFaults.map(({ reason, specification, proofs: [proof] }) => {
    const pair = `\`${JSON.stringify(proof.schema)}\` by \`${JSON.stringify(proof.instance)}\``;
    const verdict = `${proof.valid ? "valid" : "invalid"} (${specification})`;
    return `| ${reason} | ${pair}: ${verdict} | ${run.excused.get(reason) ?? 0} |`;
  });
  const lines = [
    "# Random schemas and instances",
    "",
    "Made by this command, which makes it again:",
    "",
    "```sh",
    `npm run fuzz -- --pairs ${run.wanted} --seed ${run.seed} --report test/conformance/FUZZ.md`,
    "```",
    "",
    "Schemas of draft-07, 2019-09 and 2020-12 are drawn over all keywords, with instances for each. The",
    "boolean guard, the validator and @hyperjump/json-schema must agree on every pair. Ajv must too, but",
    "for pairs that can show one of its faults below.",
    "",
    "What hyperjump itself gets wrong is not drawn: `contains` together with `unevaluatedItems` in",
    "2019-09, where it evaluates nothing, and divisors such as 0.1, by which it has -1 as no multiple.",
    "",
    `With ${withVersion("@hyperjump/json-schema")} and ${withVersion("ajv")}:`,
    "",
    "| | |",
    "| --- | ---: |",
    `| pairs | ${run.pairs} |`,
    `| accepted | ${acceptedShare(run)} |`,
    `| put down to ajv | ${[...run.excused.values()].reduce((sum, count) => sum + count, 0)} |`,
    `| disagreements | ${run.disagreements} |`,
    "",
    "The faults of ajv, each with a pair that proves it (`ajv-faults.ts` has them all, `npm test` runs",
    "them) and how many pairs were put down to it:",
    "",
    "| ajv | a proof, with the verdict of the specification | pairs |",
    "| --- | --- | ---: |",
    ...rows,
  ];
  return format(lines.join("\n"), { parser: "markdown", printWidth: 100 });
}

function acceptedShare({ accepted, pairs }: FuzzRun): string {
  return `${((100 * accepted) / pairs).toFixed(1)} %`;
}
