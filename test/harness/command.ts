import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { runCommandLine } from "../../generator/cli/command-line.ts";
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
 * Runs the command line in a folder as {@link runCommand} does, in this process and from its sources: no
 * Node.js is started, and what runs counts as covered. For what the built program does as a process, there
 * is {@link runCommand}.
 */
export function runInProcess(cwd: string, ...words: readonly string[]): Promise<CommandOutcome> {
  return runInProcessWith({}, cwd, ...words);
}

/** What a command line finds in the process, where that is not as it is for the tests. */
export interface Surroundings {
  readonly environment?: Readonly<Record<string, string>>;
  /** What can be read from stdin. */
  readonly input?: string;
}

/**
 * Runs the command line as {@link runInProcess} does, in surroundings of its own.
 */
export async function runInProcessWith(
  { environment = {}, input }: Surroundings,
  cwd: string,
  ...words: readonly string[]
): Promise<CommandOutcome> {
  const [stdout, stderr] = [textStream(), textStream()];
  const code = await runCommandLine(words, {
    stdin: Readable.from(input === undefined ? [] : [input]),
    stdout,
    stderr,
    cwd,
    environment: { ...process.env, NO_COLOR: "1", ...environment },
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** A stream that keeps what is written to it. */
export function textStream() {
  let text = "";
  return {
    write: (more: string) => {
      text += more;
    },
    text: () => text,
  };
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
