import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { markdownTable } from "../../conformance/suite-table.ts";
import { repository, writeText } from "../../harness/project.ts";
import {
  readVapiDocument,
  type VapiDocument,
  withDefinitions,
} from "../../types/figures/vapi-types.ts";
import { type Usage, medianUsage, usageOf } from "./process-usage.ts";

/**
 * Measures whole processes over the specification of Vapi: those of the built command, and those of
 * the command of json-schema-to-typescript, which makes types alone. The runs of the two take turns.
 */

const own = path.join(repository, "dist/cli/bin.js");
const peer = path.join(repository, "node_modules/json-schema-to-typescript/dist/src/cli.js");

const input = "openapi.json";
const peerInput = "definitions.json";

/** A package with the specification, so many times over, in the forms that the two commands read. */
function specificationFolder(copies: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-generate-"));
  mkdirSync(path.join(folder, "node_modules"));
  writeText(path.join(folder, "package.json"), '{ "name": "consumer", "private": true }\n');
  const document = readVapiDocument();
  const schemas = copied(document.components.schemas, copies);
  writeJson(folder, input, { openapi: "3.0.0", info: {}, paths: {}, components: { schemas } });
  writeJson(folder, peerInput, { title: "Vapi", definitions: withDefinitions(schemas) });
  return folder;
}

function writeJson(folder: string, file: string, value: unknown): void {
  writeText(path.join(folder, file), JSON.stringify(value, null, 2));
}

type Schemas = VapiDocument["components"]["schemas"];

/** Schemas, each so many times, with names of their own, by which those of one copy refer to each other. */
function copied(schemas: Schemas, copies: number): Schemas {
  const text = JSON.stringify(schemas);
  const all = Array.from({ length: copies }, (_, index): Schemas => {
    if (index === 0) return schemas;
    const suffix = `Copy${String(index)}`;
    const renamed = text.replaceAll(/"(#\/components\/schemas\/[^"]*)"/g, `"$1${suffix}"`);
    return Object.fromEntries(
      Object.entries(JSON.parse(renamed) as Schemas).map(([name, schema]) => [
        `${name}${suffix}`,
        schema,
      ]),
    );
  });
  return Object.assign({}, ...all) as Schemas;
}

const generate = (...flags: readonly string[]) => [
  own,
  "generate",
  input,
  "--out",
  "out",
  ...flags,
];
const peerWords = [peer, "--unreachableDefinitions", "-i", peerInput, "-o", "vapi.d.ts"];

/** Changes the description of a schema that refers to none. */
function editLeaf(folder: string, round: number): void {
  const file = path.join(folder, input);
  const document = JSON.parse(readFileSync(file, "utf8")) as VapiDocument;
  const leaf = Object.entries(document.components.schemas).find(
    ([, schema]) => schema.type === "object" && !JSON.stringify(schema).includes('"$ref"'),
  );
  if (leaf === undefined) throw new Error("no schema is without references");
  const schemas = {
    ...document.components.schemas,
    [leaf[0]]: { ...leaf[1], description: `Round ${String(round)}.` },
  };
  writeJson(folder, input, { ...document, components: { ...document.components, schemas } });
}

/** Removes what earlier runs have left: the output, and what is kept of it and of the command's code. */
function forget(folder: string): void {
  for (const left of ["out", "node_modules/.cache"]) {
    rmSync(path.join(folder, left), { recursive: true, force: true });
  }
  settle();
}

/** Lets the file system end what it has begun: to remove thousands of files slows down what writes next. */
function settle(): void {
  spawnSync("sync");
}

/** When each file of the output was written, and which there are. */
function outputTimes(folder: string): string {
  const out = path.join(folder, "out");
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .sort()
    .map((file) => `${file} ${String(statSync(path.join(out, file)).mtimeMs)}`)
    .join("\n");
}

function changedFiles(before: string, after: string): number {
  const known = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !known.has(line)).length;
}

interface Figure {
  readonly what: string;
  readonly usage: Usage;
  /** What it is held against. */
  readonly against: Usage;
  readonly most: { readonly time: number; readonly memory?: number };
}

