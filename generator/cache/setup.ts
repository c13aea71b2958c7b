import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { GenerateOptions } from "../options.ts";
import { ownTemplates } from "../render/own-templates.ts";
import { packageVersion } from "../version.ts";
import { emitterTexts } from "./emitter-code.ts";
import { plainText } from "./plain-text.ts";

/**
 * Hashes what a run is made with: the generator itself, every option and the templates of the user. What
 * one run made is of no use to another where they differ.
 */
export function setupHash(options: GenerateOptions): string {
  const hash = createHash("sha256").update(`${packageVersion()} ${process.version}\n`);
  for (const folder of [generatorFolder, ownTemplates]) {
    for (const [file, stamp] of fileTimes(folder)) hash.update(`${file} ${stamp}\n`);
  }
  for (const file of templateFiles(options.templates)) {
    hash.update(`${file}\n`).update(readFileSync(file));
  }
  // Emitters are no part of it: what they make has keys of its own.
  const hasEmitters = options.emitters.length > 0;
  const others = { ...options, emitters: hasEmitters, emitterModule: undefined };
  return hash.update(plainText(others)).digest("hex");
}

/**
 * Hashes what a whole run is made with: its {@link setupHash}, and what its emitters say of themselves.
 */
export function runSetup(options: GenerateOptions): string {
  return `${setupHash(options)} ${emitterTexts(options.emitters)} ${options.emitterModule ?? ""}`;
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

/** The folder of the generator's own modules. */
const generatorFolder = fileURLToPath(new URL("..", import.meta.url));

/** The files below a folder, each with its size and its time. */
function fileTimes(folder: string): [file: string, stamp: string][] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((file) => {
      const { size, mtimeMs } = statSync(path.join(folder, file));
      return [file, `${String(size)} ${String(mtimeMs)}`];
    });
}
