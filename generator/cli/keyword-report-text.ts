import picocolors from "picocolors";
import type { KeywordUses, SchemaKeywords } from "../lint/keyword-report.ts";
import type { Sayer } from "../lint/statement.ts";
import { compareCodeUnits } from "../text/order.ts";
import { sayerColors, sayerLabels } from "./sayers.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** How many places of a keyword, and how many keywords of a total, are shown. */
const shownPlaces = 4;
const shownKeywords = 8;

/** A longer keyword moves what stands beside it. */
const widestKeyword = 24;

/** Those who say a keyword, from most to least; documentation is not told. */
const labels = new Map<Sayer, string>(
  (["type", "type-and-guard", "guard", "nobody"] as const).map((sayer) => [
    sayer,
    sayerLabels[sayer],
  ]),
);
const labelWidth = 7;

/** How a report is written. */
interface ReportOptions {
  readonly color: boolean;
  /** Whether to tell only the keywords that nobody says, without the totals. */
  readonly unsaidAlone?: boolean;
}

/**
 * Writes for a terminal, schema by schema, the keywords that its type does not say in full, and how
 * many keywords are said by whom in all.
 */
export function formatKeywordReport(
  schemas: readonly SchemaKeywords[],
  { color, unsaidAlone = false }: ReportOptions,
): string {
  const colors = picocolors.createColors(color);
  const told = schemas.flatMap((schema) => {
    const keywords = schema.keywords.filter(unsaidAlone ? isUnsaid : isTold);
    return keywords.length === 0 ? [] : [formatSchema({ ...schema, keywords }, colors)];
  });
  if (unsaidAlone) return told.join("\n\n");
  return [...told, formatTotals(schemas, schemas.length - told.length, colors)].join("\n\n");
}

function isTold({ saidBy }: KeywordUses): boolean {
  return saidBy !== "type" && labels.has(saidBy);
}

function isUnsaid({ saidBy }: KeywordUses): boolean {
  return saidBy === "nobody";
}

function formatSchema({ name, source, pointer, keywords }: SchemaKeywords, colors: Colors): string {
  const place = pointer === "" ? source : `${source}#${pointer}`;
  const width = Math.min(widestKeyword, Math.max(...keywords.map(({ keyword }) => keyword.length)));
  const lines = [...labels].flatMap(([sayer, label]) =>
    keywords
      .filter(({ saidBy }) => saidBy === sayer)
      .flatMap((uses, index) => {
        const [first, ...others] = usesLines(uses, colors);
        const head = [
          sayerColors(colors)[sayer]((index === 0 ? label : "").padEnd(labelWidth)),
          uses.keyword.padEnd(width),
          first,
        ];
        const indent = " ".repeat(labelWidth + width + 4);
        return [head.join("  "), ...others.map((line) => indent + line)];
      }),
  );
  return [`${colors.bold(name)} ${colors.dim(place)}`, ...lines.map((line) => `  ${line}`)].join(
    "\n",
  );
}

/** What a keyword comes to, then where it stands. */
function usesLines({ note, nearest, pointers }: KeywordUses, colors: Colors): readonly string[] {
  const guess = nearest.length === 0 ? "" : `; did you mean ${nearest.join(" or ")}?`;
  const hidden = pointers.length - shownPlaces;
  return [
    ...(note === "" ? [] : [note + guess]),
    ...pointers.slice(0, shownPlaces).map((pointer) => colors.dim(pointer)),
    ...(hidden > 0 ? [colors.dim(`… ${hidden} more`)] : []),
  ];
}

function formatTotals(schemas: readonly SchemaKeywords[], silent: number, colors: Colors): string {
  const totals = [...labels].map(([sayer, label]) => {
    const counts = new Map<string, number>();
    for (const { keyword, saidBy, pointers } of schemas.flatMap((schema) => schema.keywords)) {
      if (saidBy === sayer) counts.set(keyword, (counts.get(keyword) ?? 0) + pointers.length);
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { sayer, label, counts, total: String(total) };
  });
  const width = Math.max(...totals.map(({ total }) => total.length));
  const lines = totals.map(({ sayer, label, counts, total }) => {
    const keywords = sayer === "type" ? "" : mostFrequent(counts);
    const head = `  ${sayerColors(colors)[sayer](label.padEnd(labelWidth))}  ${total.padStart(width)}`;
    return `${head}  ${colors.dim(keywords)}`.trimEnd();
  });
  const wholly = silent === 0 ? "" : `, ${silent} of them said wholly by the type`;
  return [`${counted(schemas.length, "schema")}${wholly}; keywords said by`, ...lines].join("\n");
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || compareCodeUnits(a, b));
  const hidden = sorted.length - shownKeywords;
  return [
    ...sorted.slice(0, shownKeywords).map(([keyword, count]) => `${keyword} ${count}`),
    ...(hidden > 0 ? [`${hidden} more`] : []),
  ].join(", ");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
