import fc from "fast-check";
import { cpSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { homedir, tmpdir, userInfo } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { generate } from "../../generator/generate.ts";
import type { GenerateOptions } from "../../generator/options.ts";
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
  return readdirSync(whole.out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file): [string, string] => [path.relative(whole.out, file), readFileSync(file, "utf8")])
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
});
