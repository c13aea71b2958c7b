import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { runInProcess, snapshotFolder } from "../harness/command.ts";
import { writeProject } from "../harness/project.ts";

const point = { type: "object", properties: { x: { type: "number" } }, required: ["x"] };
const dangling = { $ref: "#/$defs/none" };
const contradiction = { type: "string", minLength: 2, maxLength: 1 };

let project: string;

function writeConfig(config: unknown): void {
  const text = JSON.stringify(config, null, 2);
  writeFileSync(path.join(project, "schemaloom.config.json"), text);
}

function read(file: string): string {
  return readFileSync(path.join(project, file), "utf8");
}

beforeEach(() => {
  project = writeProject({ "one/point.json": point, "two/line.json": point });
  writeConfig({
    targets: {
      one: { inputs: ["schemas/one"], out: "one" },
      two: { inputs: ["schemas/two"], out: "two", outputs: ["types"] },
    },
  });
});

describe("generate", () => {
  test("makes every target, and names each in its summary", async () => {
    const { code, stdout, stderr } = await runInProcess(project, "generate");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^\[one\] one\/: 1 schema, .*\n\[two\] two\/: 1 schema, .*\n$/u);
    expect(read("one/Point.ts")).toContain("isPoint");
    expect(read("two/Line.ts")).not.toContain("isLine");
  });

  test("--target makes the ones that are named", async () => {
    expect((await runInProcess(project, "generate", "--target", "two")).code).toBe(0);
    expect(existsSync(path.join(project, "one"))).toBe(false);
    expect(existsSync(path.join(project, "two/Line.ts"))).toBe(true);
  });

  test("leaves a target with errors as it was, makes the others, tells all errors and exits 1", async () => {
    await runInProcess(project, "generate");
    const before = snapshotFolder(path.join(project, "one"));
    writeFileSync(path.join(project, "schemas/one/bad.json"), JSON.stringify(dangling));
    writeFileSync(path.join(project, "schemas/two/bad.json"), JSON.stringify(contradiction));
    const { code, stdout, stderr } = await runInProcess(project, "generate");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /error dangling-ref schemas\/one[^]*warning contradiction schemas\/two/u,
    );
    expect(stderr).toContain("1 error, 1 warning\n");
    expect(stdout).toMatch(/^\[one\] one\/: left as it is, for 1 error\n\[two\] two\/: 2 schemas/u);
    expect(snapshotFolder(path.join(project, "one"))).toEqual(before);
    expect(existsSync(path.join(project, "two/Bad.ts"))).toBe(true);
  });

  test("tells once what two targets have to say alike", async () => {
    writeFileSync(path.join(project, "schemas/one/bad.json"), JSON.stringify(contradiction));
    const inputs = ["schemas/one"];
    writeConfig({ targets: { a: { inputs, out: "a" }, b: { inputs, out: "b" } } });
    expect(
      (await runInProcess(project, "generate")).stderr.match(/warning contradiction/gu),
    ).toHaveLength(1);
  });

  test.each([
    ["--out for several targets", ["--out", "x"], "choose one of one, two by --target"],
    ["a misspelt target", ["--target", "tow"], 'did you mean "two"?'],
  ])("%s is wrong usage, and nothing is written", async (_, words, message) => {
    const { code, stdout, stderr } = await runInProcess(project, "generate", ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(existsSync(path.join(project, "one"))).toBe(false);
  });

  test("points at the folder that two targets would share", async () => {
    writeConfig({ inputs: ["schemas"], targets: { a: { out: "x" }, b: { out: "x" } } });
    const { code, stderr } = await runInProcess(project, "generate");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error config-invalid schemaloom\.config\.json:10:14\n/u);
    expect(stderr).toContain('The output folder of the target "b" is that of "a"');
  });
});

test("no target takes for its input what another has made", async () => {
  const inputs = [".", "!package.json"];
  writeConfig({ targets: { a: { inputs, out: "a" }, b: { inputs, out: "b" } } });
  await runInProcess(project, "generate");
  writeFileSync(path.join(project, "b/more.json"), "{");
  expect(await runInProcess(project, "generate")).toMatchObject({ code: 0, stderr: "" });
  expect(await runInProcess(project, "check")).toMatchObject({ code: 0, stderr: "" });
});

describe("check and lint", () => {
  test("check exits 1 where one target is not as it would be made, and tells which", async () => {
    await runInProcess(project, "generate");
    expect(await runInProcess(project, "check")).toMatchObject({ code: 0, stderr: "" });
    writeFileSync(path.join(project, "two/Line.ts"), "");
    const { code, stdout } = await runInProcess(project, "check");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\[one\] one\/: \d+ files up to date\nchanged Line\.ts\n/u);
    expect(stdout).toMatch(/^\[two\] two\/: 1 changed; schemaloom generate brings/mu);
    expect((await runInProcess(project, "check", "--target", "one")).code).toBe(0);
  });

  test("lint reports on each target", async () => {
    const { code, stdout } = await runInProcess(project, "lint");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\[one\]\n1 schema[^]*\[two\]\n1 schema/u);
  });
});
