import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "../../generator/generate.ts";
import type { ManifestEntry } from "../../generator/write/manifest.ts";
import { optionsFor, testData } from "../harness/project.ts";
import { transpile } from "./suite.ts";

/** Schemas that people publish, with instances, as the test data has them. */
export const store = path.join(testData, "schemastore");

/** Schemas that refer to others which the data does not hold, so that they cannot be made. */
export const withoutTargets: ReadonlySet<string> = new Set([
  "azure-iot-edge-deployment-template-1.0",
  "azure-iot-edge-deployment-template-2.0",
  "azure-iot-edge-deployment-template-3.0",
  "azure-iot-edge-deployment-template-4.0",
  "grunt-copy-task",
  "rc3-collection-0.0.3",
  "schema-org-action",
]);

/** Instances whose verdict in the data is not the specification's, and why. */
export const misjudged: ReadonlyMap<string, string> = new Map([
  [
    "webjob-publish-settings scheduled.json",
    "endTime is a date-time without an offset, which RFC 3339 demands; ajv-formats rejects it too",
  ],
]);

/** An instance with the file that published it. */
export interface StoreInstance {
  readonly file: string;
  readonly value: unknown;
}

/** What a schema must accept, and what it must reject. */
export interface StoreInstances {
  readonly positive: readonly StoreInstance[];
  readonly negative: readonly StoreInstance[];
}

/** The guards that are made of a schema. */
export interface StoreGuards {
  /** Where the schema's root went. */
  readonly entry: ManifestEntry;
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

/**
 * The names of the published schemas, those of {@link withoutTargets} included.
 */
export function storeNames(): string[] {
  return (read("index.json") as { readonly name: string }[]).map(({ name }) => name);
}

/**
 * The instances of one published schema.
 */
export function storeInstances(name: string): StoreInstances {
  return read(`instances/${name}.json`) as StoreInstances;
}

/**
 * The schema that others reach by a URI of the store.
 *
 * @throws Error where the data does not hold it
 */
export function storeTarget(uri: string): unknown {
  const found = maps
    .filter(({ prefix }) => uri.startsWith(prefix))
    .flatMap(({ prefix, directory }) => {
      const file = path.join(directory, uri.slice(prefix.length));
      return [file, `${file}.json`];
    })
    .find((file) => existsSync(file));
  if (found === undefined) throw new Error(`the data does not hold ${uri}`);
  return JSON.parse(readFileSync(found, "utf8"));
}

/**
 * Emits the modules of a published schema into a folder of its own below the output folder, as
 * TypeScript and as JavaScript, and imports the guards of its root.
 *
 * @throws DiagnosticsError where the schema cannot be made
 */
export async function compileStored(name: string, output: string): Promise<StoreGuards> {
  const { files, manifest } = await build(
    optionsFor(store, {
      inputs: [path.join(store, "schemas", `${name}.json`)],
      outputs: new Set(["types", "guards"]),
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
    writeFileSync(target, await transpile(text));
    writeFileSync(path.join(output, name, file), text);
  }
  const entry = manifest.entries.find(
    ({ source, pointer }) => source === `${name}.json` && pointer === "",
  );
  if (entry === undefined) throw new Error(`${name} was not made`);
  const module = path.join(output, name, (entry.module ?? "").replace(/\.ts$/, ".js"));
  const exports = (await import(pathToFileURL(module).href)) as Record<string, unknown>;
  return {
    entry,
    is: exports[entry.guard ?? ""] as StoreGuards["is"],
    validate: exports[entry.validator ?? ""] as StoreGuards["validate"],
  };
}
