import type { Change, SchemaComparison } from "../compare/comparison.ts";
import type { Audience } from "../compare/version-step.ts";
import { liesWithin } from "../load/input-roots.ts";
import type { TargetComparison } from "./actions/diff.ts";
import { type AnnotationPlace, annotate, placeOf, shownAnnotations } from "./annotations.ts";
import { effectWords, headingOf, placeWords } from "./comparison-words.ts";

interface ChangeAnnotations {
  readonly severity: "error" | "warning";
  /** Whose programs count. */
  readonly heeded: readonly Audience[];
  readonly cwd: string;
  /** The folder that revisions are written to, which nobody can look into. */
  readonly folder: string;
}

/**
 * Writes what breaks somebody as commands of GitHub Actions, which shows it where it stands in the new
 * schemas, unless these are of a revision.
 */
export function annotateChanges(
  runs: readonly TargetComparison[],
  { severity, heeded, cwd, folder }: ChangeAnnotations,
): string {
  const breaks = (effects: Pick<Change, Audience>) =>
    heeded.some((audience) => effects[audience] !== "safe");
  const lines = runs.flatMap(({ comparison, documents }) => {
    const placeIn = ({ source, pointer }: Change["new"]): AnnotationPlace => {
      const file = documents.get(source);
      if (file === undefined || liesWithin(folder, file.path)) return {};
      return placeOf({ file, pointer }, cwd);
    };
    return comparison.schemas.filter(breaks).flatMap((schema) => {
      const { name, place } = headingOf(schema);
      if (schema.status === "removed") {
        return [annotate(severity, { title: "schemaloom diff" }, `${name} ${place} was removed`)];
      }
      return schema.changes.filter(breaks).map((change) => {
        const at = { ...placeIn(change.new), title: `schemaloom diff ${name}` };
        return annotate(severity, at, changeText(change, schema));
      });
    });
  });
  return lines.slice(0, shownAnnotations).join("");
}

function changeText(change: Change, schema: SchemaComparison): string {
  return `${change.words} (${effectWords(change)})\n${placeWords(change, schema)}`;
}
