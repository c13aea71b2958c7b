import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAssumptions } from "../../../generator/compare/assumptions.ts";

/** A question: yes, where all questions of one of its ways are answered with yes. */
type Question = readonly (readonly number[])[];

/** The answers by definition: all yes at first, then each no that follows, until none does. */
function greatestFixpoint(questions: readonly Question[]): readonly boolean[] {
  let answers = questions.map(() => true);
  for (;;) {
    const next = questions.map((ways) =>
      ways.some((way) => way.every((other) => answers[other] === true)),
    );
    if (next.every((answer, index) => answer === answers[index])) return answers;
    answers = next;
  }
}

function answerer(questions: readonly Question[]) {
  const looks = questions.map(() => 0);
  const { decide } = createAssumptions();
  const ask = (index: number): boolean =>
    decide(String(index), () => {
      looks[index] = (looks[index] ?? 0) + 1;
      return (questions[index] ?? []).some((way) => way.every(ask));
    });
  return { ask, looks };
}

// The last question is a no, so that many a yes hangs on what becomes one.
const systems = fc.integer({ min: 3, max: 7 }).chain((size) => {
  const way = fc.array(fc.nat(size), { minLength: 1, maxLength: 3 });
  const question = fc.array(way, { minLength: 1, maxLength: 2 });
  const order = fc.shuffledSubarray([...Array(size).keys()], { minLength: size });
  const questions = fc.array(question, { minLength: size, maxLength: size });
  return fc.record({ questions: questions.map((each) => [...each, []]), order });
});

describe("assumptions", () => {
  test("answer as the greatest fixpoint does, in whatever order questions come", () => {
    fc.assert(
      fc.property(systems, ({ questions, order }) => {
        const expected = greatestFixpoint(questions);
        const { ask } = answerer(questions);
        for (const index of order) expect(ask(index)).toBe(expected[index]);
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  test("keep no yes that hangs, by way of a question already answered, on one that becomes no", () => {
    const { ask } = answerer([[[1, 3, 4]], [[2, 0]], [[1]], [[2]], []]);
    expect([0, 1, 2, 3].map(ask)).toEqual([false, false, false, false]);
  });

  test("look once into each question of a chain that leads back to its start", () => {
    const length = 200;
    const chain = Array.from({ length }, (_, index): Question => [[(index + 1) % length]]);
    const { ask, looks } = answerer(chain);
    expect(chain.map((_, index) => ask(index)).every(Boolean)).toBe(true);
    expect(new Set(looks)).toEqual(new Set([1]));
  });
});
