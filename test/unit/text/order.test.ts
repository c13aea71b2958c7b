import { expect, test } from "vitest";
import { compareCodeUnits } from "../../../generator/text/order.ts";

test("texts are ordered by code units, whatever the locale", () => {
  const texts = ["ä", "b", "B", "a", "", "\u{1F600}", "\uFF01", "a1", "a10", "a2"];
  expect(texts.sort(compareCodeUnits)).toEqual([
    "",
    "B",
    "a",
    "a1",
    "a10",
    "a2",
    "b",
    "ä",
    "\u{1F600}",
    "\uFF01",
  ]);
  expect(compareCodeUnits("a", "a")).toBe(0);
});
