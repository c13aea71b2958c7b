import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DiagnosticsError } from "../../../generator/diagnostics/diagnostic.ts";
import { compareOutput } from "../../../generator/write/compare-output.ts";
import { outputOf, readFiles, temporaryFolder, writeFiles } from "./sample-output.ts";

function written(modules: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  writeFiles(folder, outputOf(modules));
  return folder;
}

test("finds nothing in an output that is as it would be made", async () => {
  const folder = written({ "B.ts": "b\n" });
  expect(await compareOutput(folder, outputOf({ "B.ts": "b\n" }))).toEqual([]);
});

test("takes every file of a folder that does not exist for missing", async () => {
  const files = outputOf({ "B.ts": "b\n" });
  const differences = await compareOutput(join(temporaryFolder(), "none"), files);
  expect(differences).toEqual([...files.keys()].sort().map((path) => ({ kind: "missing", path })));
});

test("shows a changed file as a unified diff from what stands to what would be made", async () => {
  const folder = written({ "B.ts": "one\ntwo\nthree\n" });
  const differences = await compareOutput(folder, outputOf({ "B.ts": "one\n2\nthree\n" }));
  expect(differences).toEqual([
    {
      kind: "changed",
      path: "B.ts",
      diff: "--- B.ts\n+++ B.ts\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n",
    },
  ]);
});

test("takes what the manifest names and is no longer made for surplus", async () => {
  const folder = written({ "B.ts": "b\n", "C.ts": "c\n" });
  const differences = await compareOutput(folder, outputOf({ "B.ts": "b\n" }));
  expect(differences.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    "surplus C.ts",
    "surplus docs/C.md",
    "changed manifest.json",
  ]);
});

test("passes over files that are not the generator's own", async () => {
  const folder = written({ "B.ts": "b\n" });
  writeFiles(folder, [["notes.md", "mine\n"]]);
  expect(await compareOutput(folder, outputOf({ "B.ts": "b\n" }))).toEqual([]);
});

test("shows a foreign file in the place of a made one as changed", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, [["index.ts", "mine\n"]]);
  const differences = await compareOutput(folder, outputOf({}));
  expect(differences.find(({ path }) => path === "index.ts")?.kind).toBe("changed");
});

test("does not compute a minimal diff of files that have nothing in common", async () => {
  const lines = (word: string): string => `${word}\n`.repeat(5000);
  const folder = written({ "B.ts": lines("old") });
  const [difference] = await compareOutput(folder, outputOf({ "B.ts": lines("new") }));
  expect(difference).toMatchObject({
    diff: expect.stringContaining("More than 2000 lines differ") as string,
  });
});

test("touches nothing", async () => {
  const folder = written({ "B.ts": "b\n", "C.ts": "c\n" });
  const before = readFiles(folder);
  await compareOutput(folder, outputOf({ "D.ts": "d\n" }));
  expect(readFiles(folder)).toEqual(before);
});

test("says why an output cannot be read", async () => {
  const path = join(temporaryFolder(), "file");
  writeFileSync(path, "");
  const fault = await compareOutput(path, outputOf({})).catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(DiagnosticsError);
  expect((fault as DiagnosticsError).message).toMatch(/cannot be read: not a directory$/u);
  rmSync(path);
});
