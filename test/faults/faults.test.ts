import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { runCommand, snapshotFolder } from "../harness/command.ts";
import { repository, writeProject, writeText } from "../harness/project.ts";
import { makeKilledProject, seededRandom } from "./killed-runs.ts";

test("a run that is killed leaves the old set or the new one, and the next one mends what is left", async () => {
  const project = makeKilledProject();
  const random = seededRandom(8);
  for (let count = 0; count < 8; count += 1) {
    const { standing, isMended } = await project.kill(random);
    expect(standing).not.toBe("a mix");
    expect(isMended).toBe(true);
  }
});

const item = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };

let folder: string;
let out: string;
beforeEach(() => {
  folder = writeProject({ "item.json": item, "list.json": { items: { $ref: "item.json" } } });
  mkdirSync(path.join(folder, "node_modules"));
  out = path.join(folder, "generated");
});

const generate = (...words: string[]) => runCommand(folder, "generate", "schemas", ...words);
const textsOf = () => snapshotFolder(out).map(([file, text]) => [file, text]);
const changeInput = () => {
  writeText(
    path.join(folder, "schemas/item.json"),
    JSON.stringify({ ...item, description: "More." }),
  );
};
const leftovers = () => readdirSync(folder).filter((name) => name.startsWith(".generated"));

/** Starts a run and waits for its end. */
function startRun(...words: string[]): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const bin = path.join(repository, "dist/cli/bin.js");
    const run = spawn(process.execPath, [bin, "generate", ...words], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    run.stderr.on("data", (text) => (stderr += String(text)));
    run.on("exit", (code) => {
      resolve({ code, stderr });
    });
  });
}

describe("runs at once on one output", () => {
  test("of the same inputs all end well", async () => {
    const runs = await Promise.all([1, 2, 3, 4].map(() => startRun("schemas")));
    expect(runs).toEqual(runs.map(() => expect.objectContaining({ code: 0 }) as object));
    expect(runCommand(folder, "check", "schemas").code).toBe(0);
    expect(leftovers()).toEqual([]);
  });

  test("of different inputs leave the set of one of them, and files of others", async () => {
    generate();
    writeText(path.join(out, "mine.md"), "mine\n");
    for (const name of ["a", "b", "c"]) writeText(path.join(folder, name, `${name}.json`), "{}");
    const runs = await Promise.all(["a", "b", "c"].map((name) => startRun(name)));
    expect(runs).toEqual(runs.map(() => expect.objectContaining({ code: 0 }) as object));
    const whole = ["a", "b", "c"].filter((name) => runCommand(folder, "check", name).code === 0);
    expect(whole).toHaveLength(1);
    expect(readFileSync(path.join(out, "mine.md"), "utf8")).toBe("mine\n");
    expect(leftovers()).toEqual([]);
  });

  test("take the place of one that was killed, whatever its lock says", () => {
    const lock = path.join(folder, ".generated.schemaloom-lock");
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    const holder = { process: dead, host: hostOfTests(), identifier: "1" };
    for (const text of [JSON.stringify(holder), "", "{"]) {
      changeInput();
      writeFileSync(lock, text);
      expect(generate().code).toBe(0);
      expect(leftovers()).toEqual([]);
      rmSync(out, { recursive: true });
    }
  });
});

function hostOfTests(): string {
  return spawnSync(process.execPath, ["-p", "os.hostname()"], { encoding: "utf8" }).stdout.trim();
}

describe("a file of the output that is damaged", () => {
  test.each<[string, (text: string) => string]>([
    ["cut off", (text) => text.slice(0, text.length / 2)],
    ["empty", () => ""],
    ["full of zeros", (text) => "\0".repeat(text.length)],
    [
      "in conflict",
      (text) => text.replace(/^( *"hash".*)$/gm, "<<<<<<< HEAD\n$1\n=======\n$1\n>>>>>>> other"),
    ],
  ])("is the manifest, %s: the next run writes it anew", (_, damage) => {
    generate();
    const before = textsOf();
    const manifest = path.join(out, "manifest.json");
    writeFileSync(manifest, damage(readFileSync(manifest, "utf8")));
    expect(generate()).toMatchObject({ code: 0 });
    expect(textsOf()).toEqual(before);
  });

  test("is the manifest, in conflict, and the inputs have changed: the next run replaces what it named", () => {
    generate();
    const manifest = path.join(out, "manifest.json");
    const text = readFileSync(manifest, "utf8");
    writeFileSync(
      manifest,
      text.replace(/^( *"hash".*)$/gm, "<<<<<<< HEAD\n$1\n=======\n$1\n>>>>>>> other"),
    );
    changeInput();
    rmSync(path.join(folder, "schemas/list.json"));
    expect(generate()).toMatchObject({ code: 0 });
    expect(existsSync(path.join(out, "List.ts"))).toBe(false);
    expect(runCommand(folder, "check", "schemas").code).toBe(0);
  });

  test("is the lock of names: nothing is written until somebody says which names hold", () => {
    generate();
    const lock = path.join(out, "names.lock.json");
    writeFileSync(lock, readFileSync(lock, "utf8").slice(0, 30));
    const before = textsOf();
    changeInput();
    const { code, stderr } = generate();
    expect(code).toBe(1);
    expect(stderr).toContain("names-lock-invalid");
    expect(textsOf()).toEqual(before);
    rmSync(lock);
    expect(generate().code).toBe(0);
  });

  test("is a module: the next run writes it anew", () => {
    generate();
    const before = textsOf();
    truncateSync(path.join(out, "Item.ts"), 10);
    expect(generate().code).toBe(0);
    expect(textsOf()).toEqual(before);
  });
});

