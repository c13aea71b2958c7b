import { patternCacheFile } from "../cache/cache-folder.ts";
import { readJsonFile, writeJsonFile } from "../cache/json-file.ts";
import type { Pattern } from "../dialects/canonical-keywords.ts";

/** Whether a pattern is open to catastrophic backtracking. */
export type PatternVerdict =
  | { readonly isOpen: false }
  | {
      readonly isOpen: true;
      /** `exponential`, or `polynomial of degree 2`. */
      readonly growth: string;
      /** An expression of JavaScript for a string that shows it. */
      readonly attack: string;
    };

/** What judges patterns. */
export interface PatternChecker {
  readonly check: (pattern: Pattern) => Promise<PatternVerdict>;
  /** Keeps the verdicts for the next run. */
  readonly save: () => void;
}

/** A pattern that takes longer to be judged is left unjudged. */
const timeLimit = 1000;

/** Tells a pattern from every other. */
export function patternKey({ source, flags }: Pattern): string {
  return `${flags}/${source}`;
}

/**
 * Loads recheck, where it is installed, and the verdicts that it gave earlier, which are kept in
 * `node_modules/.cache` of the package that holds the folder.
 *
 * @param cwd the folder that the run was started in
 * @returns `undefined` where recheck is not installed
 */
export async function loadPatternChecker(cwd: string): Promise<PatternChecker | undefined> {
  // Its other engines are a binary for each platform and a Java program, which are started anew.
  process.env["RECHECK_BACKEND"] ??= "pure";
  const recheck = await import("recheck").catch((fault: unknown) => {
    // The bundle requires what a module imports, and is told otherwise that it is not there.
    if (
      fault instanceof Error &&
      "code" in fault &&
      String(fault.code).endsWith("MODULE_NOT_FOUND")
    ) {
      return undefined;
    }
    throw fault;
  });
  if (recheck === undefined) return undefined;
  const file = patternCacheFile(cwd);
  const kept = readVerdicts(file);
  const known = new Map(kept);
  const check = async (pattern: Pattern): Promise<PatternVerdict> => {
    const key = patternKey(pattern);
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const result = await recheck.check(pattern.source, pattern.flags, { timeout: timeLimit });
    // What took too long may be told with more time, so it is not kept.
    if (result.status === "unknown") return { isOpen: false };
    const verdict: PatternVerdict =
      result.status === "safe"
        ? { isOpen: false }
        : {
            isOpen: true,
            growth:
              result.complexity.type === "exponential"
                ? "exponential"
                : `polynomial of degree ${result.complexity.degree}`,
            attack: result.attack.pattern,
          };
    known.set(key, verdict);
    return verdict;
  };
  const save = () => {
    if (file === undefined || known.size === kept.size) return;
    writeJsonFile(file, { version: 1, verdicts: [...known] });
  };
  return { check, save };
}

/** A cache that cannot be read is as good as none. */
function readVerdicts(file: string | undefined): ReadonlyMap<string, PatternVerdict> {
  const read = (file === undefined ? undefined : readJsonFile(file)) as
    | {
        readonly version: number;
        readonly verdicts: readonly (readonly [string, PatternVerdict])[];
      }
    | undefined;
  return read?.version === 1 ? new Map(read.verdicts) : new Map();
}
