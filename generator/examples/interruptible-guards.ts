import type { PatternTests } from "../patterns/pattern-tests.ts";

/** Says that a guard cannot tell, since a pattern takes too long. */
export class UndecidedError extends Error {
  override readonly name = "UndecidedError";
}

/**
 * The `RegExp` that guards are run with: it matches as the built-in one, by tests that end.
 */
export function interruptibleRegExp(tests: PatternTests): typeof RegExp {
  return class extends RegExp {
    override test(text: string): boolean {
      const found = tests(this, text);
      if (found === undefined)
        throw new UndecidedError(`the pattern ${this.source} takes too long`);
      return found;
    }
  } as typeof RegExp;
}
