import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runInProcess, runInProcessWith } from "../harness/command.ts";
import { writeProject } from "../harness/project.ts";

const point = { type: "object", properties: { x: { type: "number" } }, required: ["x"] };
const dangling = { $ref: "#/$defs/none" };
const contradiction = { type: "string", minLength: 2, maxLength: 1 };

function runInActions(cwd: string, ...words: readonly string[]) {
  return runInProcessWith({ environment: { GITHUB_ACTIONS: "true" } }, cwd, ...words);
}

describe("--json", () => {
  test("of generate tells each file that it wrote, and the warnings", async () => {
    const project = writeProject({ "a.json": contradiction });
    const flags = ["--json", "--outputs", "types,guards,docs"];
    const { code, stdout, stderr } = await runInProcess(project, "generate", "schemas", ...flags);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      targets: [
        {
          out: "generated",
          errors: 0,
          isWritten: true,
          schemas: 1,
          created: [
            "A.ts",
            "docs/A.md",
            "index.ts",
            "manifest.json",
            "names.lock.json",
            "runtime.ts",
          ],
          changed: [],
          removed: [],
          unchanged: 0,
        },
      ],
      diagnostics: [
        {
          code: "contradiction",
          severity: "warning",
          message: expect.stringContaining("minLength") as string,
          help: expect.any(String) as string,
          file: "schemas/a.json",
          source: "a.json",
          pointer: "/minLength",
          line: 3,
          column: 16,
        },
      ],
    });
  });

  test("of generate tells which target was left as it was", async () => {
    const project = writeProject({ "a.json": dangling });
    const config = { targets: { one: { inputs: ["schemas"], out: "one" } } };
    writeFileSync(path.join(project, "schemaloom.config.json"), JSON.stringify(config));
    const { code, stdout, stderr } = await runInProcess(project, "generate", "--json");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      targets: [{ target: "one", out: "one", errors: 1, isWritten: false }],
      diagnostics: [{ target: "one", code: "dangling-ref", line: 2 }],
    });
  });

  test("of check tells each difference with its diff", async () => {
    const project = writeProject({ "a.json": point });
    await runInProcess(project, "generate", "schemas");
    rmSync(path.join(project, "generated/A.ts"));
    writeFileSync(path.join(project, "generated/index.ts"), "");
    const { code, stdout } = await runInProcess(project, "check", "schemas", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      targets: [
        {
          isUpToDate: false,
          differences: [
            { kind: "missing", path: "A.ts" },
            {
              kind: "changed",
              path: "index.ts",
              diff: expect.stringContaining("+export") as string,
            },
          ],
        },
      ],
    });
  });

  test.each(["generate", "check", "lint"])(
    "of %s holds what is wrong with the config",
    async (command) => {
      const project = writeProject({ "a.json": point });
      writeFileSync(path.join(project, "schemaloom.config.json"), '{ "input": [] }');
      const { code, stdout, stderr } = await runInProcess(project, command, "--json");
      expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
      expect(JSON.parse(stdout)).toMatchObject({
        version: 1,
        diagnostics: [
          { code: "config-invalid", file: "schemaloom.config.json", pointer: "/input" },
        ],
      });
    },
  );
});

describe("--quiet", () => {
  test("tells nothing where nothing is to be mended", async () => {
    const project = writeProject({ "a.json": contradiction });
    const silence = { code: 0, stdout: "", stderr: "" };
    expect(await runInProcess(project, "generate", "schemas", "--quiet")).toEqual(silence);
    expect(await runInProcess(project, "check", "schemas", "--quiet")).toEqual(silence);
    const plain = writeProject({ "b.json": point });
    expect(await runInProcess(plain, "lint", "schemas", "--quiet")).toEqual(silence);
  });

  test("tells errors, differences, and what lint is run for", async () => {
    const project = writeProject({ "a.json": { ...contradiction, requred: [] } });
    expect((await runInProcess(project, "check", "schemas", "--quiet")).stdout).toContain(
      "missing A.ts",
    );
    const lint = await runInProcess(project, "lint", "schemas", "--quiet");
    expect(lint.stderr).toContain("warning contradiction");
    expect(lint.stdout).toBe(
      "A a.json\n  nobody   requred  no dialect knows it; did you mean required?\n                    /requred\n",
    );
    const faulty = writeProject({ "b.json": dangling });
    expect((await runInProcess(faulty, "generate", "schemas", "--quiet")).stderr).toContain(
      "dangling-ref",
    );
  });
});

describe("in GitHub Actions", () => {
  test("diagnostics are annotations, too", async () => {
    const project = writeProject({ "a,b.json": dangling });
    const { stderr } = await runInActions(project, "generate", "schemas");
    expect(stderr).toContain("error dangling-ref schemas/a,b.json:2:11\n");
    expect(stderr).toMatch(
      /^::error file=schemas\/a%2Cb\.json,line=2,endLine=2,col=11,endColumn=25,title=schemaloom dangling-ref::[^\n]*%0Ahelp: [^\n]*$/mu,
    );
  });

  test("files that are not as they would be made are annotated", async () => {
    const project = writeProject({ "a.json": point });
    expect((await runInActions(project, "check", "schemas")).stderr).toContain(
      "::error file=generated/A.ts,title=schemaloom check::missing; schemaloom generate brings it up to date\n",
    );
  });

  test("--no-annotations keeps them away", async () => {
    const project = writeProject({ "a.json": dangling });
    const { stderr } = await runInActions(project, "generate", "schemas", "--no-annotations");
    expect(stderr).not.toContain("::error");
  });
});
