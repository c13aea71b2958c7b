import type { Comparison } from "../../compare/comparison.ts";
import {
  type Audience,
  audiences,
  stepOf,
  type StepVerdict,
  type VersionStep,
  versionSteps,
} from "../../compare/version-step.ts";
import type { Target } from "../../config/targets.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { diff, type DiffSet } from "../../diff.ts";
import { comparisonJson } from "../comparison-json.ts";
import { comparisonMarkdown } from "../comparison-markdown.ts";
import { formatComparison } from "../comparison-text.ts";
import {
  type DiffSide,
  inRevision,
  readSide,
  type SideReading,
  withRevisionFolder,
} from "../diff-sides.ts";
import type { ReportMode } from "../report-mode.ts";
import { writeJson } from "../tell.ts";
import { type ExitCode, hasColor, type Terminal } from "../terminal.ts";

/** What `diff` is told besides what it compares. */
export interface DiffMode extends ReportMode {
  readonly markdown?: boolean;
  /** Whose programs the version is for; both unless told otherwise. */
  readonly for?: Audience;
  /** The least step that is a fault; none unless told otherwise. */
  readonly failOn?: Exclude<VersionStep, "none">;
  readonly ignoreUndeclared?: boolean;
}

/** What `diff` runs in. */
export interface DiffContext {
  readonly terminal: Terminal;
  readonly targetsFor: SideReading["targetsFor"];
  /** Ends the command as wrong usage. */
  readonly misuse: (fault: string) => never;
}

/** The comparison of one target, or of what has none. */
export interface TargetComparison {
  readonly target: string | undefined;
  readonly comparison: Comparison;
  readonly verdict: StepVerdict;
}

/** A report on two sides. */
export interface DiffReport {
  /** How the sides were named. */
  readonly old: string;
  readonly new: string;
  readonly runs: readonly TargetComparison[];
  /** The greatest step of all targets. */
  readonly step: VersionStep;
}

/**
 * Runs `schemaloom diff`: tells what changed from one side to the other, whom it breaks and which step
 * of the version it asks for.
 *
 * @throws DiagnosticsError where a side cannot be read
 */
export async function runDiff(
  [old, later]: readonly [string, string | undefined],
  mode: DiffMode,
  context: DiffContext,
): Promise<ExitCode> {
  const report = await withRevisionFolder(async (folder) => {
    const { targetsFor, terminal } = context;
    const reading = { cwd: terminal.cwd, targetsFor, folder };
    const sides = [await readSide(old, reading), await readSide(later, reading)] as const;
    return compareSides(sides, mode, { ...context, reading });
  });
  writeReport(report, mode, context.terminal);
  const isFault =
    mode.failOn !== undefined &&
    versionSteps.indexOf(report.step) >= versionSteps.indexOf(mode.failOn);
  return isFault ? 1 : 0;
}

async function compareSides(
  [old, later]: readonly [DiffSide, DiffSide],
  { for: audience, ignoreUndeclared = false }: DiffMode,
  context: DiffContext & { readonly reading: SideReading },
): Promise<DiffReport> {
  const heeded = audience === undefined ? audiences : [audience];
  const runs: TargetComparison[] = [];
  const faults: Diagnostic[] = [];
  for (const { name, sets } of pairTargets(old, later, context)) {
    try {
      const comparison = await diff(sets[0], sets[1], { ignoreUndeclared });
      runs.push({ target: name, comparison, verdict: stepOf(comparison, heeded) });
    } catch (fault) {
      if (!(fault instanceof DiagnosticsError)) throw fault;
      faults.push(...fault.diagnostics);
    }
  }
  if (faults.length > 0) {
    const named = [old, later].reduce<readonly Diagnostic[]>(
      (all, { label }) => inRevision(all, context.reading, label),
      faults,
    );
    throw new DiagnosticsError(named);
  }
  const steps = runs.map(({ verdict }) => verdict.step);
  const step = versionSteps.findLast((each) => steps.includes(each)) ?? "none";
  return { old: old.label, new: later.label, runs, step };
}

interface TargetPair {
  readonly name: string | undefined;
  readonly sets: readonly [DiffSet, DiffSet];
}

function pairTargets(
  old: DiffSide,
  later: DiffSide,
  { misuse }: DiffContext,
): readonly TargetPair[] {
  const counts = [old, later].map((side) => (side.kind === "schemas" ? side.targets.length : 1));
  if (counts[0] !== counts[1]) {
    misuse("one side is one set of schemas, the other has several targets: choose one by --target");
  }
  const setAt = (side: DiffSide, index: number): DiffSet => {
    if (side.kind === "manifest") return side;
    const target: Target | undefined = side.targets[index];
    if (target === undefined) throw new RangeError(`no target ${index}`);
    return { kind: "schemas", options: target.options };
  };
  return Array.from({ length: counts[0] ?? 0 }, (_, index) => ({
    name: later.kind === "schemas" ? later.targets[index]?.name : undefined,
    sets: [setAt(old, index), setAt(later, index)],
  }));
}

function writeReport(report: DiffReport, mode: DiffMode, terminal: Terminal): void {
  if (mode.json) {
    writeJson(comparisonJson(report), terminal);
    return;
  }
  const color = hasColor(terminal, terminal.stdout);
  const text = mode.markdown
    ? comparisonMarkdown(report)
    : formatComparison(report, { color, breakingAlone: mode.quiet ?? false });
  terminal.stdout.write(`${text}\n`);
}