function measureOnce(rounds: number): { figures: Figure[]; notes: string[] } {
  const folder = specificationFolder(1);
  const usages = { all: [], types: [], unchanged: [], leaf: [], peer: [] } as Record<
    string,
    Usage[]
  >;
  const notes: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    forget(folder);
    usages["types"]?.push(usageOf(folder, generate("--no-cache", "--outputs", "types")));
    usages["peer"]?.push(usageOf(folder, peerWords));
    forget(folder);
    usages["all"]?.push(usageOf(folder, generate("--no-cache")));
    // What the run before made with another flag is of no use.
    usageOf(folder, generate());
    const before = outputTimes(folder);
    usages["unchanged"]?.push(usageOf(folder, generate()));
    const untouched = outputTimes(folder);
    notes.push(`nothing changed: ${String(changedFiles(before, untouched))} files touched`);
    editLeaf(folder, round);
    settle();
    usages["leaf"]?.push(usageOf(folder, generate()));
    notes.push(
      `a leaf changed: ${String(changedFiles(untouched, outputTimes(folder)))} files and folders touched`,
    );
  }
  const median = (name: string) => medianUsage(usages[name] ?? []);
  const [all, other] = [median("all"), median("peer")];
  return {
    notes: [...new Set(notes)],
    figures: [
      {
        what: "types, guards and docs",
        usage: all,
        against: other,
        most: { time: 0.8, memory: 0.8 },
      },
      { what: "types alone", usage: median("types"), against: other, most: { time: 0.3 } },
      { what: "nothing changed", usage: median("unchanged"), against: all, most: { time: 0.06 } },
      { what: "one leaf changed", usage: median("leaf"), against: all, most: { time: 0.12 } },
    ],
  };
}

function figureRow({ what, usage, against, most }: Figure): readonly string[] {
  const [time, memory] = [usage.seconds / against.seconds, usage.megabytes / against.megabytes];
  const isMet = time <= most.time && memory <= (most.memory ?? Infinity);
  return [
    what,
    usage.seconds.toFixed(2),
    usage.processor.toFixed(2),
    usage.megabytes.toFixed(0),
    time.toFixed(3),
    memory.toFixed(2),
    `${String(most.time)}${most.memory === undefined ? "" : ` · ${String(most.memory)}`}`,
    isMet ? "" : "missed",
  ];
}

/** How time and memory grow with the specification, beside those of one of it. */
function growthRows(sizes: readonly number[]): readonly (readonly string[])[] {
  const rows = sizes.map((copies) => {
    const folder = specificationFolder(copies);
    const [usage, other] = [usageOf(folder, generate("--no-cache")), usageOf(folder, peerWords)];
    rmSync(folder, { recursive: true });
    return { copies, usage, other };
  });
  const [first] = rows;
  const relative = ({ seconds, megabytes }: Usage, base: Usage | undefined) =>
    `${(seconds / (base?.seconds ?? 1)).toFixed(2)} · ${(megabytes / (base?.megabytes ?? 1)).toFixed(2)}`;
  return rows.map(({ copies, usage, other }) => [
    `${String(copies)}x`,
    usage.seconds.toFixed(1),
    usage.megabytes.toFixed(0),
    relative(usage, first?.usage),
    other.seconds.toFixed(1),
    other.megabytes.toFixed(0),
    relative(other, first?.other),
  ]);
}

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    growth: { type: "boolean", default: false },
  },
});
const { figures, notes } = measureOnce(Number(values.rounds));
const head = [
  "the specification, whole processes",
  "s of CPU",
  "MB",
  "time",
  "memory",
  "at most",
  "",
];
console.log(markdownTable([head, ...figures.map(figureRow)], 1));
const [against] = figures;
if (against !== undefined) {
  const { seconds, megabytes } = against.against;
  console.log(
    `\njson-schema-to-typescript, types alone: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`,
  );
}
console.log(notes.join("\n"));
if (values.growth) {
  const titles = ["size", "s", "MB", "beside 1x", "peer, s", "peer, MB", "peer beside 1x"];
  console.log(`\n${markdownTable([titles, ...growthRows([1, 2, 4, 8])], 1)}`);
}
