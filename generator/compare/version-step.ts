import type { Comparison, Effect, SchemaComparison } from "./comparison.ts";

/** A step of a version (Semantic Versioning 2.0.0). */
export type VersionStep = "none" | "patch" | "minor" | "major";

/** Every step, from least to most. */
export const versionSteps = [
  "none",
  "patch",
  "minor",
  "major",
] as const satisfies readonly VersionStep[];

/** Whose programs a version is for: those that write values, or those that read them. */
export type Audience = "producers" | "consumers";

/** Every audience. */
export const audiences = ["producers", "consumers"] as const satisfies readonly Audience[];

/** How many schemas break whom. */
export interface BreakCount {
  /** So many do. */
  readonly breaking: number;
  /** Of so many it is not decided. */
  readonly mayBreak: number;
}

/** The step that a comparison asks for, and why. */
export interface StepVerdict {
  readonly step: VersionStep;
  /** In words for people. */
  readonly reason: string;
  /** Whomever the version is for. */
  readonly breaks: Readonly<Record<Audience, BreakCount>>;
}

/**
 * Says which step of the version a comparison asks for: `major` where it breaks, or may break, some of
 * those whom the version is for; `minor` where names, types or guards are otherwise; `patch` where
 * only the wording is.
 *
 * @param heeded whose programs the version is for
 */
export function stepOf({ schemas }: Comparison, heeded: readonly Audience[]): StepVerdict {
  const breaks = {
    producers: countBreaks(schemas, ({ producers }) => producers),
    consumers: countBreaks(schemas, ({ consumers }) => consumers),
  };
  const broken = heeded.filter((audience) => total(breaks[audience]) > 0);
  if (broken.length > 0) {
    const words = broken.map((audience) => breakWords(audience, breaks[audience]));
    return { step: "major", reason: words.join("; "), breaks };
  }
  const added = schemas.filter(({ status }) => status === "added").length;
  const changed = schemas.filter(
    ({ status }) => status !== "added" && status !== "reworded",
  ).length;
  const parts = [
    ...(added > 0 ? [`${schemasWord(added)} new`] : []),
    ...(changed > 0
      ? [`${schemasWord(changed)} changed without breaking ${heeded.join(" or ")}`]
      : []),
  ];
  if (parts.length > 0) return { step: "minor", reason: parts.join(", "), breaks };
  if (schemas.length === 0) return { step: "none", reason: "nothing changed", breaks };
  return {
    step: "patch",
    reason: `${schemasWord(schemas.length)} worded otherwise, none of them meaning anything else`,
    breaks,
  };
}

function countBreaks(
  schemas: readonly SchemaComparison[],
  effectOf: (schema: SchemaComparison) => Effect,
): BreakCount {
  const count = (effect: Effect) => schemas.filter((schema) => effectOf(schema) === effect).length;
  return { breaking: count("breaking"), mayBreak: count("may-break") };
}

function total({ breaking, mayBreak }: BreakCount): number {
  return breaking + mayBreak;
}

function breakWords(audience: Audience, { breaking, mayBreak }: BreakCount): string {
  const parts = [
    ...(breaking > 0
      ? [`${schemasWord(breaking)} ${breaking === 1 ? "breaks" : "break"} ${audience}`]
      : []),
    ...(mayBreak > 0
      ? [`${schemasWord(mayBreak)} may break ${breaking > 0 ? "them" : audience}`]
      : []),
  ];
  return parts.join(", ");
}

function schemasWord(count: number): string {
  return `${count} ${count === 1 ? "schema" : "schemas"}`;
}
