import { expect, test } from "vitest";
import { propertyKey } from "../../../generator/text/property-key.ts";

test("a key is quoted only where it needs it", () => {
  expect(["a", "$ref", "_1", "do", "__proto__"].map(propertyKey)).toEqual([
    "a",
    "$ref",
    "_1",
    "do",
    "__proto__",
  ]);
  expect(["", "1a", "a-b", "é", 'a"b', "a\u2028"].map(propertyKey)).toEqual([
    '""',
    '"1a"',
    '"a-b"',
    '"é"',
    `'a"b'`,
    '"a\\u2028"',
  ]);
});
