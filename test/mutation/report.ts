import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { markdownTable } from "../conformance/suite-table.ts";
import { isDrawn, shareWanted } from "./draw.ts";
import { type Mutant, mutantKey, type MutationResult, shorten, statusOf } from "./mutants.ts";
import { knownSurvivors } from "./survivors.ts";

const result = path.join(import.meta.dirname, ".stryker/mutation.json");
const target = path.join(import.meta.dirname, "REPORT.md");
const folders = ["generator/guards", "generator/model", "generator/resolve"] as const;

/** A mutant of a file that was judged. */
interface Judged {
  readonly file: string;
  readonly mutant: Mutant;
  readonly isKilled: boolean;
  readonly line: string;
}

function judgedMutants({ files }: MutationResult, share: number): readonly Judged[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split("\n");
    return mutants
      .filter(({ id }) => isDrawn(id, share))
      .flatMap((mutant) => {
        const isKilled = statusOf(mutant);
        const line = (lines[mutant.location.start.line - 1] ?? "").trim();
        return isKilled === undefined ? [] : [{ file, mutant, isKilled, line }];
      });
  });
}

/** Half the interval that holds the true share with 95 % confidence, in points of a hundred. */
function errorOf(killed: number, all: number, ofAll: number): number {
  const share = killed / all;
  const finite = Math.sqrt(Math.max(0, (ofAll - all) / Math.max(1, ofAll - 1)));
  return 196 * Math.sqrt((share * (1 - share)) / all) * finite;
}

function scoreRow(name: string, judged: readonly Judged[], ofAll: number): readonly string[] {
  const killed = judged.filter(({ isKilled }) => isKilled).length;
  const read = judged.filter(
    ({ file, line, mutant, isKilled }) =>
      !isKilled && knownSurvivors.has(mutantKey(file, line, mutant)),
  ).length;
  const score = `${((100 * killed) / judged.length).toFixed(1)} %`;
  const error = errorOf(killed, judged.length, ofAll);
  return [
    name,
    String(ofAll),
    String(judged.length),
    String(killed),
    error < 0.05 ? score : `${score} ± ${error.toFixed(1)}`,
    String(judged.length - killed),
    String(read),
  ];
}

function survivorLines(judged: readonly Judged[]): readonly string[] {
  const survivors = judged.filter(({ isKilled }) => !isKilled);
  return [...new Set(survivors.map(({ file }) => file))].sort().flatMap((file) => [
    `### ${file}`,
    "",
    ...survivors
      .filter((each) => each.file === file)
      .map(({ mutant, line }) => {
        const becomes = shorten(mutant.replacement ?? "");
        const word = knownSurvivors.get(mutantKey(file, line, mutant)) ?? "not read yet";
        return `- line ${String(mutant.location.start.line)}, ${mutant.mutatorName} to \`${becomes}\` in \`${line.slice(0, 90)}\`: ${word}`;
      }),
    "",
  ]);
}

async function report(): Promise<void> {
  if (!existsSync(result)) throw new Error("there is no result: run npm run mutation first");
  const share = shareWanted();
  const judged = judgedMutants(JSON.parse(readFileSync(result, "utf8")) as MutationResult, share);
  const mutants = Object.entries(
    (JSON.parse(readFileSync(result, "utf8")) as MutationResult).files,
  );
  const countIn = (folder: string) =>
    mutants
      .filter(([file]) => file.startsWith(`${folder}/`))
      .reduce((sum, [, file]) => sum + file.mutants.length, 0);
  const within = (folder: string) => judged.filter(({ file }) => file.startsWith(`${folder}/`));
  const rows = [
    ["folder", "mutants", "judged", "killed", "score", "survivors", "of which read"],
    ...folders
      .filter((folder) => within(folder).length > 0)
      .map((folder) => scoreRow(folder, within(folder), countIn(folder))),
    scoreRow("all", judged, countIn("generator")),
  ];
  const text = [
    "# Mutation testing",
    "",
    "Stryker changes the code in one place, and the quick tests have to notice: those of `resolve`, `model`" +
      " and `guards`, the modules of all features as they were reviewed, and the official suite. `npm run" +
      " mutation` judges every mutant, `MUTANT_SHARE=0.1 npm run mutation` a tenth that is drawn by their" +
      " numbers, `--mutate` those of some files; `npm run mutation:report`, with the same share, writes this.",
    "",
    share < 1
      ? `A share of ${String(share)} was drawn. The error is that of a confidence of 95 %.`
      : "Every mutant was judged.",
    "",
    markdownTable(rows, 1),
    "",
    "## Survivors",
    "",
    ...survivorLines(judged),
  ].join("\n");
  const options = await resolveConfig(target);
  writeFileSync(target, await format(text, { ...options, filepath: target }));
  console.log(markdownTable(rows, 1));
}

await report();