describe("a cache that is damaged is as good as none", () => {
  const cache = () => path.join(folder, "node_modules/.cache/schemaloom");
  const damageAll = (damage: (bytes: Buffer) => Buffer) => {
    for (const name of readdirSync(cache())) {
      const file = path.join(cache(), name);
      writeFileSync(file, damage(readFileSync(file)));
    }
  };

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ["cut off", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["empty", () => Buffer.alloc(0)],
    ["full of zeros", (bytes) => Buffer.alloc(bytes.length)],
    [
      "with other texts in it",
      (bytes) => Buffer.from(bytes.toString("latin1").replaceAll("string", "number"), "latin1"),
    ],
    [
      "with one bit the other way in many places",
      (bytes) => Buffer.from(bytes.map((byte, index) => (index % 997 === 500 ? byte ^ 1 : byte))),
    ],
    ["of JSON that is no cache", () => Buffer.from('{"setup":null}')],
  ])("%s", (_, damage) => {
    generate();
    changeInput();
    generate();
    const before = textsOf();
    expect(readdirSync(cache()).length).toBeGreaterThan(0);
    damageAll(damage);
    expect(generate()).toMatchObject({ code: 0 });
    expect(textsOf()).toEqual(before);
    damageAll(damage);
    writeText(
      path.join(folder, "schemas/more.json"),
      JSON.stringify({ items: { $ref: "list.json" } }),
    );
    expect(generate()).toMatchObject({ code: 0 });
    expect(runCommand(folder, "check", "schemas").code).toBe(0);
    expect(textsOf()).toEqual(
      expect.arrayContaining(before.filter(([file]) => file?.endsWith("Item.ts"))),
    );
  });

  test("is left by a run that was killed while it wrote: the next one removes it", () => {
    generate();
    const [name = ""] = readdirSync(cache()).filter((each) => each.endsWith(".run.json"));
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    writeFileSync(path.join(cache(), `${name}.${String(dead)}`), "{");
    changeInput();
    generate();
    expect(readdirSync(cache())).not.toContain(`${name}.${String(dead)}`);
  });
});

describe("a folder that takes no more", () => {
  const isRoot = process.getuid?.() === 0;
  const mounted = () => spawnSync("mount", ["-t", "tmpfs", "-o", "size=200k", "tmpfs", out]);

  test.skipIf(!isRoot || process.platform !== "linux")(
    isRoot
      ? "since the disk is full leaves the old set"
      : "since the disk is full (skipped: needs root)",
    ({ skip }) => {
      mkdirSync(out);
      skip(mounted().status !== 0, "no file system can be mounted here");
      try {
        const inner = path.join(out, "generated");
        expect(generate("--out", inner)).toMatchObject({ code: 0 });
        const before = snapshotFolder(inner);
        for (let index = 0; index < 200; index += 1) {
          writeText(path.join(folder, `schemas/more-${String(index)}.json`), JSON.stringify(item));
        }
        const { code, stderr } = generate("--out", inner);
        expect(code).toBe(1);
        expect(stderr).toMatch(/cannot be written: no space left on device/);
        expect(snapshotFolder(inner)).toEqual(before);
        expect(readdirSync(out)).toEqual(["generated"]);
      } finally {
        spawnSync("umount", [out]);
      }
    },
  );

  test.skipIf(isRoot)("since it is read-only leaves the old set", () => {
    generate();
    const before = snapshotFolder(out);
    changeInput();
    chmodSync(folder, 0o555);
    const { code, stderr } = generate();
    chmodSync(folder, 0o755);
    expect(code).toBe(1);
    expect(stderr).toContain("permission denied");
    expect(snapshotFolder(out)).toEqual(before);
  });
});

describe("a file that vanishes", () => {
  test("while it is read or written never leaves a mix", async () => {
    generate();
    for (let round = 0; round < 4; round += 1) {
      writeText(
        path.join(folder, "schemas/gone.json"),
        JSON.stringify({ description: String(round) }),
      );
      const run = startRun("schemas");
      const start = performance.now();
      // Takes away an input, a file of the output and the cache at some moment of the run.
      await new Promise((resolve) => setTimeout(resolve, 60 * (round + 1)));
      rmSync(path.join(folder, "schemas/gone.json"), { force: true });
      rmSync(path.join(out, "Item.ts"), { force: true });
      rmSync(path.join(folder, "node_modules/.cache"), { recursive: true, force: true });
      const { code, stderr } = await run;
      expect(performance.now() - start).toBeGreaterThan(0);
      if (code !== 0) expect(stderr).toMatch(/error/);
      expect(stderr).not.toMatch(/\n {4}at /);
      expect(generate().code).toBe(0);
      expect(runCommand(folder, "check", "schemas").code).toBe(0);
      expect(statSync(path.join(out, "Item.ts")).size).toBeGreaterThan(0);
      expect(leftovers()).toEqual([]);
    }
  });
});
