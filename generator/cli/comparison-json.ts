import type { DiffReport } from "./actions/diff.ts";

/**
 * The report of `diff` for programs. Its form is part of the command's interface.
 */
export function comparisonJson({ old, new: later, step, runs }: DiffReport) {
  return {
    version: 1,
    old,
    new: later,
    step,
    targets: runs.map(({ target, comparison, verdict }) => ({
      target,
      step: verdict.step,
      reason: verdict.reason,
      breaks: verdict.breaks,
      ...comparison,
    })),
  };
}
