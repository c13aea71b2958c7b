import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withProgress } from "../../../generator/cli/progress-line.ts";
import type { ReportMode } from "../../../generator/cli/report-mode.ts";
import type { ProgressOf } from "../../../generator/runs/target-runs.ts";

/** A terminal, as far as a line that is written over needs one. */
class FakeTerminal extends Writable {
  readonly isTTY = true;
  text = "";

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString("utf8");
    done();
  }

  cursorTo(): void {
    this.text += "<home>";
  }

  clearLine(): void {
    this.text += "<clear>";
  }
}

beforeEach(() => {
  vi.stubEnv("CI", undefined);
  vi.stubEnv("TERM", "xterm");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

interface Watching {
  readonly mode?: ReportMode;
  readonly after?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

async function shownOf(
  work: (progressOf?: ProgressOf) => Promise<unknown>,
  { mode = {}, after = 0, environment = {} }: Watching = {},
): Promise<string> {
  const stderr = new FakeTerminal();
  const terminal = { stdin: process.stdin, stdout: stderr, stderr, cwd: "/", environment };
  await withProgress(mode, terminal, work, after);
  return stderr.text;
}

const twoStages = async (progressOf?: ProgressOf) => {
  await progressOf?.("client")({ stage: "modules", done: 64, total: 981 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await progressOf?.(undefined)({ stage: "write" });
};

test("a run that takes long shows what it does, whose it is and how far it is, then takes that away", async () => {
  const text = await shownOf(twoStages);
  expect(text).toContain("[client] making modules: 64 of 981");
  expect(text).toContain(" writing files");
  expect(text.lastIndexOf("<clear>")).toBeGreaterThan(text.lastIndexOf("writing files"));
});

test("a line that is just shown is not written anew", async () => {
  const text = await shownOf(async (progressOf) => {
    for (let done = 0; done < 50; done += 1)
      await progressOf?.(undefined)({ stage: "modules", done, total: 50 });
  });
  expect(text).toContain("0 of 50");
  expect(text).not.toContain("1 of 50");
});

test.each<[string, Watching]>([
  ["in a short run", { after: 1000 }],
  ["with --quiet", { mode: { quiet: true } }],
  ["with --json", { mode: { json: true } }],
  ["in CI", { environment: { CI: "true" } }],
  ["on a terminal that cannot", { environment: { TERM: "dumb" } }],
])("nothing is shown %s", async (_, watching) => {
  expect(await shownOf(twoStages, watching)).toBe("");
});

test("the line is gone where the work fails", async () => {
  const stderr = new FakeTerminal();
  const terminal = { stdin: process.stdin, stdout: stderr, stderr, cwd: "/", environment: {} };
  const work = async (progressOf?: ProgressOf) => {
    await progressOf?.(undefined)({ stage: "load" });
    throw new Error("stop");
  };
  await expect(withProgress({}, terminal, work, 0)).rejects.toThrow("stop");
  expect(stderr.text).toMatch(/reading schemas.*<clear>/su);
});
