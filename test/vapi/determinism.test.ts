import fc from "fast-check";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir, userInfo } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { generate } from "../../generator/generate.ts";
import type { GenerateOptions } from "../../generator/options.ts";
import { runCommandWith } from "../harness/command.ts";
import { optionsFor, repository } from "../harness/project.ts";

const schemas = path.join(repository, "schemas/vapi");

/** Every file of a fresh output, by its path, in the order of the paths. */
async function outputOf(options: Partial<GenerateOptions> = {}): Promise<[string, string][]> {
  const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-test-"));
  const whole = optionsFor(folder, {
    inputs: [schemas],
    overlays: [path.join(repository, "schemas/vapi-repairs.overlay.yaml")],
    defaultDialect: "openapi-3.0",
    ...options,
  });
  await generate(whole);
  return filesOf(whole.out);
}

function filesOf(out: string): [string, string][] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file): [string, string] => [path.relative(out, file), readFileSync(file, "utf8")])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

describe("the output of the Vapi schemas", () => {
  let expected: [string, string][];
  beforeAll(async () => {
    expected = await outputOf();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("has a module and a page of each of the 19 schemas", () => {
    const files = expected.map(([file]) => file);
    expect(files.filter((file) => /^\w+DTO\.ts$|^docs\/\w+DTO\.md$/.test(file))).toHaveLength(2);
    expect(files.filter((file) => /^docs\/\w+\.md$/.test(file))).toHaveLength(19);
    expect(files).toEqual(expect.arrayContaining(["manifest.json", "names.lock.json"]));
  });

  test("is the same a second time, on another day", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2040-02-29T12:00:00Z") });
    expect(await outputOf()).toEqual(expected);
  });

  test("is the same whatever the order in which its files are named", async () => {
    const files = readdirSync(schemas).map((file) => path.join(schemas, file));
    const orders = fc.shuffledSubarray(files, { minLength: files.length });
    const property = fc.asyncProperty(orders, async (inputs) => {
      expect(await outputOf({ inputs })).toEqual(expected);
    });
    await fc.assert(property, { numRuns: 4, seed: 20_250_714, endOnFailure: true });
  });

  test("is the same over itself, with the names that it locked", async () => {
    const out = path.join(mkdtempSync(path.join(tmpdir(), "schemaloom-test-")), "generated");
    expect(await outputOf({ out })).toEqual(expected);
    const inputs = readdirSync(schemas).map((file) => path.join(schemas, file));
    expect(await outputOf({ out, inputs: inputs.reverse() })).toEqual(expected);
  });

  test("is the same from another working directory", async () => {
    expect(await outputOf({ cwd: tmpdir() })).toEqual(expected);
  });

  test("is the same from a copy in another folder", async () => {
    const copy = path.join(mkdtempSync(path.join(tmpdir(), "schemaloom-test-")), "copied inputs");
    cpSync(schemas, copy, { recursive: true });
    expect(await outputOf({ inputs: [copy], cwd: copy })).toEqual(expected);
  });

  test.each([
    ["path of the repository", repository],
    ["path of the temporary folder", tmpdir()],
    ["path of the home folder", homedir()],
    // As a path: an account may be called like a word of the output, such as root.
    ["name of the user", `/${userInfo().username}/`],
  ])("holds no %s", (_, text) => {
    expect(expected.filter(([, content]) => content.includes(text))).toEqual([]);
  });

  test("holds no date", () => {
    const date = /\b\d{4}-\d{2}-\d{2}\b|\b\d{2}:\d{2}:\d{2}\b/;
    expect(expected.filter(([, content]) => date.test(content))).toEqual([]);
  });

  /** A project with a copy of the schemas, whose folder has a name. */
  function projectAt(name: string): string {
    const folder = path.join(mkdtempSync(path.join(tmpdir(), "schemaloom-test-")), name);
    cpSync(schemas, path.join(folder, "schemas"), { recursive: true });
    const repairs = "vapi-repairs.overlay.yaml";
    cpSync(path.join(repository, "schemas", repairs), path.join(folder, repairs));
    writeFileSync(path.join(folder, "package.json"), "{}\n");
    return folder;
  }

  const wordsBelow = (folder: string) => [
    "generate",
    path.join(folder, "schemas"),
    ...["--overlay", path.join(folder, "vapi-repairs.overlay.yaml")],
    ...["--default-dialect", "openapi-3.0"],
    ...["--out", path.join(folder, "generated")],
  ];

  function outputOfCommand(folder: string, variables: Readonly<Record<string, string>> = {}) {
    const { code, stderr } = runCommandWith(variables, folder, ...wordsBelow("."));
    expect(code, stderr).toBe(0);
    return filesOf(path.join(folder, "generated"));
  }

  test.each([
    { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" },
    { LC_ALL: "sv_SE.UTF-8", LANG: "sv_SE.UTF-8", TZ: "America/St_Johns" },
    { LC_ALL: "C", LANG: "C", TZ: "UTC" },
  ])("is the same in the locale $LC_ALL and the time zone $TZ", (variables) => {
    expect(outputOfCommand(projectAt("project"), variables)).toEqual(expected);
  });

  test("is the same whatever the order in which folders tell what they hold", () => {
    const folder = projectAt("project");
    const reversing = path.join(folder, "reversing.cjs");
    writeFileSync(
      reversing,
      `const fs = require("node:fs");
const { readdirSync, readdir, promises } = fs;
const { readdir: readdirAsync } = promises;
fs.readdirSync = (...given) => readdirSync(...given).reverse();
promises.readdir = async (...given) => (await readdirAsync(...given)).reverse();
fs.readdir = (...given) => {
  const done = given.pop();
  readdir(...given, (fault, found) => done(fault, found && found.reverse()));
};
require("node:module").syncBuiltinESMExports();
`,
    );
    expect(outputOfCommand(folder, { NODE_OPTIONS: `--require ${reversing}` })).toEqual(expected);
  });

  test.each(["with spaces", "ünï 日本", "#1 & %41", "[a] {b} 'c' (d)", "a?b=c+!d"])(
    "is the same in a folder that is called %s",
    (name) => {
      expect(outputOfCommand(projectAt(name))).toEqual(expected);
    },
  );

  test("is the same through a symbolic link, and by absolute paths from elsewhere", () => {
    const folder = projectAt("project");
    const link = `${folder}-link`;
    symlinkSync(folder, link);
    expect(outputOfCommand(link)).toEqual(expected);
    const other = projectAt("other");
    expect(runCommandWith({}, tmpdir(), ...wordsBelow(other)).code).toBe(0);
    expect(filesOf(path.join(other, "generated"))).toEqual(expected);
  });

  test.for(["20", "22", "24"])("is the same with Node.js %s", (version, { skip }) => {
    const found = spawnSync(
      "npx",
      ["--yes", "--package", `node@${version}`, "--", "node", "-p", "process.execPath"],
      { encoding: "utf8" },
    );
    skip(found.status !== 0, `Node.js ${version} is not here and cannot be fetched`);
    const folder = projectAt("project");
    const words = [path.join(repository, "dist/cli/bin.js"), ...wordsBelow(".")];
    const { status, stderr } = spawnSync(found.stdout.trim(), words, {
      cwd: folder,
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    expect(filesOf(path.join(folder, "generated"))).toEqual(expected);
  });
});
