import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runInProcess } from "../harness/command.ts";
import { writeProject, writeText } from "../harness/project.ts";

/** A project whose one input refers to files, beside a folder `common` that is none of the inputs. */
function projectOf(references: readonly string[]): string {
  const folder = writeProject({
    "a.json": { anyOf: references.map(($ref) => ({ $ref })) },
  });
  writeText(path.join(folder, "common/b.json"), '{ "type": "string" }');
  writeText(path.join(folder, ".env"), "PASSWORD=hunter2");
  symlinkSync(path.join(folder, ".env"), path.join(folder, "schemas/link.txt"));
  return folder;
}

function modulesOf(folder: string): readonly string[] {
  const text = readFileSync(path.join(folder, "generated/manifest.json"), "utf8");
  const { entries } = JSON.parse(text) as { entries: readonly { module: string }[] };
  return entries.map(({ module }) => module);
}

describe("a reference out of the folders of the inputs", () => {
  test.each([
    ["by ..", "../.env"],
    ["by .. that is escaped", "%2e%2e/.env"],
    ["by a path that begins at the root", "/etc/passwd"],
    ["by a file URL", "file:///etc/passwd"],
    ["by a link", "link.txt"],
  ])("%s is told at its place, and nothing of the file is shown", async (_, reference) => {
    const folder = projectOf([reference]);
    const { code, stdout, stderr } = await runInProcess(folder, "generate", "schemas");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error outside-roots schemas\/a\.json:4:15$/m);
    expect(stderr).toContain(`$ref "${reference}" leads`);
    expect(stderr).toContain("out of the folders of the inputs, to ");
    expect(stderr).toContain('"references": { "folders": [');
    expect(stdout + stderr).not.toMatch(/hunter2|root:/);
  });

  test("is followed where the config allows its folder, which makes modules of what it needs", async () => {
    const folder = projectOf(["../common/b.json"]);
    writeText(path.join(folder, "common/unused.json"), "{}");
    const config = { inputs: ["schemas"], references: { folders: ["common"] } };
    writeText(path.join(folder, "schemaloom.config.json"), JSON.stringify(config));
    expect(await runInProcess(folder, "generate")).toMatchObject({ code: 0, stderr: "" });
    expect(modulesOf(folder)).toEqual(["A.ts", "B.ts"]);
    expect(await runInProcess(folder, "check")).toMatchObject({ code: 0 });
  });

  test("is followed where the command line does, from the folder of the run", async () => {
    const folder = projectOf(["../common/b.json"]);
    const words = [".", "--out", "../generated", "--references", "../common"];
    const run = await runInProcess(path.join(folder, "schemas"), "generate", ...words);
    expect(run).toMatchObject({ code: 0 });
    expect(modulesOf(folder)).toEqual(["A.ts", "B.ts"]);
  });
});
