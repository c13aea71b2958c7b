import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { repository } from "../harness/project.ts";
import { runProgram } from "./run-program.ts";

const quietly = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];

/**
 * Makes a project that has schemaloom from its packed tarball, and nothing of this repository besides
 * the example schemas.
 *
 * @returns its folder
 */
export function installPacked(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-consumer-"));
  cpSync(path.join(import.meta.dirname, "fixtures"), folder, { recursive: true });
  cpSync(path.join(repository, "schemas"), path.join(folder, "schemas"), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  installTarball(repository, folder);
  return folder;
}

/** Packs a package, and installs what was packed into a project. */
export function installTarball(packed: string, project: string): void {
  const made = runProgram("npm", ["pack", "--json", "--pack-destination", project], packed);
  const [{ filename }] = JSON.parse(made.slice(made.indexOf("["))) as [{ filename: string }];
  runProgram("npm", ["install", ...quietly, path.join(project, filename)], project);
}

/** Runs the command line that a project has installed. */
export function runInstalled(node: string, folder: string, ...words: readonly string[]): string {
  const bin = path.join(folder, "node_modules/schemaloom/dist/cli/bin.js");
  return runProgram(node, [bin, ...words], folder);
}
