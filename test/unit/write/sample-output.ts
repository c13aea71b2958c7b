import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { serializeManifest, type Manifest } from "../../../generator/write/manifest.ts";

/** A manifest with one root of each module given. */
export function manifestOf(...modules: readonly string[]): Manifest {
  const entries = modules.map((module) => {
    const stem = module.slice(0, -".ts".length);
    const name = stem.slice(stem.lastIndexOf("/") + 1);
    return {
      source: `${stem}.json`,
      pointer: "",
      name,
      root: true,
      module,
      type: name,
      guard: `is${name}`,
      validator: `validate${name}`,
      docs: `docs/${stem}.md`,
      hash: "0",
    };
  });
  return { version: 1, generator: "schemaloom@0.0.0", entries, failed: [] };
}

/** The files of an output with the modules given: module texts as given, other texts fixed. */
export function outputOf(modules: Readonly<Record<string, string>>): Map<string, string> {
  const manifest = manifestOf(...Object.keys(modules));
  const files = new Map(Object.entries(modules));
  for (const { docs } of manifest.entries) files.set(docs ?? "", "page\n");
  files.set("index.ts", "index\n").set("runtime.ts", "runtime\n").set("docs/index.html", "site\n");
  return files.set("manifest.json", serializeManifest(manifest));
}

export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "schemaloom-write-")));
}

export function writeFiles(folder: string, files: Iterable<readonly [string, string]>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Every file below a folder with its text; empty where there is no such folder. */
export function readFiles(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}

/** What a run left in the folder that holds the output folder. */
export function leftovers(parent: string): string[] {
  return readdirSync(parent).filter((name) => name.includes(".schemaloom-"));
}
