import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { build } from "../../generator/generate.ts";
import { optionsFor, testData } from "../harness/project.ts";
import { typeErrors } from "../types/type-check.ts";
import { transpile } from "./suite.ts";

const store = path.join(testData, "schemastore");
const absent = existsSync(store) ? "" : " (skipped: the test data has no schemastore)";

/** Schemas that refer to others which the data does not hold, so that they cannot be made. */
const withoutTargets: ReadonlySet<string> = new Set([
  "azure-iot-edge-deployment-template-1.0",
  "azure-iot-edge-deployment-template-2.0",
  "azure-iot-edge-deployment-template-3.0",
  "azure-iot-edge-deployment-template-4.0",
  "grunt-copy-task",
  "rc3-collection-0.0.3",
  "schema-org-action",
]);

/** Instances whose verdict in the data is not the specification's, and why. */
const misjudged: ReadonlyMap<string, string> = new Map([
  [
    "webjob-publish-settings scheduled.json",
    "endTime is a date-time without an offset, which RFC 3339 demands; ajv-formats rejects it too",
  ],
]);

interface StoreInstance {
  readonly file: string;
  readonly value: unknown;
}

interface StoreInstances {
  readonly positive: readonly StoreInstance[];
  readonly negative: readonly StoreInstance[];
}

interface StoreGuards {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown) => {
    readonly ok: boolean;
    readonly issues?: readonly unknown[];
  };
}

const prefixes = ["https://json.schemastore.org/", "https://www.schemastore.org/"];
const maps = ["external", "schemas"].flatMap((folder) =>
  prefixes.map((prefix) => ({ prefix, directory: path.join(store, folder) })),
);

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(store, file), "utf8"));
}

async function compile(name: string, output: string): Promise<StoreGuards> {
  const { files, manifest } = await build(
    optionsFor(store, {
      inputs: [path.join(store, "schemas", `${name}.json`)],
      defaultDialect: "draft-07",
      formats: "assert",
      names: { by: "file", rename: new Map() },
      importExtension: ".js",
      maps,
    }),
  );
  for (const [file, text] of files) {
    if (!file.endsWith(".ts")) continue;
    const target = path.join(output, name, file.replace(/\.ts$/, ".js"));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, transpile(text));
    writeFileSync(path.join(output, name, file), text);
  }
  const entry = manifest.entries.find(
    ({ source, pointer }) => source === `${name}.json` && pointer === "",
  );
  if (entry === undefined) throw new Error(`${name} was not made`);
  const module = path.join(output, name, entry.module.replace(/\.ts$/, ".js"));
  const exports = (await import(pathToFileURL(module).href)) as Record<string, unknown>;
  return {
    is: exports[entry.guard] as StoreGuards["is"],
    validate: exports[entry.validator] as StoreGuards["validate"],
  };
}

describe.skipIf(absent !== "")(`the schemas that people publish${absent}`, () => {
  const names =
    absent === ""
      ? (read("index.json") as { readonly name: string }[]).map(({ name }) => name)
      : [];

  it(
    "are all made, judge every published instance as published, and compile",
    { timeout: 300_000 },
    async () => {
      const output = mkdtempSync(path.join(tmpdir(), "schemaloom-store-"));
      writeFileSync(path.join(output, "package.json"), '{ "type": "module" }');
      const wrong: string[] = [];
      let judged = 0;
      for (const name of names.filter((candidate) => !withoutTargets.has(candidate))) {
        const { is, validate } = await compile(name, output);
        const { positive, negative } = read(`instances/${name}.json`) as StoreInstances;
        for (const [instances, verdict] of [
          [positive, true],
          [negative, false],
        ] as const) {
          for (const { file, value } of instances) {
            if (misjudged.has(`${name} ${file}`)) continue;
            const result = validate(value);
            const spoken = result.ok || (result.issues ?? []).length > 0;
            if (is(value) === verdict && result.ok === verdict && spoken) judged += 1;
            else wrong.push(`${name} ${file}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(names).toHaveLength(268);
      expect(judged).toBeGreaterThan(1000);
      const check = { compiler: "typescript-7", resolution: "nodenext" } as const;
      expect(await typeErrors(output, check)).toEqual([]);
    },
  );

  it("fail with a dangling reference where their targets are not there", async () => {
    for (const name of withoutTargets) {
      await expect(compile(name, tmpdir()), name).rejects.toThrow("has no target");
    }
  });
});
