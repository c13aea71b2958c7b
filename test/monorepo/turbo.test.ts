import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { repository, writeText } from "../harness/project.ts";
import { dependents, madePackages, writeMonorepo } from "./made-monorepo.ts";

const packages = madePackages(40);
const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-monorepo-"));

/** What Turborepo has to say of a run, in the summary that it writes. */
interface RunSummary {
  readonly execution: {
    readonly attempted: number;
    readonly cached: number;
    readonly failed: number;
  };
  readonly tasks: readonly {
    readonly package: string;
    readonly cache: { readonly status: "HIT" | "MISS" };
  }[];
}

/** Runs `generate` in every package; it talks to nobody, and its cache is in the folder. */
function runTurbo(): RunSummary {
  const runs = path.join(folder, ".turbo/runs");
  // Their names tell of seconds at the most, and a run takes less.
  const known = new Set(existsSync(runs) ? readdirSync(runs) : []);
  const words = ["run", "generate", "--summarize", "--cache=local:rw", "--output-logs=errors-only"];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(repository, "node_modules/turbo/bin/turbo"), ...words],
    {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        TURBO_TELEMETRY_DISABLED: "1",
        DO_NOT_TRACK: "1",
        TURBO_NO_UPDATE_NOTIFIER: "1",
      },
    },
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  const [summary = ""] = readdirSync(runs).filter((run) => !known.has(run));
  return JSON.parse(readFileSync(path.join(runs, summary), "utf8")) as RunSummary;
}

function madeAgain({ tasks }: RunSummary): string[] {
  return tasks
    .filter(({ cache }) => cache.status === "MISS")
    .map((task) => task.package)
    .sort();
}

function git(...words: readonly string[]): void {
  spawnSync("git", words, { cwd: folder });
}

describe("a monorepo of 40 packages under Turborepo", () => {
  beforeAll(() => {
    writeMonorepo(folder, packages);
    git("init", "--quiet");
    git("add", "--all");
    const first = runTurbo();
    expect(first.execution).toMatchObject({ attempted: 40, cached: 0, failed: 0 });
  });

  test("takes everything from its cache where nothing has changed", () => {
    expect(runTurbo().execution).toMatchObject({ attempted: 40, cached: 40, failed: 0 });
  });

  test("makes again the package whose schema has changed, and its dependents alone", () => {
    const changed = path.join(folder, "packages/schemas-02/schemas/thing.json");
    const schema = readFileSync(changed, "utf8").replace('"string"', '"integer"');
    writeText(changed, schema);
    const expected = dependents(packages, "schemas-02");
    expect(expected).toHaveLength(9);
    expect(madeAgain(runTurbo())).toEqual(expected);
    const output = path.join(
      folder,
      "packages/schemas-10/generated/made.example/schemas-02/schemas",
    );
    expect(readdirSync(output)).toContain("Thing.ts");
  });
});
