import type { SchemaComparison, SchemaStatus } from "../compare/comparison.ts";
import { codeSpan } from "../text/markdown.ts";
import type { DiffReport, TargetComparison } from "./actions/diff.ts";
import { effectWords, headingOf, placeWords } from "./comparison-words.ts";

const headings: readonly (readonly [SchemaStatus, string])[] = [
  ["removed", "Removed"],
  ["added", "Added"],
  ["reached", "Changed in what they refer to alone"],
  ["reworded", "Written otherwise, meaning the same"],
];

/**
 * Writes a comparison as Markdown, as for the description of a pull request.
 */
export function comparisonMarkdown({ old, new: later, runs }: DiffReport): string {
  return [
    `## Schemas: ${code(old)} → ${code(later)}`,
    ...runs.flatMap((run) => [
      ...(run.target === undefined ? [] : [`### ${run.target}`]),
      ...targetMarkdown(run),
    ]),
  ].join("\n\n");
}

function targetMarkdown({ comparison, verdict }: TargetComparison): readonly string[] {
  const { schemas, unchanged, detail } = comparison;
  const changed = schemas.filter(({ changes }) => changes.length > 0);
  return [
    `**${verdict.step}**: ${verdict.reason}; ${unchanged} unchanged.`,
    ...(detail === "names"
      ? ["A manifest tells names and which schemas are written otherwise, not what that changes."]
      : []),
    ...changed.flatMap(schemaMarkdown),
    ...headings.flatMap(([status, heading]) => {
      const names = schemas
        .filter((schema) => schema.status === status && schema.changes.length === 0)
        .map((schema) => code(headingOf(schema).name));
      return names.length === 0 ? [] : [`**${heading}**: ${names.join(", ")}`];
    }),
  ];
}

function schemaMarkdown(schema: SchemaComparison): readonly string[] {
  const { name, place } = headingOf(schema);
  const rows = schema.changes.map(
    (change) =>
      `| ${cell(change.words)} | ${effectWords(change) || "–"} | ${code(placeWords(change, schema))} |`,
  );
  const table = ["| change | effect | place |", "| --- | --- | --- |", ...rows].join("\n");
  const through =
    schema.through.length === 0 ? [] : [`Refers to ${schema.through.map(code).join(", ")}.`];
  return [`#### ${code(name)} in ${code(place)}`, table, ...through];
}

/** A cell ends at a bar, even inside code. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function code(text: string): string {
  return cell(codeSpan(text));
}
