import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { repository } from "./project.ts";

const bin = path.join(repository, "dist/cli/bin.js");

/** What a run of the command line did. */
export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the built command line in a folder, without colours.
 */
export function runCommand(cwd: string, ...words: readonly string[]): CommandOutcome {
  return runCommandWith({}, cwd, ...words);
}

/**
 * Runs the built command line as {@link runCommand} does, with some variables of the environment.
 */
export function runCommandWith(
  variables: Readonly<Record<string, string>>,
  cwd: string,
  ...words: readonly string[]
): CommandOutcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...variables },
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

/**
 * Every file below a folder, with its bytes and the time of its last change.
 */
export function snapshotFolder(folder: string): readonly (readonly [string, string, number])[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .sort()
    .map((file) => {
      const absolute = path.join(folder, file);
      return [file, readFileSync(absolute, "utf8"), statSync(absolute).mtimeMs] as const;
    });
}
