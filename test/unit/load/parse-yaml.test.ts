import { expect, test } from "vitest";
import { parseYaml } from "../../../generator/load/parse-yaml.ts";

function valueOf(text: string): unknown {
  const parsed = parseYaml(text);
  if (!parsed.ok) throw new Error(parsed.faults.map(({ message }) => message).join("\n"));
  return parsed.value;
}

function faultsOf(text: string): string[] {
  const parsed = parseYaml(text);
  if (parsed.ok) throw new Error("the text is valid");
  return parsed.faults.map(
    ({ message, range: { start } }) => `${start.line}:${start.column} ${message}`,
  );
}

test.each([
  ["a: .nan", "1:4 .nan is no number of JSON"],
  ["a:\n  - -.inf", "2:5 -.inf is no number of JSON"],
  ["a: 1\na: 2", "2:1 the mapping has this key twice"],
  ["a: 1\n---\nb: 2", "2:1 the file holds more than one YAML document"],
  ["? [1]\n: 2", "1:3 the key of a mapping is not a plain scalar"],
  ["a: !!binary aGk=", "1:4 unresolved tag: tag:yaml.org,2002:binary"],
  ["a: !!timestamp 2020-01-01", "1:4 unresolved tag: tag:yaml.org,2002:timestamp"],
  ["a: *nope", "1:4 alias *nope has no anchor before it"],
  ["a: &x\n  b: *x", "2:6 alias *x stands inside the value that it stands for"],
  ["a: 'x", "1:6 missing closing 'quote"],
  ["a:\n  <<: 3", "2:7 what << merges is not a mapping"],
  ["a: &x [1]\nb:\n  <<: *x", "3:7 what << merges is not a mapping"],
])("the text %j is invalid, with its place", (text, fault) => {
  expect(faultsOf(text)).toEqual([fault]);
});

test("every fault of a text is told", () => {
  expect(faultsOf("a: .nan\nb: .inf")).toHaveLength(2);
});

test("aliases that unfold to too much are a fault", () => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const item = level === 0 ? "x" : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array.from({ length: 9 }, () => item).join(", ")}]`;
  });
  expect(faultsOf(levels.join("\n"))).toEqual(["1:1 the aliases unfold to too large a value"]);
});

test("the core schema decides what a plain scalar is", () => {
  expect(valueOf("[1, 1.5, 0x10, true, yes, null, ~, 2020-01-01, '1']")).toEqual([
    1,
    1.5,
    16,
    true,
    "yes",
    null,
    null,
    "2020-01-01",
    "1",
  ]);
});

test("keys are strings as they are written", () => {
  expect(valueOf("200: a\nnull: b\n1.0: c\ntrue: d\n__proto__: e")).toEqual(
    JSON.parse('{"200":"a","null":"b","1.0":"c","true":"d","__proto__":"e"}'),
  );
});

test("anchors and merge keys are unfolded", () => {
  expect(valueOf("x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  b: 3\nz: *x")).toEqual({
    x: { a: 1, b: 2 },
    y: { a: 1, b: 3 },
    z: { a: 1, b: 2 },
  });
});

test("a pointer leads to the range of its value, through aliases and merge keys", () => {
  const parsed = parseYaml("x: &x\n  a: 1\ny:\n  <<: *x\n  b:\n    - 2\n    - c: three\n  200:\n");
  if (!parsed.ok) throw new Error("the text is valid");
  expect(parsed.rangeOf("/y/b/1/c")).toEqual({
    start: { line: 7, column: 10 },
    end: { line: 7, column: 15 },
  });
  expect(parsed.rangeOf("/y/a")?.start).toEqual({ line: 2, column: 6 });
  expect(parsed.rangeOf("/y/b/0/none")?.start).toEqual({ line: 6, column: 7 });
  expect(parsed.rangeOf("/y/200")?.start.line).toBe(8);
});

test("an anchor is used as often as a schema likes", () => {
  const uses = Array.from({ length: 500 }, (_, index) => `p${index}: *x`);
  expect(valueOf(["x: &x { type: string }", ...uses].join("\n"))).toHaveProperty("p499", {
    type: "string",
  });
});
