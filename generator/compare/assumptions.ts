/** Decides questions that lead to one another, and at times back to themselves. */
export interface Assumptions {
  /**
   * The answer to a question, which is looked for once.
   *
   * @param key tells the question from others
   * @param answer looks for it, and asks others by `decide`; a yes to one of them must never turn its
   *   own yes into a no
   */
  readonly decide: (key: string, answer: () => boolean) => boolean;
}

/** A question that is being looked into. */
interface Question {
  readonly depth: number;
  /** The depth of the outermost question whose yes was taken for granted on the way. */
  outermost: number;
  /** How many answers hung on others when it was asked. */
  readonly hangingBefore: number;
}

/**
 * While a question is looked into, its answer is taken to be yes. That is right where all that follows
 * from it is yes as well: schemas are regular, and no schema applies to its own value through itself.
 * Where it turns out to be no, what was answered on the strength of it is forgotten. A no stays: more
 * than was granted cannot be granted.
 */
export function createAssumptions(): Assumptions {
  const settled = new Map<string, boolean>();
  const open = new Map<string, Question>();
  /** The questions with a yes that hangs on an open one, with the depth of that. */
  const hanging = new Map<string, number>();
  /** The same in the order in which they were answered. */
  const answered: string[] = [];
  const path: Question[] = [];

  const relyOn = (depth: number) => {
    const asking = path.at(-1);
    if (asking !== undefined && depth < asking.outermost) asking.outermost = depth;
  };
  /** Takes the answers that were found since a question was asked from those that hang. */
  const release = ({ hangingBefore }: Question): readonly string[] => {
    const found = answered.splice(hangingBefore);
    for (const key of found) hanging.delete(key);
    return found;
  };
  /** What hangs on a question hangs on what that question hangs on. */
  const hang = (key: string, { outermost, hangingBefore }: Question) => {
    answered.push(key);
    for (const each of answered.slice(hangingBefore)) {
      hanging.set(each, Math.min(outermost, hanging.get(each) ?? outermost));
    }
  };

  const decide = (key: string, answer: () => boolean): boolean => {
    const known = settled.get(key);
    if (known !== undefined) return known;
    const granted = open.get(key)?.depth ?? hanging.get(key);
    if (granted !== undefined) {
      relyOn(granted);
      return true;
    }
    const depth = path.length;
    const question: Question = { depth, outermost: depth, hangingBefore: answered.length };
    open.set(key, question);
    path.push(question);
    const isYes = answer();
    path.pop();
    open.delete(key);
    if (!isYes) {
      release(question);
      settled.set(key, false);
    } else if (question.outermost < depth) {
      hang(key, question);
      relyOn(question.outermost);
    } else {
      for (const each of release(question)) settled.set(each, true);
      settled.set(key, true);
    }
    return isYes;
  };
  return { decide };
}
