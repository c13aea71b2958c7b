import { expect, test } from "vitest";
import { diagnose } from "../../../generator/diagnostics/diagnose.ts";
import type { SourceFile } from "../../../generator/diagnostics/diagnostic.ts";
import {
  formatDiagnostic,
  formatDiagnostics,
  sortDiagnostics,
} from "../../../generator/diagnostics/format.ts";
import { parseJson } from "../../../generator/load/parse-json.ts";

function sourceFile(path: string, text: string): SourceFile {
  const parsed = parseJson(text);
  return { path, text, rangeOf: parsed.ok ? parsed.rangeOf : () => undefined };
}

const options = { cwd: "/project", color: false };
const seed = sourceFile(
  "/project/schemas/seed.json",
  [
    "{",
    '  "properties": {',
    '    "server": {',
    '      "$ref": "#/Servr"',
    "    }",
    "  }",
    "}",
  ].join("\n"),
);
const dangling = diagnose("dangling-ref", '$ref "#/Servr" has no target', {
  help: "did you mean #/Server?",
  location: { file: seed, pointer: "/properties/server/$ref" },
});

test("a diagnostic shows its place, its text and its help", () => {
  expect(formatDiagnostic(dangling, options)).toBe(
    [
      "error dangling-ref schemas/seed.json:4:15",
      '  $ref "#/Servr" has no target',
      '    2 |   "properties": {',
      '    3 |     "server": {',
      '  > 4 |       "$ref": "#/Servr"',
      "      |               ^^^^^^^^^",
      "    5 |     }",
      "    6 |   }",
      "  help: did you mean #/Server?",
    ].join("\n"),
  );
});

test("a value of several lines is marked where it starts", () => {
  const warning = diagnose("unsatisfiable", "no value is valid", {
    location: { file: seed, pointer: "/properties" },
  });
  expect(formatDiagnostic(warning, options)).toContain(
    '> 2 |   "properties": {\n      |                 ^\n',
  );
});

test("a value that fills its line is marked where it starts", () => {
  const file = sourceFile("/project/a.json", `{ "const": "${"x".repeat(80)}" }`);
  const warning = diagnose("unsatisfiable", "no value is valid", {
    location: { file, pointer: "/const" },
  });
  expect(formatDiagnostic(warning, options)).toMatch(/\n {6}\| {12}\^$/mu);
});

test("a diagnostic without a place has its text alone", () => {
  expect(formatDiagnostic(diagnose("config-not-found", "there is no config"), options)).toBe(
    "error config-not-found\n  there is no config",
  );
});

test("a line too long to read is not shown", () => {
  const file = sourceFile("/project/a.json", `{"a": "${"x".repeat(300)}", "b": 1}`);
  const warning = diagnose("unsatisfiable", "no", { location: { file, pointer: "/b" } });
  expect(formatDiagnostic(warning, options)).toBe("warning unsatisfiable a.json:1:316\n  no");
});

test("line separators in a string do not shift the frame", () => {
  const file = sourceFile("/project/a.json", '{"a": "\u2028\u2028",\n"b": 1}');
  const warning = diagnose("unsatisfiable", "no", { location: { file, pointer: "/b" } });
  expect(formatDiagnostic(warning, options)).toContain('> 2 | "b": 1}');
});

test("colour is used where it is asked for only", () => {
  const colored = formatDiagnostic(dangling, { ...options, color: true });
  expect(colored).toContain("\u001B[");
  expect(formatDiagnostic(dangling, options)).not.toContain("\u001B[");
});

test("diagnostics are sorted by place and counted at the end", () => {
  const warning = diagnose("contradiction", "never", {
    location: { file: seed, pointer: "/properties" },
  });
  const placeless = diagnose("input-not-found", "none");
  const text = formatDiagnostics([dangling, warning, placeless], options);
  expect(text.match(/^(?:error|warning).*/gm)).toEqual([
    "error input-not-found",
    "warning contradiction schemas/seed.json:2:17",
    "error dangling-ref schemas/seed.json:4:15",
  ]);
  expect(text.endsWith("\n\n2 errors, 1 warning")).toBe(true);
});

test("of equal places the code and the message decide", () => {
  const messages = ["b", "a"].map((message) => diagnose("contradiction", message));
  const sorted = sortDiagnostics([...messages, diagnose("ambiguous-ref", "c")]);
  expect(sorted.map(({ message }) => message)).toEqual(["c", "a", "b"]);
});

test("more than ten warnings go without code frames, errors never do", () => {
  const warnings = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      diagnose("contradiction", `never ${index}`, {
        location: { file: seed, pointer: "/properties" },
      }),
    );
  const frames = (count: number) =>
    formatDiagnostics([dangling, ...warnings(count)], options).match(/^ *> \d/gm)?.length;
  expect(frames(10)).toBe(11);
  expect(frames(11)).toBe(1);
});

test("no diagnostics are no text", () => {
  expect(formatDiagnostics([], options)).toBe("");
});
