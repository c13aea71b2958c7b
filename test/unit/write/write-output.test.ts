import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { writeOutput } from "../../../generator/write/write-output.ts";
import { leftovers, outputOf, readFiles, temporaryFolder, writeFiles } from "./sample-output.ts";
import { messageOf } from "./write-message.ts";

let parent: string;
let folder: string;

beforeEach(() => {
  parent = temporaryFolder();
  folder = join(parent, "generated");
});

const first = { "B.ts": "b\n", "a/C.ts": "c\n" };
const second = { "B.ts": "b\n", "D.ts": "d\n" };

describe("a first write", () => {
  test("makes the folder, and those above it, with every file", async () => {
    const deep = join(parent, "x/y/generated");
    const files = outputOf(first);
    const summary = await writeOutput(deep, files);
    expect(readFiles(deep)).toEqual(Object.fromEntries(files));
    expect(summary).toEqual({
      created: [...files.keys()].sort(),
      changed: [],
      removed: [],
      unchanged: 0,
    });
    expect(readdirSync(dirname(deep))).toEqual(["generated"]);
  });

  test("keeps what stands in the folder", async () => {
    writeFiles(folder, [["notes/mine.md", "mine\n"]]);
    await writeOutput(folder, outputOf(first));
    expect(readFiles(folder)).toEqual({
      ...Object.fromEntries(outputOf(first)),
      "notes/mine.md": "mine\n",
    });
  });

  test("refuses to overwrite a file that is not the generator's own, and names it", async () => {
    writeFiles(folder, [["index.ts", "mine\n"]]);
    expect(await messageOf(writeOutput(folder, outputOf(first)))).toMatch(
      /not the generator's own.*: index\.ts$/u,
    );
    expect(readFiles(folder)).toEqual({ "index.ts": "mine\n" });
    expect(leftovers(parent)).toEqual([]);
  });

  test("refuses to overwrite another tool's manifest.json", async () => {
    writeFiles(folder, [["manifest.json", "{}\n"]]);
    expect(await messageOf(writeOutput(folder, outputOf(first)))).toContain(": manifest.json");
  });

  test("takes over a foreign file that is already as it would be made", async () => {
    writeFiles(folder, [["index.ts", "index\n"]]);
    expect(await writeOutput(folder, outputOf(first))).toMatchObject({ unchanged: 1 });
  });

  test.each([
    ["a file where a folder has to be", "a", "a"],
    ["a folder where a file has to be", "B.ts/mine.md", "B\\.ts/mine\\.md"],
  ])("refuses to replace %s", async (_, path, named) => {
    writeFiles(folder, [[path, "mine\n"]]);
    expect(await messageOf(writeOutput(folder, outputOf(first)))).toMatch(
      new RegExp(`: ${named}$`, "u"),
    );
    expect(readFiles(folder)).toEqual({ [path]: "mine\n" });
  });
});

describe("a further write", () => {
  beforeEach(async () => {
    await writeOutput(folder, outputOf(first));
  });

  test("touches nothing where nothing changes", async () => {
    const inodes = (): unknown[] =>
      [parent, folder, join(folder, "a"), join(folder, "B.ts"), join(folder, "manifest.json")].map(
        (path) => {
          const { ino, mtimeMs, ctimeMs } = statSync(path);
          return { ino, mtimeMs, ctimeMs };
        },
      );
    const before = inodes();
    const summary = await writeOutput(folder, outputOf(first));
    expect(inodes()).toEqual(before);
    expect(summary).toEqual({
      created: [],
      changed: [],
      removed: [],
      unchanged: outputOf(first).size,
    });
  });

  test("creates, changes and removes what differs, and says so", async () => {
    const summary = await writeOutput(folder, outputOf(second));
    expect(readFiles(folder)).toEqual(Object.fromEntries(outputOf(second)));
    expect(summary).toEqual({
      created: ["D.ts", "docs/D.md"],
      changed: ["manifest.json"],
      removed: ["a/C.ts", "docs/a/C.md"],
      unchanged: 5,
    });
    expect(leftovers(parent)).toEqual([]);
  });

  test("keeps inode and time of unchanged files", async () => {
    const path = join(folder, "B.ts");
    utimesSync(path, new Date(1e12), new Date(1e12));
    const { ino } = statSync(path);
    await writeOutput(folder, outputOf(second));
    expect(statSync(path)).toMatchObject({ ino, mtimeMs: 1e12 });
  });

  test("removes folders that hold nothing any more, and no others", async () => {
    mkdirSync(join(folder, "empty/inner"), { recursive: true });
    await writeOutput(folder, outputOf(second));
    expect(readdirSync(folder)).not.toContain("a");
    expect(readdirSync(join(folder, "empty"))).toEqual(["inner"]);
  });

  test("keeps foreign files, links and the folders that hold them", async () => {
    writeFiles(folder, [["a/mine.md", "mine\n"]]);
    symlinkSync("../nowhere", join(folder, "a/link"));
    await writeOutput(folder, outputOf(second));
    expect(readFileSync(join(folder, "a/mine.md"), "utf8")).toBe("mine\n");
    expect(readlinkSync(join(folder, "a/link"))).toBe("../nowhere");
  });

  test("removes only what the manifest names", async () => {
    rmSync(join(folder, "manifest.json"));
    await writeOutput(folder, outputOf({ "B.ts": "b\n" }));
    expect(readFileSync(join(folder, "a/C.ts"), "utf8")).toBe("c\n");
  });

  test("changes its own file that was edited, and makes the one that was deleted", async () => {
    writeFileSync(join(folder, "B.ts"), "edited\n");
    rmSync(join(folder, "a/C.ts"));
    const summary = await writeOutput(folder, outputOf(first));
    expect(summary).toMatchObject({ changed: ["B.ts"], created: ["a/C.ts"] });
    expect(readFiles(folder)).toEqual(Object.fromEntries(outputOf(first)));
  });

  test("replaces its own file by a folder of that name", async () => {
    await writeOutput(folder, outputOf({ "B.ts/C.ts": "c\n" }));
    expect(readFiles(folder)).toEqual(Object.fromEntries(outputOf({ "B.ts/C.ts": "c\n" })));
  });

  test("keeps the mode of the folder", async () => {
    chmodSync(folder, 0o777);
    await writeOutput(folder, outputOf(second));
    expect(statSync(folder).mode & 0o777).toBe(0o777);
  });

  test("keeps the modes of the folders and files that stay", async () => {
    writeFiles(folder, [["mine/keys/secret", "mine\n"]]);
    chmodSync(join(folder, "mine/keys/secret"), 0o600);
    chmodSync(join(folder, "mine/keys"), 0o700);
    await writeOutput(folder, outputOf(second));
    const modes = ["mine/keys", "mine/keys/secret"].map(
      (path) => statSync(join(folder, path)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600]);
  });

  test("writes the target of a symbolic link, and keeps the link", async () => {
    const link = join(parent, "link");
    symlinkSync("generated", link);
    await writeOutput(link, outputOf(second));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFiles(folder)).toEqual(Object.fromEntries(outputOf(second)));
  });
});

test("makes the target of a symbolic link that leads nowhere yet", async () => {
  symlinkSync("target", folder);
  await writeOutput(folder, outputOf(first));
  expect(readFiles(join(parent, "target"))).toEqual(Object.fromEntries(outputOf(first)));
  expect(lstatSync(folder).isSymbolicLink()).toBe(true);
});
