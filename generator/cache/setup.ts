import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { remoteFiles } from "../load/remote-files.ts";
import { documentHash } from "../load/remote-lock.ts";
import type { GenerateOptions } from "../options.ts";
import { ownTemplates } from "../render/own-templates.ts";
import { packageFile } from "../package-file.ts";
import { packageVersion } from "../version.ts";
import { bundlePath } from "../bundle/bundle-path.ts";
import { emitterTexts } from "./emitter-code.ts";
import { moduleFiles } from "./imported-files.ts";
import { plainText } from "./plain-text.ts";

/**
 * Hashes what a run is made with: the generator itself, every option and the templates of the user. What
 * one run made is of no use to another where they differ.
 */
export async function setupHash(options: GenerateOptions): Promise<string> {
  const hash = createHash("sha256").update(`${packageVersion()} ${process.version}\n`);
  for (const file of [...generatorFiles(), ...filesBelow(ownTemplates)]) {
    hash.update(`${timeOf(file)}\n`);
  }
  for (const file of templateFiles(options.templates)) {
    hash.update(`${file}\n`).update(readFileSync(file));
  }
  for (const file of await formatterFiles(options)) {
    hash.update(`${file}\n`).update(readFileSync(file));
  }
  // Emitters are no part of it: what they make has keys of its own.
  const hasEmitters = options.emitters.length > 0;
  const others = { ...options, emitters: hasEmitters, emitterModule: undefined };
  return hash.update(plainText(others)).digest("hex");
}

/**
 * What a whole run is made with: its {@link setupHash}, what its emitters say of themselves, and which
 * remote documents are locked.
 */
export function runSetup(setup: string, options: GenerateOptions): string {
  const emitters = `${emitterTexts(options.emitters)} ${options.emitterModule ?? ""}`;
  return `${setup} ${emitters} ${remoteLockHash(options.remote)}`;
}

function remoteLockHash(remote: GenerateOptions["remote"]): string {
  const [lock] = remoteFiles(remote);
  return lock !== undefined && existsSync(lock) ? documentHash(readFileSync(lock)) : "";
}

/**
 * The files of a folder of templates, by their absolute paths.
 */
export function templateFiles(folder: string | undefined): string[] {
  if (folder === undefined || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * The files that decide how modules are formatted, by their absolute paths: those that a formatter is
 * made of, or that prettier may read its options from.
 */
export async function formatterFiles({
  formatter,
  out,
}: Pick<GenerateOptions, "formatter" | "out">): Promise<readonly string[]> {
  switch (formatter.kind) {
    case "own":
      return [];
    case "prettier":
      return prettierConfigs(out);
    case "module":
      return existsSync(formatter.path) ? moduleFiles(formatter.path) : [];
  }
}

/** Of its options in a package.json, and of its own version. */
const prettierSource =
  /^(?:package\.(?:json|yaml)|\.prettierrc(?:\.\w+)?|prettier\.config\.\w+|\.editorconfig)$/;

function prettierConfigs(out: string): string[] {
  const folders = [out];
  for (let folder = path.dirname(out); folder !== folders.at(-1); folder = path.dirname(folder)) {
    folders.push(folder);
  }
  return folders.filter(existsSync).flatMap((folder) => {
    const installed = path.join(folder, "node_modules/prettier/package.json");
    const configs = readdirSync(folder).filter((file) => prettierSource.test(file));
    return [
      ...configs.map((file) => path.join(folder, file)),
      ...(existsSync(installed) ? [installed] : []),
    ].filter((file) => statSync(file).isFile());
  });
}

/** The generator's own code: its sources where they are run, else the bundle, which is made of all of it. */
function generatorFiles(): string[] {
  const isSource = import.meta.url.endsWith(".ts");
  return isSource ? filesBelow(packageFile("generator")) : [bundlePath];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((file) => path.join(folder, file));
}

/** A file with its size and its time. */
function timeOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${String(size)} ${String(mtimeMs)}`;
}
