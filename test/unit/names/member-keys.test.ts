import { expect, test } from "vitest";
import { memberKeys } from "../../../generator/names/member-keys.ts";

function keysOf(...members: readonly (readonly [value: string | number, key: string])[]) {
  return memberKeys(members.map(([value, key]) => ({ value, key })));
}

test("a value has the key that is wanted for it", () => {
  expect(keysOf([1, "LOW"], ["very-high", "größte"], ["mid", ""])).toEqual([
    "LOW",
    "größte",
    "Mid",
  ]);
});

test.each(["", "1a", "a b", "a-b", "a\n"])("%j is no key to want", (key) => {
  expect(keysOf([1, key], ["b", "B"])).toEqual(["1", "B"]);
});

test("a key that two values are wanted to have is neither's", () => {
  expect(keysOf(["a", "Same"], ["b", "Same"], ["c", "Other"])).toEqual(["A", "B", "Other"]);
  expect(keysOf(["a", "B"], ["b", ""])).toEqual(["A", "B"]);
});

test("keys that cannot all be unique are those of the values", () => {
  expect(keysOf(["foo", "X"], ["k", "X"], ["j", "Foo"])).toEqual(["Foo", "K", "J"]);
});
