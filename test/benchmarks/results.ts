import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { withVersion } from "../conformance/validators/version.ts";
import { repository } from "../harness/project.ts";
import { own } from "./measurement.ts";
import { peers } from "./peers/peers.ts";
import { type CaseResult, guardTable, pairTable, sizeTable } from "./tables.ts";

const resultsFile = path.join(repository, "test/benchmarks/RESULTS.md");

/** What stands between the marks in the file of the results. */
const written = /(?<=<!-- npm run bench -- --write -->\n)[^]*(?=<!-- end -->)/;

/**
 * All tables of a run as Markdown, with what peers could not do, and the versions.
 */
export function reportMarkdown(results: readonly CaseResult[], rounds: number): Promise<string> {
  const text = [
    `Medians of ${rounds} rounds. A ratio is what the peer takes of what we take: one below 1 is a`,
    "loss, and bold. B stands for the name of the schema.",
    "\n## Valid documents\n",
    "Microseconds of `isB` for a document, and what each peer takes of them.\n",
    guardTable(results, "accepting"),
    "\n## Invalid documents\n",
    "The same of documents that are rejected.\n",
    guardTable(results, "rejecting"),
    "\n## Sizes\n",
    "Bytes of a bundle of what is named and all that it needs, minified and gzipped.\n",
    sizeTable(results),
    "\n## Validators on valid documents\n",
    "Microseconds of our two functions for a document. The ratio is what `validateB` takes of `isB`.\n",
    pairTable(results, "validating"),
    "\n## All issues of invalid documents\n",
    "Microseconds of `validateB` for a document, and of ajv with `allErrors: true`.\n",
    pairTable(results, "explaining"),
    "\n## Making guards\n",
    "Milliseconds for making guard and validator from a schema that is parsed already.\n",
    pairTable(results, "making"),
    "\n## What peers could not do\n",
    ...faultLines(results),
    "\n## Versions\n",
    ...versionLines(),
  ].join("\n");
  return format(text, { parser: "markdown", printWidth: 100 });
}

/**
 * Puts the report of a run into `RESULTS.md`.
 *
 * @throws Error where the file has no place for it
 */
export async function writeResults(report: string): Promise<void> {
  const before = readFileSync(resultsFile, "utf8");
  if (!written.test(before)) throw new Error("RESULTS.md has no place for results");
  const text = before.replace(written, () => `\n${report}`);
  writeFileSync(resultsFile, await format(text, { parser: "markdown", printWidth: 100 }));
}

function faultLines(results: readonly CaseResult[]): string[] {
  const lines = results.flatMap(({ name, measurement }) =>
    Object.entries(measurement.standings)
      .filter(([peer]) => peer !== own)
      .flatMap(([peer, standing]) => {
        if (standing.kind === "failed")
          return `- ${peer} does not compile ${name}: ${standing.reason}`;
        if (standing.kind === "right") return [];
        const { count, thrown } = standing;
        return thrown === undefined
          ? `- ${peer} judges documents of ${name} wrongly: ${count}`
          : `- ${peer} throws on documents of ${name}: ${thrown}`;
      }),
  );
  return lines.length === 0 ? ["Every peer judges every document right."] : lines;
}

function versionLines(): string[] {
  const { node, v8 } = process.versions;
  return [
    `- Node.js ${node}, V8 ${v8}, ${process.platform} ${process.arch}`,
    ...peers.map(({ name, packageName, use }) => `- ${name}: ${withVersion(packageName)}; ${use}`),
    `- bundles: ${withVersion("esbuild")}`,
  ];
}
