import { readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { build, check, generate, lint } from "../../generator/generate.ts";
import { runInProcess, snapshotFolder } from "../harness/command.ts";
import { optionsFor, writeProject, writeText } from "../harness/project.ts";

const old = { $defs: { "part!": { type: "string" } } };
const grown = { $defs: { part: { type: "number" }, "part!": { type: "string" } } };

let folder: string;

beforeEach(async () => {
  folder = writeProject({ "a.json": old });
  await generate(optionsFor(folder));
});

function write(file: string, content: unknown): void {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
  writeText(path.join(folder, file), text);
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), "utf8");
}

function lockedNames(): unknown {
  return (JSON.parse(read("generated/names.lock.json")) as { names: unknown }).names;
}

const kept = {
  "a.json#": "A",
  "a.json#/$defs/part": "APart",
  "a.json#/$defs/part!": "Part",
};
const byRule = { ...kept, "a.json#/$defs/part": "Part", "a.json#/$defs/part!": "APart" };

describe("the lock of names of an output", () => {
  test("is part of it, and keeps each name when schemas are added", async () => {
    expect(lockedNames()).toEqual({ "a.json#": "A", "a.json#/$defs/part!": "Part" });
    write("schemas/a.json", grown);
    const { summary } = await generate(optionsFor(folder));
    expect(summary.changed).toContain("names.lock.json");
    expect(lockedNames()).toEqual(kept);
    expect(read("generated/A.ts")).toContain("export type Part = string;");
    expect(read("generated/A.ts")).toContain("export type APart = number;");
    const again = await generate(optionsFor(folder));
    expect(again.summary).toMatchObject({ created: [], changed: [], removed: [] });
  });

  test("is obeyed by build, check and lint, and a difference where it is stale", async () => {
    write("schemas/a.json", grown);
    const { files } = await build(optionsFor(folder));
    expect(files.get("A.ts")).toContain("export type Part = string;");
    const { differences } = await check(optionsFor(folder));
    expect(differences.map(({ kind, path: file }) => `${kind} ${file}`)).toContain(
      "changed names.lock.json",
    );
    const { schemas } = await lint(optionsFor(folder));
    expect(schemas.map(({ name, pointer }) => `${pointer} ${name}`)).toContain("/$defs/part! Part");
    await generate(optionsFor(folder));
    expect(await check(optionsFor(folder))).toMatchObject({ differences: [] });
  });

  test("may be all of it that version control keeps", async () => {
    const lock = read("generated/names.lock.json");
    rmSync(path.join(folder, "generated"), { recursive: true });
    write("generated/names.lock.json", lock);
    write("schemas/a.json", grown);
    await generate(optionsFor(folder));
    expect(lockedNames()).toEqual(kept);
  });

  test("is missed by check, and rules alone give the names without it", async () => {
    rmSync(path.join(folder, "generated/names.lock.json"));
    const { differences } = await check(optionsFor(folder));
    expect(differences).toEqual([{ kind: "missing", path: "names.lock.json" }]);
    write("schemas/a.json", grown);
    await generate(optionsFor(folder));
    expect(lockedNames()).toEqual(byRule);
  });

  test("is found again after a run that ended in the middle of its work", async () => {
    renameSync(
      path.join(folder, "generated"),
      path.join(folder, ".generated.schemaloom-old-1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"),
    );
    write("schemas/a.json", grown);
    await generate(optionsFor(folder));
    expect(lockedNames()).toEqual(kept);
  });

  test("keeps the names of what could not be made", async () => {
    write("schemas/a.json", grown);
    write("schemas/b.json", { $defs: { gone: {} } });
    await generate(optionsFor(folder));
    write("schemas/a.json", "{ ]");
    write("schemas/b.json", {});
    await generate(optionsFor(folder, { keepGoing: true }));
    expect(lockedNames()).toEqual({ ...kept, "b.json#": "B" });
  });
});

test("a namespace that another folder has taken meanwhile is not locked twice", async () => {
  write("schemas/aB/it.json", {});
  await generate(optionsFor(folder));
  write("schemas/aB/it.json", "{ ]");
  write("schemas/a-b/it.json", {});
  await generate(optionsFor(folder, { keepGoing: true }));
  expect(lockedNames()).toMatchObject({ "a-b/": "aB", "aB/it.json#": "It" });
  write("schemas/aB/it.json", {});
  await generate(optionsFor(folder));
  expect(lockedNames()).toMatchObject({ "a-b/": "aB", "aB/": "aB2" });
});

describe("generate with a faulty lock of names exits 1 and writes nothing,", () => {
  async function stderrOf(lock: string, ...words: readonly string[]): Promise<string> {
    write("generated/names.lock.json", lock);
    const before = snapshotFolder(path.join(folder, "generated"));
    const { code, stdout, stderr } = await runInProcess(folder, "generate", "schemas", ...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(snapshotFolder(path.join(folder, "generated"))).toEqual(before);
    return stderr;
  }

  test("one that a merge has left its marks in", async () => {
    const lock = read("generated/names.lock.json").replace("    ", "<<<<<<< HEAD\n    ");
    const stderr = await stderrOf(lock, "--keep-going");
    expect(stderr).toMatch(/^error names-lock-invalid generated\/names\.lock\.json:4:1\n/u);
    expect(stderr).toContain(
      "help: where a merge has left its marks, take the lines of both sides",
    );
  });

  test("one that has one name for two schemas", async () => {
    write("schemas/a.json", grown);
    const lock = read("generated/names.lock.json").replace(
      '"A",',
      '"A",\n    "a.json#/$defs/part": "Part",',
    );
    const stderr = await stderrOf(lock, "--keep-going");
    expect(stderr).toMatch(/^error names-lock-invalid generated\/names\.lock\.json:\d+:\d+\n/u);
    expect(stderr).toContain(
      "two schemas of one module have the name Part: a.json#/$defs/part and a.json#/$defs/part!",
    );
    expect(stderr).toContain("help: remove the line of the one whose name nobody uses yet");
  });
});
