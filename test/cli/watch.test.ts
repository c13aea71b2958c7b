import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import { runCommandLine } from "../../generator/cli/command-line.ts";
import { textStream } from "../harness/command.ts";
import { repository, writeProject } from "../harness/project.ts";

interface Watching {
  readonly folder: string;
  /** All that was written so far. */
  readonly told: () => string;
}

/** The ends of watches that have begun in this process. */
const begun: Promise<unknown>[] = [];

afterEach(async () => {
  process.emit("SIGINT");
  await Promise.all(begun.splice(0));
});

const ready = "watching; Ctrl+C ends it";

/** Makes a project, and gives the words that watch it. */
function makeWatched(inputs: Readonly<Record<string, unknown>>, config?: object) {
  const folder = writeProject(inputs);
  if (config !== undefined) {
    writeFileSync(path.join(folder, "schemaloom.config.json"), JSON.stringify(config));
  }
  const words = ["watch", ...(config === undefined ? ["schemas", "--out", "out"] : [])];
  return { folder, words };
}

/** Starts the command in a project, in this process, and waits until it watches. */
async function startWatch(inputs: Readonly<Record<string, unknown>>, config?: object) {
  const { folder, words } = makeWatched(inputs, config);
  const stream = textStream();
  const terminal = { stdin: Readable.from([]), stdout: stream, stderr: stream, cwd: folder };
  begun.push(runCommandLine(words, { ...terminal, environment: { NO_COLOR: "1" } }));
  const watching: Watching = { folder, told: stream.text };
  await until(() => stream.text().includes(ready));
  return watching;
}

function until(condition: () => boolean): Promise<unknown> {
  return vi.waitUntil(condition, { timeout: 20_000, interval: 20 });
}

const schemaOf = ({ folder }: Watching, name: string) => path.join(folder, "schemas", name);
const moduleOf = ({ folder }: Watching, name: string) => {
  const file = path.join(folder, "out", name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

describe("watch", () => {
  test("writes the output, and again what follows from a change, a new schema and one that is gone", async () => {
    const watching = await startWatch({ "pet.json": { type: "string" } });
    expect(moduleOf(watching, "Pet.ts")).toContain("export type Pet = string;");
    writeFileSync(schemaOf(watching, "pet.json"), '{ "type": "number" }');
    await until(() => moduleOf(watching, "Pet.ts").includes("export type Pet = number;"));
    writeFileSync(schemaOf(watching, "owner.json"), '{ "type": "string" }');
    await until(() => moduleOf(watching, "Owner.ts").includes("export type Owner = string;"));
    rmSync(schemaOf(watching, "owner.json"));
    await until(() => moduleOf(watching, "Owner.ts") === "");
  });

  test("tells an error, leaves the output, and goes on once it is mended", async () => {
    const watching = await startWatch({ "pet.json": { type: "string" } });
    writeFileSync(schemaOf(watching, "pet.json"), "{ broken");
    await until(() => watching.told().includes("schemas/pet.json:1:3"));
    expect(moduleOf(watching, "Pet.ts")).toContain("export type Pet = string;");
    writeFileSync(schemaOf(watching, "pet.json"), '{ "type": "boolean" }');
    await until(() => moduleOf(watching, "Pet.ts").includes("export type Pet = boolean;"));
  });

  test("tells a warning once, however often it runs", async () => {
    const watching = await startWatch({
      "pet.json": { type: "string" },
      "odd.json": { type: "string", minimum: 1 },
    });
    writeFileSync(schemaOf(watching, "pet.json"), '{ "type": "number" }');
    await until(() => moduleOf(watching, "Pet.ts").includes("export type Pet = number;"));
    expect(watching.told().match(/minimum constrains only/g)).toHaveLength(1);
  });

  test("follows the config", async () => {
    const config = { inputs: ["schemas"], out: "out" };
    const watching = await startWatch({ "pet.json": { type: "object" } }, config);
    const types = { readonly: true };
    writeFileSync(
      path.join(watching.folder, "schemaloom.config.json"),
      JSON.stringify({ ...config, outputs: ["types"], types }),
    );
    await until(
      () => !moduleOf(watching, "Pet.ts").includes("isPet") && moduleOf(watching, "Pet.ts") !== "",
    );
    expect(existsSync(path.join(watching.folder, "out/runtime.ts"))).toBe(false);
  });

  test("of the built program ends with 0 when it is asked to", async () => {
    const { folder, words } = makeWatched({ "pet.json": { type: "string" } });
    const bin = path.join(repository, "dist/cli/bin.js");
    const child = spawn(process.execPath, [bin, ...words], { cwd: folder });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    let text = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    try {
      await until(() => text.includes(ready));
      expect(existsSync(path.join(folder, "out/Pet.ts"))).toBe(true);
      child.kill("SIGINT");
      expect(await ended).toBe(0);
    } finally {
      child.kill("SIGKILL");
    }
  });
});
