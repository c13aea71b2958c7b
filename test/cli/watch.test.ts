import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { repository, writeProject } from "../harness/project.ts";

interface Watching {
  readonly folder: string;
  /** All that was written so far. */
  readonly told: () => string;
  readonly child: ChildProcess;
}

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Starts the built command in a project, and waits until it watches. */
async function startWatch(inputs: Readonly<Record<string, unknown>>, config?: object) {
  const folder = writeProject(inputs);
  if (config !== undefined) {
    writeFileSync(path.join(folder, "schemaloom.config.json"), JSON.stringify(config));
  }
  const words = ["watch", ...(config === undefined ? ["schemas", "--out", "out"] : [])];
  const child = spawn(process.execPath, [path.join(repository, "dist/cli/bin.js"), ...words], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });
  running.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  }
  const watching: Watching = { folder, told: () => text, child };
  await until(() => text.includes("watching; Ctrl+C ends it"));
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

  test("ends with 0 when it is asked to", async () => {
    const { child } = await startWatch({ "pet.json": { type: "string" } });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });
});
