import picocolors from "picocolors";
import type { ExplainedKeyword, Explanation, PlaceWords } from "../explain/explanation.ts";
import { sayerColors, sayerLabels } from "./sayers.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** So many schemas that refer to it are shown. */
const shownReferrers = 12;

/**
 * Writes for a terminal what was understood of a schema: what it is, then its type, its keywords, and
 * what it has to do with others.
 */
export function formatExplanation(
  explanation: Explanation,
  { color }: { readonly color: boolean },
): string {
  const colors = picocolors.createColors(color);
  const { place, asked, typeScript } = explanation;
  const heading = [colors.bold(placeText(place)), colors.dim(positionText(place))].join(" ").trim();
  const parts = [
    [heading, ...(asked === "" ? [] : [`${asked.slice(1)} is part of it`])],
    facts(explanation).map(([label, text]) => `${colors.cyan(label.padEnd(factWidth))}  ${text}`),
    ["TypeScript", ...indented(typeScript.split("\n"))],
    section("Keywords", keywordLines(explanation, colors)),
    section(
      "Ignored",
      explanation.ignored.map(({ keyword, reason }) => `${colors.red(keyword)}  ${reason}`),
    ),
    section(
      "References",
      explanation.references.map(
        (each) =>
          `${JSON.stringify(each.reference)} leads to ${placeText(each)} ${colors.dim(positionText(each))}${named(each)}`,
      ),
    ),
    section("Referred to by", referrerLines(explanation.referrers, colors)),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

const factWidth = "annotations".length;

function facts(explanation: Explanation): readonly (readonly [string, string])[] {
  const { dialect, resource, names, partOf, types, annotations, specializations } = explanation;
  return [
    ["dialect", `${dialect.name}: ${dialect.reason}`],
    ["resource", resource],
    ...(names === undefined
      ? [["name", partOf === undefined ? "none" : `none; it is part of ${partOf}`] as const]
      : ([
          ["name", `${names.name}: ${names.reason}`],
          ["exports", `${names.exports.join(", ")} of ${names.module}`],
        ] as const)),
    ["accepts", types.length === 0 ? "nothing" : types.join(", ")],
    ...Object.entries(annotations).map(
      ([keyword, value]) => [keyword, shortened(JSON.stringify(value))] as const,
    ),
    ...(specializations === 0
      ? []
      : [["dynamic", `dynamic references make ${specializations} more of it`] as const]),
  ];
}

function keywordLines({ keywords, asked }: Explanation, colors: Colors): readonly string[] {
  const width = Math.max(0, ...keywords.map((each) => writtenAs(each).length));
  const labels = Math.max(0, ...keywords.map(({ saidBy }) => sayerLabels[saidBy].length));
  return keywords.map((each) => {
    const isAsked =
      asked !== "" && (asked === each.written || asked.startsWith(`${each.written}/`));
    const label = sayerColors(colors)[each.saidBy](sayerLabels[each.saidBy].padEnd(labels));
    const note = each.note === "" ? "" : colors.dim(`; ${each.note}`);
    const keyword = writtenAs(each).padEnd(width);
    return `${label}  ${isAsked ? colors.bold(keyword) : keyword}  ${each.meaning}${note}`;
  });
}

/** A keyword as it is written, where its dialect calls it otherwise with both names. */
function writtenAs({ keyword, written }: ExplainedKeyword): string {
  const own = written.split("/")[1] ?? keyword;
  return own === keyword ? keyword : `${own} (${keyword})`;
}

function referrerLines(referrers: readonly PlaceWords[], colors: Colors): readonly string[] {
  const hidden = referrers.length - shownReferrers;
  return [
    ...referrers
      .slice(0, shownReferrers)
      .map((each) => `${placeText(each)} ${colors.dim(positionText(each))}${named(each)}`),
    ...(hidden > 0 ? [`… ${hidden} more`] : []),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...indented(lines)];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function placeText({ source, pointer }: PlaceWords): string {
  return `${source}#${pointer}`;
}

function positionText({ line, column }: PlaceWords): string {
  return line === undefined ? "" : `${line}:${column}`;
}

function named({ name }: PlaceWords): string {
  return name === undefined ? "" : `, ${name}`;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
