import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { runInProcess, snapshotFolder } from "../harness/command.ts";
import { writeProject } from "../harness/project.ts";

const point = { type: "object", properties: { x: { type: "number" } }, required: ["x"] };

let project: string;

beforeEach(async () => {
  project = writeProject({ "a.json": point, "b.json": { type: "string", maxLength: 3 } });
  expect((await runInProcess(project, "generate", "schemas")).code).toBe(0);
});

/** What check says, after which the project is as before. */
async function checked() {
  const before = snapshotFolder(project);
  const outcome = await runInProcess(project, "check", "schemas");
  expect(snapshotFolder(project)).toEqual(before);
  return outcome;
}

describe("check", () => {
  test("exits with 0 where all is as it would be made", async () => {
    expect(await checked()).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^generated\/: \d+ files up to date\n$/u) as string,
      stderr: "",
    });
  });

  test("names a file that was edited by hand, and shows the edit", async () => {
    appendFileSync(path.join(project, "generated/A.ts"), "export const mine = 1;\n");
    const { code, stdout } = await checked();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^changed A\.ts\n/u);
    expect(stdout).toContain("\n  -export const mine = 1;\n");
    expect(stdout).toContain("generated/: 1 changed; schemaloom generate brings it up to date\n");
  });

  test("names a file that is missing", async () => {
    rmSync(path.join(project, "generated/docs/A.md"));
    const { code, stdout } = await checked();
    expect(code).toBe(1);
    expect(stdout).toBe(
      "missing docs/A.md\ngenerated/: 1 missing; schemaloom generate brings it up to date\n",
    );
  });

  test("names a file that is surplus, as its schema is gone", async () => {
    rmSync(path.join(project, "schemas/b.json"));
    const { code, stdout } = await checked();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^surplus B\.ts$/mu);
    expect(stdout).toMatch(/^surplus docs\/B\.md$/mu);
    expect(stdout).toContain(", 4 surplus; schemaloom generate brings it up to date\n");
  });

  test("names a file that is stale, as its schema has changed", async () => {
    writeFileSync(
      path.join(project, "schemas/b.json"),
      JSON.stringify({ type: "string", maxLength: 4 }),
    );
    const { code, stdout } = await checked();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^changed B\.ts\n/mu);
    expect(stdout).toMatch(/^ {2}-.*At most 3 characters/mu);
    expect(stdout).toMatch(/^ {2}\+.*At most 4 characters/mu);
    expect(stdout).not.toContain("A.ts");
  });

  test("leaves a file alone that is none of its own", async () => {
    writeFileSync(path.join(project, "generated/mine.ts"), "");
    expect((await checked()).code).toBe(0);
  });
});
