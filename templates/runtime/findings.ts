import type { Issue } from "./issue.ts";

/** The guard of values that may be nested. */
export type NestedGuard = (value: unknown, depth: number, isRepeat: boolean) => boolean;

/** The collector of values that may be nested. */
export type NestedCollector = (
  value: unknown,
  path: string,
  schemaPath: string,
  issues: Issue[],
  depth: number,
  isRepeat: boolean,
) => void;

/** What a guard has found of a value. */
export interface Verdict {
  readonly accepts: boolean;
  /** Whether something in the value was nested too deep to be judged. */
  readonly isTooDeep: boolean;
}

/** What a judgement that goes on has found of values, so that none is judged again and again. */
export interface Findings {
  isKept: boolean;
  /** How many values were judged so far. */
  judged: number;
  /** By the function that has found it, and by the depth and the value that it was given. */
  readonly verdicts: Map<NestedGuard, Map<object, Verdict>[]>;
  readonly issues: Map<NestedCollector, Map<object, readonly Issue[]>[]>;
}

/** The findings of the judgement that goes on. */
export const findings: Findings = {
  isKept: false,
  judged: 0,
  verdicts: new Map(),
  issues: new Map(),
};

/**
 * Whether so much is judged that values may come again and again; before, to remember costs more than to
 * judge.
 */
export function repeats(): boolean {
  return findings.isKept && (findings.judged += 1) > 10_000;
}

/** Forgets all findings, once the judgement has ended that they were kept for. */
export function dropFindings(): void {
  findings.isKept = false;
  if (findings.judged > 10_000) {
    findings.verdicts.clear();
    findings.issues.clear();
  }
  findings.judged = 0;
}

/** What a function has found at a depth, by the values. */
export function findingsOf<Judge, Found>(
  all: Map<Judge, Map<object, Found>[]>,
  judge: Judge,
  depth: number,
): Map<object, Found> {
  const levels = all.get(judge) ?? [];
  if (levels.length === 0) all.set(judge, levels);
  return (levels[depth] ??= new Map<object, Found>());
}
