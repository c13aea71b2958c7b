import {
  chmodSync,
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import type * as FileSystem from "node:fs";
import type * as FileSystemPromises from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { writeOutput } from "../../../generator/write/write-output.ts";
import { leftovers, outputOf, readFiles, temporaryFolder, writeFiles } from "./sample-output.ts";
import { messageOf } from "./write-message.ts";

/** Lets a test make an operation of the file system fail. */
interface Faults {
  rename: (from: string, to: string) => Error | undefined;
  link: () => Error | undefined;
  writeFile: (path: string) => Error | undefined;
}

const faults = vi.hoisted((): Faults => ({
  rename: () => undefined,
  link: () => undefined,
  writeFile: () => undefined,
}));

/** An operation that throws first what a test wants it to. */
function failing<Parameters extends unknown[], Result>(
  operation: (...parameters: Parameters) => Result,
  fault: (...parameters: Parameters) => Error | undefined,
) {
  return (...parameters: Parameters): Result => {
    const thrown = fault(...parameters);
    if (thrown !== undefined) throw thrown;
    return operation(...parameters);
  };
}

vi.mock("node:fs/promises", async (importOriginal) => {
  const original = await importOriginal<typeof FileSystemPromises>();
  const rename = failing(original.rename, (from, to) => faults.rename(String(from), String(to)));
  return { ...original, rename: async (...paths: Parameters<typeof rename>) => rename(...paths) };
});

vi.mock("node:fs", async (importOriginal) => {
  const original = await importOriginal<typeof FileSystem>();
  return {
    ...original,
    linkSync: failing(original.linkSync, () => faults.link()),
    writeFileSync: failing(original.writeFileSync, (path) => faults.writeFile(path as string)),
  };
});

function systemError(code: string, errno: number): Error {
  return Object.assign(new Error(`${code}: told by a test`), { code, errno });
}

let parent: string;
let folder: string;

beforeEach(() => {
  faults.rename = () => undefined;
  faults.link = () => undefined;
  faults.writeFile = () => undefined;
  parent = temporaryFolder();
  folder = join(parent, "generated");
});

const first = { "B.ts": "b\n", "a/C.ts": "c\n" };
const second = { "B.ts": "b\n", "D.ts": "d\n" };

test("keeps the time of unchanged files where hard links are not possible", async () => {
  await writeOutput(folder, outputOf(first));
  const path = join(folder, "B.ts");
  utimesSync(path, new Date(1e12), new Date(1e12));
  faults.link = () => systemError("EPERM", -1);
  await writeOutput(folder, outputOf(second));
  expect(readFileSync(path, "utf8")).toBe("b\n");
  expect(statSync(path).mtimeMs).toBe(1e12);
});

describe("a write that fails", () => {
  const before = Object.fromEntries(outputOf(first));
  beforeEach(async () => {
    await writeOutput(folder, outputOf(first));
  });

  test("leaves the old set whole where a file cannot be staged", async () => {
    faults.writeFile = (path) =>
      basename(path) === "D.ts" ? systemError("ENOSPC", -28) : undefined;
    expect(await messageOf(writeOutput(folder, outputOf(second)))).toMatch(
      /: no space left on device$/u,
    );
    expect(readFiles(folder)).toEqual(before);
    expect(leftovers(parent)).toEqual([]);
  });

  test("leaves the old set whole where the old folder cannot be moved away", async () => {
    faults.rename = (from) => (from === folder ? systemError("EBUSY", -16) : undefined);
    expect(await messageOf(writeOutput(folder, outputOf(second)))).toMatch(
      /: resource busy or locked$/u,
    );
    expect(readFiles(folder)).toEqual(before);
    expect(leftovers(parent)).toEqual([]);
  });

  test("puts the old set back where the new one cannot take its place", async () => {
    let failed = false;
    faults.rename = (_, to) => {
      if (to !== folder || failed) return undefined;
      failed = true;
      return systemError("EACCES", -13);
    };
    expect(await messageOf(writeOutput(folder, outputOf(second)))).toMatch(/: permission denied$/u);
    expect(failed).toBe(true);
    expect(readFiles(folder)).toEqual(before);
    expect(leftovers(parent)).toEqual([]);
  });

  test("is mended by the next where the old set could not even be put back", async () => {
    faults.rename = (_, to) => (to === folder ? systemError("EACCES", -13) : undefined);
    await messageOf(writeOutput(folder, outputOf(second)));
    faults.rename = () => undefined;
    expect(await writeOutput(folder, outputOf(first))).toMatchObject({
      unchanged: outputOf(first).size,
    });
    expect(leftovers(parent)).toEqual([]);
  });
});

describe("after a run that was cut off", () => {
  const [retired, staged] = [".generated.schemaloom-old-1", ".generated.schemaloom-new-1"];
  beforeEach(async () => {
    await writeOutput(folder, outputOf(first));
  });

  test("puts back the old folder that no new one replaced, with its foreign files", async () => {
    writeFiles(folder, [["mine.md", "mine\n"]]);
    renameSync(folder, join(parent, retired));
    writeFiles(join(parent, staged), outputOf(second));
    const summary = await writeOutput(folder, outputOf(first));
    expect(summary).toMatchObject({ created: [], changed: [], removed: [] });
    expect(readFiles(folder)).toEqual({
      ...Object.fromEntries(outputOf(first)),
      "mine.md": "mine\n",
    });
    expect(leftovers(parent)).toEqual([]);
  });

  test("removes an unfinished new folder and a replaced old one", async () => {
    writeFiles(join(parent, staged), [["B.ts", "half\n"]]);
    writeFiles(join(parent, ".generated.schemaloom-old-2"), outputOf(second));
    await writeOutput(folder, outputOf(first));
    expect(leftovers(parent)).toEqual([]);
  });

  test("leaves an old folder that was never replaced, where another of its name stands", async () => {
    writeFiles(join(parent, retired), [["mine.md", "mine\n"]]);
    writeFiles(join(parent, staged), [["B.ts", "half\n"]]);
    await writeOutput(folder, outputOf(second));
    expect(readFiles(join(parent, retired))).toEqual({ "mine.md": "mine\n" });
  });

  test("leaves the leftovers of other folders alone", async () => {
    writeFiles(join(parent, ".other.schemaloom-old-1"), [["B.ts", "b\n"]]);
    await writeOutput(folder, outputOf(second));
    expect(leftovers(parent)).toEqual([".other.schemaloom-old-1"]);
  });
});

describe("an output that cannot be written", () => {
  test("says that a file stands where the folder has to be", async () => {
    writeFileSync(folder, "mine\n");
    expect(await messageOf(writeOutput(folder, outputOf(first)))).toBe(
      `The output folder "${folder}" cannot be written: not a directory`,
    );
    expect(readFileSync(folder, "utf8")).toBe("mine\n");
  });

  test("says that a file stands where a folder above it has to be", async () => {
    writeFileSync(folder, "mine\n");
    expect(await messageOf(writeOutput(join(folder, "out"), outputOf(first)))).toMatch(
      /: not a directory$/u,
    );
  });

  test("says that a symbolic link leads to itself", async () => {
    symlinkSync("generated", folder);
    expect(await messageOf(writeOutput(folder, outputOf(first)))).toMatch(
      /: too many symbolic links/u,
    );
  });

  test.skipIf(process.getuid?.() === 0)("leaves a folder that is read-only as it is", async () => {
    await writeOutput(folder, outputOf(first));
    chmodSync(folder, 0o555);
    expect(await messageOf(writeOutput(folder, outputOf(second)))).toMatch(/: permission denied$/u);
    expect(readFiles(folder)).toEqual(Object.fromEntries(outputOf(first)));
    chmodSync(folder, 0o755);
  });

  test("is not one that holds a read-only folder: that stays, and nothing is left over", async () => {
    await writeOutput(folder, outputOf(first));
    writeFiles(folder, [["mine/deep/notes.md", "mine\n"]]);
    for (const path of ["mine/deep", "mine"]) chmodSync(join(folder, path), 0o555);
    await writeOutput(folder, outputOf(second));
    expect(statSync(join(folder, "mine/deep")).mode & 0o777).toBe(0o555);
    expect(leftovers(parent)).toEqual([]);
  });

  test("is the folder that the run was started in, or one above it", async () => {
    for (const path of [process.cwd(), dirname(process.cwd())]) {
      expect(await messageOf(writeOutput(path, outputOf(first)))).toMatch(
        /that the run was started in$/u,
      );
    }
  });
});

test("refuses files that their own manifest does not account for, and writes none", async () => {
  const files = outputOf(first).set("docs/site.css", "");
  await expect(writeOutput(folder, files)).rejects.toThrow(
    "manifest.json does not account for docs/site.css",
  );
  expect(leftovers(parent)).toEqual([]);
  expect(existsSync(folder)).toBe(false);
});
