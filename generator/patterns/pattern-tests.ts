import { Script, createContext } from "node:vm";

/** Whether a pattern matches a text; `undefined` where it takes too long to tell. */
export type PatternTests = (
  pattern: Pick<RegExp, "source" | "flags">,
  text: string,
) => boolean | undefined;

/** How long a pattern may take for a text, in milliseconds; no honest one comes near it. */
const mostTime = 100;

/** The same once so many tests were interrupted that they take up the run. */
const leastTime = 2;
const mostInterruptions = 20;

/** A text that what repeats once at the most is through with in no time. */
const shortText = 1_000;

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
    const found = isHarmless(source, text)
      ? expression.test(text)
      : interruptible(expression, text);
    verdicts.set(text, found);
    return found;
  };
}

/**
 * Whether a pattern of a schema can match a name; true where it takes too long to tell. So nothing that
 * follows from a name that does not match is taken for certain.
 */
export function canMatch(
  { source, flags }: Pick<RegExp, "source" | "flags">,
  name: string,
): boolean {
  const expression = new RegExp(source, flags);
  if (isHarmless(source, name)) return expression.test(name);
  return interruptibleName(expression, name) ?? true;
}

/** As {@link canMatch}, but false where it takes too long to tell. */
export function surelyMatches(
  { source, flags }: Pick<RegExp, "source" | "flags">,
  name: string,
): boolean {
  const expression = new RegExp(source, flags);
  if (isHarmless(source, name)) return expression.test(name);
  return interruptibleName(expression, name) ?? false;
}

const interruptibleName = interruptibleTest();

/** What repeats once at the most, and always the same, cannot match a short text in many ways. */
function isHarmless(source: string, text: string): boolean {
  const repetitions = source.replaceAll("(?", "(").match(/[*+?{]/g)?.length ?? 0;
  const isTold = repetitions === 1 && !source.includes("|") && text.length <= shortText;
  return repetitions === 0 || isTold;
}

/** Only a script can be interrupted, not a call; a context takes its time to make, so there is one. */
function interruptibleTest(): (expression: RegExp, text: string) => boolean | undefined {
  let context: { expression?: RegExp; text?: string } | undefined;
  let interruptions = 0;
  const script = new Script("expression.test(text)");
  return (expression, text) => {
    context ??= createContext({});
    Object.assign(context, { expression, text });
    try {
      const timeout = interruptions < mostInterruptions ? mostTime : leastTime;
      return script.runInContext(context, { timeout }) as boolean;
    } catch {
      interruptions += 1;
      return undefined;
    }
  };
}
