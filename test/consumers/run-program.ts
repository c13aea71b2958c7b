import { spawnSync } from "node:child_process";

/**
 * Runs a program to its end.
 *
 * @returns what it wrote to stdout
 * @throws Error with all that it wrote where it fails
 */
export function runProgram(program: string, words: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    timeout: 120_000,
    maxBuffer: 1 << 26,
  });
  if (status === 0) return stdout;
  const reason = error === undefined ? `exit code ${String(status)}` : error.message;
  throw new Error(`${program} ${words.join(" ")}: ${reason}\n${stdout}${stderr}`);
}
