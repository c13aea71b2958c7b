import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  watch,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCommand } from "../harness/command.ts";
import { repository, writeText } from "../harness/project.ts";

/** What a run was doing when it was killed, as the folder of the project shows it. */
export type Moment =
  "before it wrote" | "while it wrote" | "after it wrote" | "not at all: it had ended";

/** What stood in the output folder then. */
export type Standing =
  "the old set" | "the new set" | "nothing: the old set stood beside it" | "a mix";

/** One killed run, and what the next one made of it. */
export interface KilledRun {
  readonly moment: Moment;
  readonly standing: Standing;
  /** Whether the next run made the new set, left nothing over, and `check` agreed. */
  readonly isMended: boolean;
}

/** Files of an output, by their paths. */
type OutputSet = ReadonlyMap<string, string>;

const versions = ["first", "second"] as const;
type Version = (typeof versions)[number];

const schemaCount = 60;

/** Schemas of which some come, some go and all change from one version to the other. */
function writeInputs(folder: string, version: Version): void {
  const schemas = path.join(folder, "schemas");
  rmSync(schemas, { recursive: true, force: true });
  const first = version === "first" ? 0 : 10;
  for (let index = first; index < schemaCount + first; index += 1) {
    const next = ((index - first + 1) % schemaCount) + first;
    const schema = {
      description: `Number ${String(index)} of the ${version} version.`,
      type: "object",
      properties: {
        id: { type: "string", minLength: 1 },
        kind: { enum: ["a", "b", version] },
        next: { $ref: `schema-${String(next)}.json` },
        list: { type: "array", items: { anyOf: [{ type: "number" }, { $ref: "#" }] } },
      },
      required: ["id"],
      additionalProperties: false,
    };
    writeText(path.join(schemas, `schema-${String(index)}.json`), JSON.stringify(schema, null, 2));
  }
}

function readOutput(folder: string): OutputSet {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]));
}

function areSame(one: OutputSet, other: OutputSet | undefined): boolean {
  return one.size === other?.size && [...one].every(([file, text]) => other.get(file) === text);
}

/** A project that is generated again and again, and killed while it is. */
export interface KilledProject {
  /**
   * Changes the inputs, kills the run that follows them, and runs again.
   *
   * @param random gives numbers from 0 to 1
   */
  readonly kill: (random: () => number) => Promise<KilledRun>;
}

/** Makes a project, and what it should hold by each version of its inputs. */
export function makeKilledProject(): KilledProject {
  const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-faults-"));
  const out = path.join(folder, "generated");
  mkdirSync(path.join(folder, "node_modules"));
  writeText(path.join(folder, "package.json"), '{ "type": "module" }\n');
  const expected = new Map<Version, OutputSet>();
  const times: number[] = [];
  for (const version of [...versions, "first", "second"] as const) {
    writeInputs(folder, version);
    const start = performance.now();
    const { code, stderr } = runCommand(folder, "generate", "schemas");
    times.push(performance.now() - start);
    if (code !== 0) throw new Error(stderr);
    expected.set(version, readOutput(out));
  }
  const duration = Math.max(...times.slice(-2));
  let standing: Version = "second";

  const kill = async (random: () => number): Promise<KilledRun> => {
    const [old, next] = [standing, standing === "first" ? "second" : "first"] as const;
    writeInputs(folder, next);
    // Half of them anywhere, half of them once the new set begins to stand beside the old one.
    const isAnywhere = random() < 0.5;
    const delay = random() * (isAnywhere ? duration * 1.1 : 40);
    const moment = await killAfter(folder, delay, !isAnywhere);
    const held = readOutput(out);
    const wasStanding: Standing = areSame(held, expected.get(next))
      ? "the new set"
      : areSame(held, expected.get(old))
        ? "the old set"
        : existsSync(out)
          ? "a mix"
          : "nothing: the old set stood beside it";
    const { code } = runCommand(folder, "generate", "schemas");
    standing = next;
    return {
      moment,
      standing: wasStanding,
      isMended:
        code === 0 &&
        areSame(readOutput(out), expected.get(next)) &&
        leftovers(folder).length === 0 &&
        runCommand(folder, "check", "schemas").code === 0,
    };
  };
  return { kill };
}

/** What a run has left over, beside the output and in the cache. */
function leftovers(folder: string): string[] {
  const known = new Set(["generated", "node_modules", "package.json", "schemas"]);
  const cache = path.join(folder, "node_modules/.cache/schemaloom");
  const cached = existsSync(cache) ? readdirSync(cache) : [];
  return [
    ...readdirSync(folder).filter((name) => !known.has(name)),
    ...cached.filter((name) => !/^(?:\w+\.(?:run|stamps|rows|modules)\.json|code-\w+)$/.test(name)),
  ];
}

/** Starts a run, and kills it after some milliseconds, or so many after it began to write. */
function killAfter(folder: string, delay: number, afterStaging: boolean): Promise<Moment> {
  return new Promise((resolve, reject) => {
    const bin = path.join(repository, "dist/cli/bin.js");
    let hasStaged = false;
    let hasSwapped = false;
    let isKilled = false;
    const run = spawn(process.execPath, [bin, "generate", "schemas"], {
      cwd: folder,
      stdio: "ignore",
    });
    const kill = () => {
      isKilled = run.kill("SIGKILL");
    };
    const watcher = watch(folder, (_, name) => {
      if (name?.startsWith(".generated.schemaloom-old-")) hasSwapped = true;
      if (hasStaged || !name?.startsWith(".generated.schemaloom-new-")) return;
      hasStaged = true;
      if (afterStaging) setTimeout(kill, delay);
    });
    if (!afterStaging) setTimeout(kill, delay);
    run.on("error", reject);
    run.on("exit", (code) => {
      watcher.close();
      if (code !== null || !isKilled) resolve("not at all: it had ended");
      else if (!hasStaged) resolve("before it wrote");
      else resolve(hasSwapped ? "after it wrote" : "while it wrote");
    });
  });
}

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
