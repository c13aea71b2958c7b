import { Script, createContext } from "node:vm";

/** Whether a pattern matches a text; `undefined` where it takes too long to tell. */
export type PatternTests = (
  pattern: Pick<RegExp, "source" | "flags">,
  text: string,
) => boolean | undefined;

/** How long a pattern may take for a text, in milliseconds; no honest one comes near it. */
const mostTime = 100;

/**
 * Opens what tests texts by patterns of schemas, each pair once. A pattern that can match a text in too
 * many ways would keep the process busy for ever, so it is interrupted.
 */
export function openPatternTests(): PatternTests {
  const known = new Map<string, Map<string, boolean | undefined>>();
  const interruptible = interruptibleTest();
  return ({ source, flags }, text) => {
    const key = `${flags}/${source}`;
    const verdicts = known.get(key) ?? new Map<string, boolean | undefined>();
    known.set(key, verdicts);
    if (verdicts.has(text)) return verdicts.get(text);
    const expression = new RegExp(source, flags);
    const found = isRepeating(source) ? interruptible(expression, text) : expression.test(text);
    verdicts.set(text, found);
    return found;
  };
}

/** What repeats nothing cannot match a text in many ways. */
function isRepeating(source: string): boolean {
  return /[*+?{]/.test(source);
}

/** Only a script can be interrupted, not a call; a context takes its time to make, so there is one. */
function interruptibleTest(): (expression: RegExp, text: string) => boolean | undefined {
  let context: { expression?: RegExp; text?: string } | undefined;
  const script = new Script("expression.test(text)");
  return (expression, text) => {
    context ??= createContext({});
    Object.assign(context, { expression, text });
    try {
      return script.runInContext(context, { timeout: mostTime }) as boolean;
    } catch {
      return undefined;
    }
  };
}

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
