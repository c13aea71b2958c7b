import { expect, test } from "vitest";
import { geometricMean, median, timeRounds } from "./rounds.ts";

test("the median is the number in the middle, or between the two there", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 6])).toBe(5.5);
});

test("the geometric mean of a ratio and its inverse is 1", () => {
  expect(geometricMean([4, 0.25, 1])).toBeCloseTo(1);
});

function contestant(name: string, length: number) {
  return {
    name,
    run: (times: number) => {
      let sum = 0;
      for (let step = 0; step < times * length; step += 1) sum += Math.sqrt(step) >= 0 ? 1 : 0;
      return sum;
    },
  };
}

test("who does ten times the work takes longer", () => {
  const times = timeRounds([contestant("short", 20_000), contestant("long", 200_000)], 5);
  expect([...times.keys()]).toEqual(["short", "long"]);
  expect(times.get("long")).toBeGreaterThan(2 * (times.get("short") ?? 0));
});

test("who changes a verdict is not timed", () => {
  let calls = 0;
  const fickle = { name: "fickle", run: (times: number) => times * (calls += 1) };
  expect(() => timeRounds([fickle], 1)).toThrow("fickle does not always judge the same");
});
