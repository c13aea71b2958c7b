import { describe, expect, test } from "vitest";
import { canonicalJson, hashJson, hashText } from "../../../generator/write/content-hash.ts";

test("hashText is the SHA-256 of the UTF-8 bytes", () => {
  expect(hashText("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(hashText("é")).toBe("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
});

describe("hashJson", () => {
  test("is the same whatever the order of keys, at any depth", () => {
    expect(hashJson({ a: [{ b: 1, c: 2 }], d: null })).toBe(
      hashJson({ d: null, a: [{ c: 2, b: 1 }] }),
    );
  });

  test.each([
    ["the order of items", [1, 2], [2, 1]],
    ["a number and its text", 1, "1"],
    ["an empty object and an empty array", {}, []],
    ["a member and none", { a: null }, {}],
  ])("tells %s apart", (_, left, right) => {
    expect(hashJson(left)).not.toBe(hashJson(right));
  });
});

describe("canonicalJson", () => {
  test("sorts keys by UTF-16 code units, integer-like ones too", () => {
    expect(
      canonicalJson({ "\u20ac": 0, "\ud83d\ude00": 0, "\ufb33": 0, "10": 0, "2": 0, B: 0, a: 0 }),
    ).toBe('{"10":0,"2":0,"B":0,"a":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}');
  });

  test("keeps a member named __proto__", () => {
    expect(canonicalJson(JSON.parse('{ "__proto__": 1 }'))).toBe('{"__proto__":1}');
  });
});
