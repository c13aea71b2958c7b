import {
  type Audience,
  audiences,
  stepOf,
  type StepVerdict,
  type VersionStep,
  versionSteps,
} from "../../compare/version-step.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { diff, type DiffResult, type DiffSet } from "../../diff.ts";
import { annotateChanges } from "../change-annotations.ts";
import { comparisonJson } from "../comparison-json.ts";
import { comparisonMarkdown } from "../comparison-markdown.ts";
import { formatComparison } from "../comparison-text.ts";
import type { DiffSide, SideReading } from "../diff-side.ts";
import { readSide, withRevisionFolder } from "../diff-sides.ts";
import { withProgress } from "../progress-line.ts";
import type { ReportMode } from "../report-mode.ts";
import { inRevision } from "../revision-side.ts";
import type { ProgressOf } from "../../runs/target-runs.ts";
import { takesAnnotations, writeJson } from "../tell.ts";
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
  readonly configPlaces: SideReading["configPlaces"];
  /** Ends the command as wrong usage. */
  readonly misuse: (fault: string) => never;
}

/** The comparison of one target, or of what has none. */
export interface TargetComparison extends DiffResult {
  readonly target: string | undefined;
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
  const { terminal, targetsFor, configPlaces } = context;
  return withRevisionFolder(async (folder) => {
    const reading = { cwd: terminal.cwd, targetsFor, configPlaces, folder };
    const sides = [await readSide(old, reading), await readSide(later, reading)] as const;
    const report = await withProgress(mode, terminal, (progressOf) =>
      compareSides(sides, mode, { ...context, reading, ...(progressOf && { progressOf }) }),
    );
    writeReport(report, mode, terminal);
    const isFault =
      mode.failOn !== undefined &&
      versionSteps.indexOf(report.step) >= versionSteps.indexOf(mode.failOn);
    if (mode.annotations !== false && takesAnnotations(terminal)) {
      const severity = isFault ? "error" : "warning";
      const heeded = heededAudiences(mode);
      terminal.stderr.write(annotateChanges(report.runs, { severity, heeded, ...reading }));
    }
    return isFault ? 1 : 0;
  });
}

function heededAudiences({ for: audience }: DiffMode): readonly Audience[] {
  return audience === undefined ? audiences : [audience];
}

async function compareSides(
  [old, later]: readonly [DiffSide, DiffSide],
  mode: DiffMode,
  context: DiffContext & { readonly reading: SideReading; readonly progressOf?: ProgressOf },
): Promise<DiffReport> {
  const heeded = heededAudiences(mode);
  const { ignoreUndeclared = false } = mode;
  const runs: TargetComparison[] = [];
  const faults: Diagnostic[] = [];
  for (const { name, sets } of pairTargets(old, later, context)) {
    try {
      const onProgress = context.progressOf?.(name);
      const found = await diff(sets[0], sets[1], {
        ignoreUndeclared,
        ...(onProgress && { onProgress }),
      });
      runs.push({ target: name, ...found, verdict: stepOf(found.comparison, heeded) });
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

/** The targets of both sides, by name where there are several; what one side lacks is empty there. */
function pairTargets(
  old: DiffSide,
  later: DiffSide,
  { misuse }: DiffContext,
): readonly TargetPair[] {
  const [before, after] = [setsOf(old), setsOf(later)];
  if (before.length === 1 && after.length === 1) {
    const [name, set = noSchemas] = after[0] ?? [];
    return [{ name, sets: [before[0]?.[1] ?? noSchemas, set] }];
  }
  if ([...before, ...after].some(([name]) => name === undefined)) {
    misuse("one side is one set of schemas, the other has several targets: choose one by --target");
  }
  const [oldSets, newSets] = [new Map(before), new Map(after)];
  return [...new Set([...newSets.keys(), ...oldSets.keys()])].map((name) => ({
    name,
    sets: [oldSets.get(name) ?? noSchemas, newSets.get(name) ?? noSchemas],
  }));
}

const noSchemas: DiffSet = { kind: "manifest", manifest: { entries: [] } };

function setsOf(side: DiffSide): readonly (readonly [name: string | undefined, set: DiffSet])[] {
  if (side.kind === "manifest") return [[undefined, side]];
  return side.targets.map(({ name, options }) => [name, { kind: "schemas", options }]);
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
