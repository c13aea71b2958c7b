import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runInProcess, snapshotFolder } from "../harness/command.ts";
import { writeProject } from "../harness/project.ts";

const point = { type: "object", properties: { x: { type: "number" } }, required: ["x"] };

test("--dry-run lists each file to create, change and remove, and writes nothing", async () => {
  const project = writeProject({ "a.json": point, "b.json": point });
  await runInProcess(project, "generate", "schemas");
  rmSync(path.join(project, "schemas/b.json"));
  writeFileSync(path.join(project, "schemas/c.json"), JSON.stringify(point));
  const before = snapshotFolder(project);
  const { code, stdout, stderr } = await runInProcess(project, "generate", "schemas", "--dry-run");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(
    [
      "remove generated/B.ts",
      "create generated/C.ts",
      "remove generated/docs/B.html",
      "remove generated/docs/B.md",
      "create generated/docs/C.html",
      "create generated/docs/C.md",
      "change generated/docs/index.html",
      "remove generated/docs/site/guards/B.js",
      "create generated/docs/site/guards/C.js",
      "change generated/docs/site/navigation.js",
      "change generated/docs/site/search-index.js",
      "change generated/index.ts",
      "change generated/manifest.json",
      "change generated/names.lock.json",
      "generated/: 2 schemas, 4 files to create, 6 to change, 4 to remove, 15 unchanged; nothing was written",
      "",
    ].join("\n"),
  );
  expect(snapshotFolder(project)).toEqual(before);
});

test("--dry-run --json tells what generate --json then does", async () => {
  const project = writeProject({ "a.json": point });
  const { code, stdout } = await runInProcess(
    project,
    "generate",
    "schemas",
    "--dry-run",
    "--json",
  );
  expect(code).toBe(0);
  expect(existsSync(path.join(project, "generated"))).toBe(false);
  const told = JSON.parse(stdout) as { targets: [object] };
  const done = JSON.parse(
    (await runInProcess(project, "generate", "schemas", "--json")).stdout,
  ) as {
    targets: [object];
  };
  expect(told).toEqual({
    ...done,
    dryRun: true,
    targets: [{ ...done.targets[0], isWritten: false }],
  });
  expect(done).toMatchObject({ targets: [{ isWritten: true }] });
});

test("--dry-run of what is up to date says so, and --quiet nothing", async () => {
  const project = writeProject({ "a.json": point });
  await runInProcess(project, "generate", "schemas");
  expect((await runInProcess(project, "generate", "schemas", "--dry-run")).stdout).toBe(
    "generated/: 1 schema, 21 files unchanged; nothing was written\n",
  );
  expect(await runInProcess(project, "generate", "schemas", "--dry-run", "--quiet")).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
});

test("--dry-run exits with 1 for what generate would refuse, and with 2 beside stdin", async () => {
  const project = writeProject({ "a.json": { $ref: "#/$defs/none" } });
  const faulty = await runInProcess(project, "generate", "schemas", "--dry-run");
  expect(faulty.code).toBe(1);
  expect(faulty.stderr).toContain("error dangling-ref");
  const foreign = writeProject({ "a.json": point, "../generated/A.ts": "mine" });
  const refused = await runInProcess(foreign, "generate", "schemas", "--dry-run");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("error output-unwritable");
  expect((await runInProcess(project, "generate", "-", "--dry-run")).code).toBe(2);
});
