import type { Check, Checks } from "./check.ts";
import { every } from "./condition.ts";

/** Checks that are made on a condition. */
export type When = Pick<Extract<Check, { kind: "when" }>, "condition" | "checks">;

/** A walk over items. */
export type Items = Extract<Check, { kind: "items" }>;

/**
 * Checks with all conditions that they are made on.
 */
export function innermost({ condition, checks }: When): When {
  const [only] = checks;
  if (checks.length !== 1 || only?.kind !== "when") return { condition, checks };
  return innermost({ condition: every([condition, only.condition]), checks: only.checks });
}

/**
 * Whether checks declare a variable in the block that they stand in.
 */
export function declares(checks: Checks): boolean {
  return checks.some((check) => {
    switch (check.kind) {
      case "own":
      case "view":
      case "pass":
      case "read":
      case "optional":
      case "item":
      case "outcome":
      case "number":
      case "contains":
      case "union":
        return true;
      case "gate":
      case "impossible":
        return declares(check.checks);
      default:
        return false;
    }
  });
}

/**
 * Whether checks take neither a variable nor a loop, and none of them holds branches to choose from.
 */
export function isPlain(checks: Checks): boolean {
  return checks.every((check) => {
    switch (check.kind) {
      case "assert":
      case "fail":
      case "call":
      case "section":
      case "try":
      case "not":
        return true;
      case "gate":
      case "when":
      case "impossible":
        return isPlain(check.checks);
      default:
        return false;
    }
  });
}

/**
 * Whether no item of a walk passes.
 */
export function isRefusal({ skips, checks }: Items): boolean {
  return skips.length === 0 && checks.every((check) => check.kind === "fail");
}

/**
 * Whether checks ask for nothing but the type of a value: a branch of a union with them does not speak
 * for the union, since the value has another type.
 */
export function isTypeAlone([only, ...others]: Checks): boolean {
  if (only === undefined || others.length > 0) return false;
  const isAlone = only.kind === "assert" || (only.kind === "gate" && only.checks.length === 0);
  return isAlone && only.fault.keyword === "type";
}

/**
 * Whether plain checks hold a value against others, or may: by `const`, by `enum`, or in a branch.
 */
export function comparesValues(checks: Checks): boolean {
  return checks.some((check) => {
    switch (check.kind) {
      case "assert":
        return check.fault.keyword === "const" || check.fault.keyword === "enum";
      case "try":
      case "not":
        return true;
      case "gate":
      case "when":
      case "impossible":
        return comparesValues(check.checks);
      default:
        return false;
    }
  });
}
