import { markdownTable } from "../conformance/suite-table.ts";
import { type Measurement, type Standing, type Times, own } from "./measurement.ts";
import type { CaseSizes } from "./prepare.ts";
import { geometricMean } from "./rounds.ts";

/** What came out for a case. */
export interface CaseResult {
  readonly name: string;
  readonly synthetic: boolean;
  readonly sizes: CaseSizes;
  readonly measurement: Measurement;
}

/** A cell: text, or how many times as much as we somebody else takes. */
type Cell = string | number | undefined;

/**
 * The table of the time that guards take: our own, and what each peer takes of it, where its verdicts
 * are right.
 *
 * @param kind which of the measured times
 */
export function guardTable(
  results: readonly CaseResult[],
  kind: "accepting" | "rejecting",
): string {
  const measured = results.filter(({ measurement }) => own in measurement[kind]);
  const peers = Object.keys(measured[0]?.measurement.standings ?? {}).filter(
    (name) => name !== own,
  );
  const cellsOf = ({ measurement }: CaseResult): Cell[] => [
    ...peers.map((peer) => peerCell(measurement[kind], measurement.standings[peer], peer)),
    fastestPeer(measurement[kind])?.ratio,
  ];
  const rows = measured.map((result): string[] => {
    const { measurement } = result;
    const fastest = fastestPeer(measurement[kind]);
    return [
      result.name,
      String(kind === "accepting" ? measurement.valid : measurement.invalid),
      timeWords(measurement[kind][own]),
      ...cellsOf(result).slice(0, -1).map(cellWords),
      fastest === undefined ? "—" : `${fastest.name} ${cellWords(fastest.ratio)}`,
    ];
  });
  return markdownTable(
    [
      ["schema", "documents", "schemaloom, µs", ...peers, "fastest peer"],
      ...rows,
      ...meanRows(measured, cellsOf).map(([title, means]) => [title, "", "", ...means]),
    ],
    1,
  );
}

/** The table of the sizes of bundles, gzipped. */
export function sizeTable(results: readonly CaseResult[]): string {
  const cellsOf = ({ sizes: { guard, guardAndValidator, ajv } }: CaseResult): Cell[] => [
    ratio(ajv?.gzipped, guard.gzipped),
    ratio(ajv?.gzipped, guardAndValidator.gzipped),
  ];
  return markdownTable(
    [
      ["schema", "`isB`", "`isB`, `validateB`", "ajv standalone", "to `isB`", "to both"],
      ...results.map((result) => [
        result.name,
        String(result.sizes.guard.gzipped),
        String(result.sizes.guardAndValidator.gzipped),
        result.sizes.ajv === undefined ? "—" : String(result.sizes.ajv.gzipped),
        ...cellsOf(result).map(cellWords),
      ]),
      ...meanRows(results, cellsOf).map(([title, means]) => [title, "", "", "", ...means]),
    ],
    1,
  );
}

/** The tables of two times, of which one stands as multiple of the other. */
const pairs = {
  validating: { head: ["`isB`, µs", "`validateB`, µs"], base: "guard", other: "validator" },
  explaining: { head: ["`validateB`, µs", "ajv, µs"], base: own, other: "ajv" },
  making: { head: ["schemaloom, ms", "ajv, ms"], base: own, other: "ajv" },
} as const;

/**
 * The table of our validator beside our guard, of both sides' reports of issues, or of the making of
 * guards.
 */
export function pairTable(results: readonly CaseResult[], kind: keyof typeof pairs): string {
  const { head, base, other } = pairs[kind];
  const words = kind === "validating" ? plainRatio : cellWords;
  const measured = results.filter(({ measurement }) => base in measurement[kind]);
  const cellsOf = ({ measurement: { [kind]: times } }: CaseResult) => [
    ratio(times[other], times[base]),
  ];
  return markdownTable(
    [
      ["schema", ...head, "ratio"],
      ...measured.map((result) => [
        result.name,
        timeWords(result.measurement[kind][base]),
        timeWords(result.measurement[kind][other]),
        ...cellsOf(result).map(words),
      ]),
      ...meanRows(measured, cellsOf, words).map(([title, means]) => [title, "", "", ...means]),
    ],
    1,
  );
}

/** The fastest of the peers whose verdicts are right, with its time as multiple of ours. */
function fastestPeer(times: Times): { name: string; ratio: number } | undefined {
  const ratios = Object.entries(times)
    .filter(([name]) => name !== own)
    .map(([name, time]) => ({ name, ratio: time / (times[own] ?? Number.NaN) }));
  return ratios.sort((a, b) => a.ratio - b.ratio)[0];
}

function peerCell(times: Times, standing: Standing | undefined, peer: string): Cell {
  if (standing?.kind === "wrong")
    return standing.thrown === undefined ? "wrong verdicts" : "throws";
  return ratio(times[peer], times[own]);
}

function ratio(theirs: number | undefined, ours: number | undefined): number | undefined {
  return theirs === undefined || ours === undefined ? undefined : theirs / ours;
}

/** Rows of the geometric means of the ratios, over the schemas in use and over all. */
function meanRows(
  results: readonly CaseResult[],
  cellsOf: (result: CaseResult) => readonly Cell[],
  words: (mean: number) => string = cellWords,
): (readonly [title: string, means: readonly string[]])[] {
  const inUse = results.filter(({ synthetic }) => !synthetic);
  const sets = [
    ["geometric mean, synthetic ones left out", inUse],
    ["geometric mean", results],
  ] as const;
  return sets
    .filter(([, set]) => set.length > 1)
    .map(([title, set]) => {
      const rows = set.map(cellsOf);
      const columns = rows[0]?.map((_, column) => rows.map((row) => row[column])) ?? [];
      return [
        title,
        columns.map((column) => {
          const ratios = column.filter((cell) => typeof cell === "number");
          return ratios.length === 0 ? "—" : words(geometricMean(ratios));
        }),
      ];
    });
}

/** A ratio below 1 as far as it is told, which is a loss, stands out. */
function cellWords(cell: Cell): string {
  if (cell === undefined) return "—";
  if (typeof cell === "string") return cell;
  return cell < 0.995 ? `**${plainRatio(cell)}**` : plainRatio(cell);
}

function plainRatio(cell: Cell): string {
  if (typeof cell !== "number") return "—";
  return cell < 9.995 ? cell.toFixed(2) : cell < 99.95 ? cell.toFixed(1) : cell.toFixed(0);
}

function timeWords(time: number | undefined): string {
  return time === undefined ? "—" : String(Number(time.toPrecision(3)));
}
