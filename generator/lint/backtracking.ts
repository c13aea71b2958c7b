import type { Assertion, Pattern } from "../dialects/canonical-keywords.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, DiagnosticLocation } from "../diagnostics/diagnostic.ts";
import type { SchemaModel } from "../model/model.ts";
import { type PatternChecker, patternKey } from "./pattern-checker.ts";

/** What was found of the patterns of a model. */
export interface BacktrackingReport {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether there was anything to check patterns with, or none to check. */
  readonly areChecked: boolean;
}

/**
 * Finds the patterns for which a short or long string keeps the regular expression engine busy out of
 * all proportion, since it can be matched in so many ways. Each pattern is told where it stands first.
 *
 * @param load gives what checks patterns, once there are some; `undefined` where there is nothing
 */
export async function findBacktracking(
  model: SchemaModel,
  load: () => Promise<PatternChecker | undefined>,
): Promise<BacktrackingReport> {
  const patterns = patternsOf(model);
  if (patterns.size === 0) return { diagnostics: [], areChecked: true };
  const checker = await load();
  if (checker === undefined) return { diagnostics: [], areChecked: false };
  const diagnostics: Diagnostic[] = [];
  for (const { pattern, location } of patterns.values()) {
    const verdict = await checker.check(pattern);
    if (!verdict.isOpen) continue;
    const message = `the pattern ${pattern.source} takes time ${verdict.growth} in the length of a string`;
    diagnostics.push(
      diagnose("pattern-backtracks", message, {
        help: `a string such as ${verdict.attack} keeps a guard busy; write it so that what is repeated can match a text in one way only`,
        location,
      }),
    );
  }
  checker.save();
  return { diagnostics, areChecked: true };
}

interface PlacedPattern {
  readonly pattern: Pattern;
  readonly location: DiagnosticLocation;
}

function patternsOf(model: SchemaModel): ReadonlyMap<string, PlacedPattern> {
  const found = new Map<string, PlacedPattern>();
  for (const { assertions, location } of model.nodes) {
    for (const { pattern, path } of assertions.flatMap(writtenPatterns)) {
      const key = patternKey(pattern);
      if (found.has(key)) continue;
      const place = { file: location.document, pointer: location.pointer + path };
      found.set(key, { pattern, location: place });
    }
  }
  return found;
}

function writtenPatterns(
  assertion: Assertion,
): readonly { readonly pattern: Pattern; readonly path: string }[] {
  switch (assertion.keyword) {
    case "pattern":
      return [assertion];
    case "patternProperties":
      return assertion.patterns;
    default:
      return [];
  }
}
