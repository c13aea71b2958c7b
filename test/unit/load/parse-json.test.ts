import { expect, test } from "vitest";
import { parseJson } from "../../../generator/load/parse-json.ts";

function faultsOf(text: string): string[] {
  const parsed = parseJson(text);
  if (parsed.ok) throw new Error("the text is valid");
  return parsed.faults.map(
    ({ message, range: { start } }) => `${start.line}:${start.column} ${message}`,
  );
}

test.each([
  ['{\n  "a": 1,\n}', ['3:1 expected a property name in double quotes, found "}"']],
  ['{"a" 1}', ['1:6 expected ":" behind the property name, found "1"']],
  ["{\r\n  a: 1\r\n}", ['2:3 expected a JSON token, found "a"']],
  ['["b"\n "c"]', ['2:2 expected "," or the end of the object or array, found "\\"c\\""']],
  ['{"a": 1', ['1:8 expected "}", found the end of the file']],
  ["[1", ['1:3 expected "]", found the end of the file']],
  ["", ["1:1 expected a value, found the end of the file"]],
  ["{} {}", ['1:4 expected the end of the file, found "{"']],
  ['{"a": "x', ['1:7 expected the closing quote of a string, found "\\"x"']],
  ["{} // c", ['1:4 expected no comment, found "// c"']],
  ['["\\q"]', ['1:2 expected a valid escape sequence, found "\\"\\\\q\\""']],
  [
    '{\n"a": tru,\n"b": flase\n}',
    ['2:6 expected a JSON token, found "tru"', '3:6 expected a JSON token, found "flase"'],
  ],
])("the text %j is invalid, with its place", (text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test("at most three faults of a text are told", () => {
  expect(faultsOf("[\na,\nb,\nc,\nd]")).toHaveLength(3);
});

test("a byte order mark is passed over, and counts as a column", () => {
  const parsed = parseJson('\uFEFF{"a": 1}');
  expect(parsed).toMatchObject({ ok: true, value: { a: 1 } });
  expect(parsed.ok && parsed.rangeOf("/a")?.start).toEqual({ line: 1, column: 8 });
});

test("a pointer leads to the range of its value", () => {
  const parsed = parseJson('{\n  "a/b": [\n    1, {"c~": "d"}\n  ]\n}');
  if (!parsed.ok) throw new Error("the text is valid");
  expect(parsed.rangeOf("")).toEqual({
    start: { line: 1, column: 1 },
    end: { line: 5, column: 2 },
  });
  expect(parsed.rangeOf("/a~1b/1/c~0")).toEqual({
    start: { line: 3, column: 15 },
    end: { line: 3, column: 18 },
  });
});

test("a pointer to nothing leads to the nearest ancestor", () => {
  const parsed = parseJson('{"a": [1, {"b": 2}]}');
  if (!parsed.ok) throw new Error("the text is valid");
  expect(parsed.rangeOf("/a/1/x/y")).toEqual(parsed.rangeOf("/a/1"));
  expect(parsed.rangeOf("/a/7")).toEqual(parsed.rangeOf("/a"));
  expect(parsed.rangeOf("/toString")).toEqual(parsed.rangeOf(""));
});

test("of equal keys the last counts, in the value and in its place", () => {
  const parsed = parseJson('{"a": 1, "a": 2}');
  expect(parsed).toMatchObject({ value: { a: 2 } });
  expect(parsed.ok && parsed.rangeOf("/a")?.start.column).toBe(15);
});
