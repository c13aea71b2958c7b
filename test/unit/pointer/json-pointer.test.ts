import { expect, test } from "vitest";
import {
  appendTokens,
  escapeToken,
  evaluatePointer,
  parentPointer,
  pointerToFragment,
  pointerTokens,
  unescapeToken,
} from "../../../generator/pointer/json-pointer.ts";

// The examples of RFC 6901 §5 and §6.
const value: unknown = JSON.parse(
  String.raw`{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}`,
);

test.each([
  ["", value, "#"],
  ["/foo", ["bar", "baz"], "#/foo"],
  ["/foo/0", "bar", "#/foo/0"],
  ["/", 0, "#/"],
  ["/a~1b", 1, "#/a~1b"],
  ["/c%d", 2, "#/c%25d"],
  ["/e^f", 3, "#/e%5Ef"],
  ["/g|h", 4, "#/g%7Ch"],
  ["/i\\j", 5, "#/i%5Cj"],
  ['/k"l', 6, "#/k%22l"],
  ["/ ", 7, "#/%20"],
  ["/m~0n", 8, "#/m~0n"],
])(
  "the pointer %j of RFC 6901 leads to its value and has its fragment",
  (pointer, found, fragment) => {
    expect(evaluatePointer(value, pointer)).toEqual({ found: true, value: found });
    expect(pointerToFragment(pointer)).toBe(fragment);
  },
);

test.each([
  "/none",
  "/foo/2",
  "/foo/-",
  "/foo/01",
  "/foo/-1",
  "/foo/0/0",
  "foo",
  "/toString",
  "/foo/length",
])("the pointer %j leads to nothing", (pointer) => {
  expect(evaluatePointer(value, pointer)).toEqual({ found: false });
});

test("__proto__ leads to an own property only", () => {
  expect(evaluatePointer({}, "/__proto__")).toEqual({ found: false });
  expect(evaluatePointer(JSON.parse('{"__proto__":1}'), "/__proto__")).toEqual({
    found: true,
    value: 1,
  });
});

test("null is a value that is found", () => {
  expect(evaluatePointer({ a: null }, "/a")).toEqual({ found: true, value: null });
});

test("a token keeps its meaning through escape and back", () => {
  for (const token of ["", "~", "/", "~1", "~01", "a~/b"]) {
    expect(unescapeToken(escapeToken(token))).toBe(token);
    expect(pointerTokens(appendTokens("/x", token, 3))).toEqual(["x", token, "3"]);
  }
});

test("the parent of a pointer lacks its last token", () => {
  expect(parentPointer("/a/b~1c")).toBe("/a");
  expect(parentPointer("/a")).toBe("");
  expect(parentPointer("")).toBeUndefined();
});

test("a # in a pointer does not end its fragment", () => {
  expect(pointerToFragment("/a#b")).toBe("#/a%23b");
});
