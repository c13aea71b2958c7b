import picocolors from "picocolors";
import type { SchemaComparison } from "../compare/comparison.ts";
import type { DiffReport, TargetComparison } from "./actions/diff.ts";
import { effectWords, headingOf, placeWords } from "./comparison-words.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

interface TextOptions {
  readonly color: boolean;
  /** Whether to tell only what breaks. */
  readonly breakingAlone: boolean;
}

/** How many schemas of which there is nothing but the name to tell are named. */
const shownNames = 12;

/**
 * Writes a comparison for a terminal: schema by schema what changed and whom that breaks, then the step
 * of the version.
 */
export function formatComparison(
  { runs }: DiffReport,
  { color, breakingAlone }: TextOptions,
): string {
  const colors = picocolors.createColors(color);
  return runs
    .map((run) => {
      const blocks = [
        ...(run.target === undefined ? [] : [`[${run.target}]`]),
        ...formatSchemas(run, breakingAlone, colors),
        formatVerdict(run, colors),
      ];
      return blocks.join("\n\n");
    })
    .join("\n\n");
}

function formatSchemas(
  { comparison: { schemas } }: TargetComparison,
  breakingAlone: boolean,
  colors: Colors,
): readonly string[] {
  const told = breakingAlone ? schemas.filter(isBreaking) : schemas;
  const named = (status: SchemaComparison["status"]) =>
    told.filter((schema) => schema.status === status);
  return [
    ...told
      .filter(({ changes }) => changes.length > 0)
      .map((schema) => formatSchema(schema, breakingAlone, colors)),
    ...formatNames(colors.red("removed"), named("removed"), colors),
    ...formatNames(colors.green("added"), named("added"), colors),
    ...formatNames("changed in what they refer to alone", named("reached"), colors),
    ...formatNames(
      "written otherwise, meaning the same",
      withoutChanges(named("reworded")),
      colors,
    ),
  ];
}

function withoutChanges(schemas: readonly SchemaComparison[]): readonly SchemaComparison[] {
  return schemas.filter(({ changes }) => changes.length === 0);
}

function isBreaking({ producers, consumers }: Pick<SchemaComparison, "producers" | "consumers">) {
  return producers !== "safe" || consumers !== "safe";
}

function formatSchema(schema: SchemaComparison, breakingAlone: boolean, colors: Colors): string {
  const { name, place } = headingOf(schema);
  const lines = schema.changes
    .filter((change) => !breakingAlone || isBreaking(change))
    .flatMap((change) => [
      `  ${change.words}${paintEffect(effectWords(change), colors)}`,
      `    ${colors.dim(placeWords(change, schema))}`,
    ]);
  const through =
    schema.through.length === 0 ? [] : [`  ${colors.dim(`refers to ${shorten(schema.through)}`)}`];
  return [`${colors.bold(name)} ${colors.dim(place)}`, ...lines, ...through].join("\n");
}

function paintEffect(words: string, colors: Colors): string {
  if (words === "") return "";
  return `  ${words.startsWith("may") ? colors.yellow(words) : colors.red(words)}`;
}

function formatNames(
  heading: string,
  schemas: readonly SchemaComparison[],
  colors: Colors,
): readonly string[] {
  if (schemas.length === 0) return [];
  const names = schemas.map((schema) => headingOf(schema).name);
  return [`${heading}: ${colors.bold(shorten(names))}`];
}

function shorten(names: readonly string[]): string {
  const hidden = names.length - shownNames;
  return [...names.slice(0, shownNames), ...(hidden > 0 ? [`${hidden} more`] : [])].join(", ");
}

function formatVerdict({ comparison, verdict }: TargetComparison, colors: Colors): string {
  const { step, reason } = verdict;
  const paint = step === "major" ? colors.red : step === "minor" ? colors.yellow : colors.green;
  const note =
    comparison.detail === "names"
      ? `\n${colors.dim("A manifest tells names and which schemas are written otherwise; compare schemas or git revisions to see what that changes.")}`
      : "";
  return `${colors.bold(paint(step))}: ${reason}; ${comparison.unchanged} unchanged${note}`;
}
