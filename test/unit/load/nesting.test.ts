import { describe, expect, test } from "vitest";
import { findDeepNesting, mostNesting } from "../../../generator/load/nesting.ts";
import { parseFile } from "../../../generator/load/parse-file.ts";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.ts";

function nested(levels: number): unknown {
  return JSON.parse(`${'{"a":'.repeat(levels - 1)}{}${"}".repeat(levels - 1)}`);
}

function diagnosticsOf(path: string, text: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  parseFile({ path, source: path, text }, (diagnostic) => void found.push(diagnostic));
  return found;
}

describe("the nesting of a value", () => {
  test("is found too deep one level past the limit, and not before", () => {
    expect(findDeepNesting(nested(mostNesting))).toBeUndefined();
    expect(findDeepNesting(nested(mostNesting + 1))).toBe("/a".repeat(mostNesting));
  });

  test("is measured without recursion", () => {
    let value: unknown = [];
    for (let level = 0; level < 1_000_000; level += 1) value = [value];
    expect(findDeepNesting(value)).toBe("/0".repeat(mostNesting));
  });

  test("is measured of what values share as often as it is found deeper, not as often as it is there", () => {
    let value: object = {};
    for (let level = 1; level < mostNesting; level += 1) value = { a: value, b: value };
    expect(findDeepNesting(value)).toBeUndefined();
    expect(findDeepNesting({ c: value })).toHaveLength(2 * mostNesting);
  });
});

describe("a file that is nested too deep", () => {
  test("is refused at its place", () => {
    const text = `{\n"not":${'{"not":'.repeat(300)}true${"}".repeat(301)}`;
    const [diagnostic, ...others] = diagnosticsOf("a.json", text);
    expect(others).toEqual([]);
    expect(diagnostic?.code).toBe("schema-too-deep");
    const { file, pointer = "" } = diagnostic?.location ?? {};
    expect(file?.rangeOf(pointer)?.start).toEqual({ line: 2, column: 7 + 199 * 7 });
  });

  test.each([
    ["JSON", "a.json", "schema-too-deep", "[".repeat(100_000) + "]".repeat(100_000)],
    ["YAML in one line", "a.yaml", "invalid-yaml", "[".repeat(100_000) + "]".repeat(100_000)],
  ])("of %s is refused, however deep", (_, path, code, text) => {
    expect(diagnosticsOf(path, text).map((each) => each.code)).toEqual([code]);
  });
});
