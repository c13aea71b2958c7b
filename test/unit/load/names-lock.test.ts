import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { DiagnosticsError, locationRange } from "../../../generator/diagnostics/diagnostic.ts";
import { parseNamesLock, readNamesLock } from "../../../generator/load/names-lock.ts";
import { serializeNamesLock } from "../../../generator/write/names-lock.ts";

/** What is said of a text that is no lock, with the line and the column. */
function faultsOf(...lines: readonly string[]): readonly string[] {
  const parsed = parseNamesLock("/names.lock.json", lines.join("\n"));
  if (parsed.ok) return [];
  return parsed.faults.map(({ code, message, help, location }) => {
    expect(code).toBe("names-lock-invalid");
    expect(help).not.toBe("");
    const start = location && locationRange(location)?.start;
    return `${start?.line ?? "-"}:${start?.column ?? "-"} ${message}`;
  });
}

describe("a lock of names", () => {
  test("is a line a name, in the order of the keys", () => {
    const names = new Map([
      ["b.json#", "B"],
      ["a.json#/$defs/é", "É"],
      ["a.json#", "A"],
    ]);
    const text = serializeNamesLock(names);
    expect(text).toBe(`{
  "version": 1,
  "names": {
    "a.json#": "A",
    "a.json#/$defs/é": "É",
    "b.json#": "B"
  }
}
`);
    for (const each of [text, `\uFEFF${text.replaceAll("\n", "\r\n")}`]) {
      const parsed = parseNamesLock("/names.lock.json", each);
      expect(parsed.ok && parsed.lock.names).toEqual(names);
    }
  });

  test("may be empty, and need not be there", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-test-"));
    expect(readNamesLock(folder).names.size).toBe(0);
    expect(readNamesLock(path.join(folder, "none")).names.size).toBe(0);
    expect(faultsOf(serializeNamesLock(new Map()))).toEqual([]);
  });

  test("may hold one line of a schema twice", () => {
    expect(faultsOf('{ "version": 1, "names": { "a#": "A", "a#": "A" } }')).toEqual([]);
  });
});

describe("a fault of a lock of names has its place", () => {
  test("where a merge has left its marks", () => {
    expect(faultsOf("{", '  "version": 1,', '  "names": {', "<<<<<<< HEAD", "  }", "}")).toEqual([
      expect.stringMatching(/^4:1 expected /),
    ]);
  });

  test.each([
    ["an array", "[]"],
    ["another version", '{ "version": 2, "names": {} }'],
    ["no names", '{ "version": 1 }'],
    ["names in a list", '{ "version": 1, "names": ["A"] }'],
    ["another tool's keys", '{ "version": 1, "names": {}, "packages": {} }'],
  ])("where it is %s", (_, text) => {
    expect(faultsOf(text)).toEqual(["1:1 the file is no lock of names of version 1"]);
  });

  test("where a name is none", () => {
    const lines = ['{ "version": 1, "names": {', '  "a#": "not a name",', '  "b#/x": 3', "} }"];
    expect(faultsOf(...lines)).toEqual(['2:9 "not a name" is no name', "3:11 3 is no name"]);
  });

  test("where one schema has two names", () => {
    const lines = ['{ "version": 1, "names": {', '  "a#/x": "X",', '  "a#/x": "AX"', "} }"];
    expect(faultsOf(...lines)).toEqual(['3:3 one schema has two names: a#/x is "X" and "AX"']);
  });

  test("where it cannot be read", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-test-"));
    mkdirSync(path.join(folder, "names.lock.json"));
    expect(() => readNamesLock(folder)).toThrow(DiagnosticsError);
    expect(() => readNamesLock(folder)).toThrow(/^the file cannot be read: /);
  });
});
