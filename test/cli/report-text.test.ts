import { describe, expect, test } from "vitest";
import { formatDifferences } from "../../generator/cli/differences.ts";
import { summarizeDifferences, summarizeWrite } from "../../generator/cli/summary.ts";
import type { OutputDifference } from "../../generator/write/compare-output.ts";
import type { Manifest, ManifestEntry } from "../../generator/write/manifest.ts";

const target = { name: undefined, options: { cwd: "/project/here", out: "/project/generated" } };

function manifest(roots: number, definitions: number, failed: number): Manifest {
  const entry = (root: boolean): ManifestEntry => ({
    source: "b.json",
    pointer: "",
    name: "B",
    root,
    module: "B.ts",
    type: "B",
    guard: "isB",
    validator: "validateB",
    docs: "docs/B.md",
    hash: "0",
  });
  const failure = {
    source: "c.json",
    pointer: "",
    error: { code: "dangling-ref", message: "none" },
  };
  return {
    version: 1,
    generator: "schemaloom@0.0.0",
    entries: [...Array<boolean>(roots).fill(true), ...Array<boolean>(definitions).fill(false)].map(
      entry,
    ),
    failed: Array<typeof failure>(failed).fill(failure),
  };
}

function changedFile(path: string, lines: number): OutputDifference {
  const added = Array.from({ length: lines - 1 }, (_, line) => `+line ${line}\n`).join("");
  return {
    kind: "changed",
    path,
    diff: `--- ${path}\n+++ ${path}\n@@ -0,0 +1,${lines - 1} @@\n${added}`,
  };
}

describe("the summary of a write", () => {
  test("counts schemas, not the definitions inside them, and each kind of file that there is", () => {
    const summary = { created: [], changed: ["a", "b", "c"], removed: ["d"], unchanged: 41 };
    expect(summarizeWrite(target, manifest(19, 4, 0), summary)).toBe(
      "../generated/: 19 schemas, 3 files changed, 1 removed, 41 unchanged",
    );
  });

  test("counts what failed, and has a singular", () => {
    const summary = { created: ["a"], changed: [], removed: [], unchanged: 0 };
    const line = summarizeWrite(
      { ...target, options: { ...target.options, cwd: "/project" } },
      manifest(1, 0, 2),
      summary,
    );
    expect(line).toBe("generated/: 1 schema, 2 errors, 1 file created");
  });
});

describe("the summary of a check", () => {
  test("says that all is up to date", () => {
    expect(summarizeDifferences(target, 7, [])).toBe("../generated/: 7 files up to date");
  });

  test("counts each kind of difference that there is", () => {
    const differences: OutputDifference[] = [
      { kind: "missing", path: "a" },
      changedFile("b", 2),
      { kind: "missing", path: "c" },
    ];
    expect(summarizeDifferences(target, 7, differences)).toBe(
      "../generated/: 2 missing, 1 changed; schemaloom generate brings it up to date",
    );
  });
});

describe("differences", () => {
  test("are a line for each file, with the diff below a changed one", () => {
    const differences: OutputDifference[] = [
      { kind: "missing", path: "A.ts" },
      changedFile("B.ts", 2),
      { kind: "surplus", path: "C.ts" },
    ];
    expect(formatDifferences(differences, { color: false })).toBe(
      "missing A.ts\nchanged B.ts\n  @@ -0,0 +1,1 @@\n  +line 0\nsurplus C.ts",
    );
  });

  test("show 40 lines of a diff, and how many more there are", () => {
    const lines = formatDifferences([changedFile("B.ts", 43)], { color: false }).split("\n");
    expect(lines).toHaveLength(42);
    expect(lines.at(-2)).toBe("  +line 38");
    expect(lines.at(-1)).toBe("  … 3 more lines");
  });

  test("show 20 diffs, the other changed files by name alone", () => {
    const files = Array.from({ length: 22 }, (_, file) => changedFile(`${file}.ts`, 2));
    const lines = formatDifferences(files, { color: false }).split("\n");
    expect(lines.slice(-3)).toEqual([
      "changed 20.ts",
      "changed 21.ts",
      "diffs of 2 more changed files not shown",
    ]);
  });
});
