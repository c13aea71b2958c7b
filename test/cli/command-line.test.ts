import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";

const bin = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));

let cwd: string;

beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), "schemaloom-cli-")));
});

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function schemaloom(words: readonly string[], environment: Record<string, string> = {}): Outcome {
  const { PATH } = process.env;
  const env = { ...(PATH === undefined ? {} : { PATH }), ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd,
    env,
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

function write(path: string, value: unknown): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), typeof value === "string" ? value : JSON.stringify(value));
}

function read(path: string): string {
  return readFileSync(join(cwd, path), "utf8");
}

const point = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  properties: { x: { type: "number" } },
  required: ["x"],
};

const dangling = { ...point, properties: { x: { $ref: "#/$defs/none" } } };

describe("usage", () => {
  test("--version prints the version of the package", () => {
    const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
    const { version } = JSON.parse(text) as { version: string };
    expect(schemaloom(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("--help names the commands, and that of a command its flags", () => {
    const program = schemaloom(["--help"]);
    expect(program.code).toBe(0);
    expect(program.stdout).toMatch(/generate .*\n[^]*check /u);
    const generate = schemaloom(["generate", "--help"]);
    expect(generate.code).toBe(0);
    for (const flag of [
      "--out",
      "--outputs",
      "--config",
      "--overlay",
      "--default-dialect",
      "--keep-going",
    ]) {
      expect(generate.stdout).toContain(flag);
    }
    expect(schemaloom(["check", "--help"]).stdout).not.toContain("--keep-going");
  });

  test.each([
    ["no command", [], "Usage: schemaloom"],
    ["an unknown command", ["generat"], "Did you mean generate?"],
    ["an unknown flag", ["generate", "--outt", "x"], "Did you mean --out?"],
    ["a flag without its value", ["generate", "--out"], "argument missing"],
    [
      "an unknown dialect",
      ["generate", "a.json", "--default-dialect", "draft-5"],
      "Allowed choices are draft-04",
    ],
    ["an unknown output", ["generate", "a.json", "--outputs", "types,doc"], "types, guards, docs"],
    ["no inputs", ["generate"], "no inputs"],
    ["no inputs to check", ["check"], "no inputs"],
    ["a flag that check does not have", ["check", "a.json", "--keep-going"], "unknown option"],
  ])("of %s is wrong: exit 2 and a word on stderr", (_, words, message) => {
    const { code, stdout, stderr } = schemaloom(words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
  });
});

describe("generate", () => {
  test("writes into generated/ and says what it did", () => {
    write("schemas/point.json", point);
    const { code, stdout, stderr } = schemaloom(["generate", "schemas"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^generated\/: 1 schema, \d+ files created\n$/u);
    expect(read("generated/Point.ts")).toContain("isPoint");
  });

  test("says that nothing changed the second time", () => {
    write("schemas/point.json", point);
    schemaloom(["generate", "schemas"]);
    expect(schemaloom(["generate", "schemas"]).stdout).toMatch(
      /^generated\/: 1 schema, \d+ files unchanged\n$/u,
    );
  });

  test("takes inputs and output from the config", () => {
    write("schemas/point.json", point);
    write("schemaloom.config.json", { inputs: ["schemas"], out: "made" });
    expect(schemaloom(["generate"])).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(join(cwd, "made/Point.ts"))).toBe(true);
  });

  test("makes what --outputs names, whatever the config says; check compares just that", () => {
    write("schemas/point.json", point);
    write("schemaloom.config.json", { inputs: ["schemas"], outputs: ["docs"] });
    const words = ["--outputs", "types", "--outputs", "types,guards"];
    expect(schemaloom(["generate", ...words])).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(join(cwd, "generated/Point.ts"))).toBe(true);
    expect(existsSync(join(cwd, "generated/docs"))).toBe(false);
    expect(schemaloom(["check", ...words]).code).toBe(0);
    expect(schemaloom(["check"]).code).toBe(1);
  });

  test("loads a TypeScript config that imports this package", () => {
    write("schemas/point.json", point);
    const text =
      'import { defineConfig } from "schemaloom";\nexport default defineConfig({ inputs: ["schemas"] });\n';
    write("etc/loom.ts", text.replace('"schemas"', '"../schemas"'));
    expect(schemaloom(["generate", "--config", "etc/loom.ts", "--out", "made"])).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(existsSync(join(cwd, "made/Point.ts"))).toBe(true);
  });

  test("exits 1 with the fault on stderr, and leaves the output as it was", () => {
    write("schemas/point.json", point);
    schemaloom(["generate", "schemas"]);
    const before = read("generated/manifest.json");
    write("schemas/bad.json", dangling);
    const { code, stdout, stderr } = schemaloom(["generate", "schemas"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error dangling-ref schemas\/bad\.json:1:\d+\n/u);
    expect(read("generated/manifest.json")).toBe(before);
  });

  test("--keep-going makes the others, lists what failed, and exits 1", () => {
    write("schemas/point.json", point);
    write("schemas/bad.json", dangling);
    const { code, stdout, stderr } = schemaloom(["generate", "schemas", "--keep-going"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^generated\/: 1 schema, 1 error, /u);
    expect(stderr).toContain("dangling-ref");
    expect(JSON.parse(read("generated/manifest.json"))).toMatchObject({
      entries: [{ source: "point.json" }],
      failed: [{ source: "bad.json", error: { code: "dangling-ref" } }],
    });
  });

  test("says that the output cannot be written, and why", () => {
    write("schemas/point.json", point);
    write("generated", "mine\n");
    const { code, stderr } = schemaloom(["generate", "schemas"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error output-unwritable\n.*: not a directory\n/u);
    expect(read("generated")).toBe("mine\n");
  });

  test("says that the config that is named is not there", () => {
    const { code, stderr } = schemaloom(["generate", "--config", "none.json"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error config-not-found\n/u);
  });

  test("writes colours only where it is told to", () => {
    const words = ["generate", "none.json"];
    expect(schemaloom(words).stderr).not.toContain("\u001b[");
    expect(schemaloom(words, { FORCE_COLOR: "1" }).stderr).toContain("\u001b[");
    expect(schemaloom(words, { FORCE_COLOR: "1", NO_COLOR: "1" }).stderr).not.toContain("\u001b[");
  });
});

describe("check", () => {
  beforeEach(() => {
    write("schemas/point.json", point);
    schemaloom(["generate", "schemas"]);
  });

  test("exits 0 where the output is as it would be made", () => {
    const { code, stdout } = schemaloom(["check", "schemas"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^generated\/: \d+ files up to date\n$/u);
  });

  test("exits 1 with the diff of a file that was edited, and writes nothing", () => {
    const edited = read("generated/Point.ts").replaceAll("isPoint", "isDot");
    write("generated/Point.ts", edited);
    const { code, stdout } = schemaloom(["check", "schemas"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^changed Point\.ts\n {2}@@ .*@@\n/u);
    expect(stdout).toMatch(/^ {2}-.*isDot/mu);
    expect(stdout).toMatch(/^ {2}\+.*isPoint/mu);
    expect(stdout).toMatch(
      /\ngenerated\/: 1 changed; schemaloom generate brings it up to date\n$/u,
    );
    expect(read("generated/Point.ts")).toBe(edited);
  });

  test("names files that are missing and those that are no longer made", () => {
    rmSync(join(cwd, "schemas/point.json"));
    write("schemas/line.json", point);
    const { code, stdout } = schemaloom(["check", "schemas"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^missing Line\.ts$/mu);
    expect(stdout).toMatch(/^surplus Point\.ts$/mu);
  });

  test("exits 1 where there is no output yet", () => {
    rmSync(join(cwd, "generated"), { recursive: true });
    const { code, stdout } = schemaloom(["check", "schemas"]);
    expect(code).toBe(1);
    expect(stdout).toContain("missing Point.ts");
    expect(existsSync(join(cwd, "generated"))).toBe(false);
  });
});
