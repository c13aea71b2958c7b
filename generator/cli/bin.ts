#!/usr/bin/env node
import { fitEngine } from "./engine.ts";

fitEngine();
// Loaded behind it, so that what loads it is run as it shall be.
const { loadCommandLine } = await import("./load-command-line.ts");
const words = process.argv.slice(2);
const { runCommandLine, finish } = await loadCommandLine(words, process.cwd());

// A reader that has seen enough, such as head, closes the pipe: that is no fault of this program.
process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
  if (fault.code !== "EPIPE") throw fault;
});

process.exitCode = await runCommandLine(words, {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  environment: process.env,
});
if (process.exitCode === 0) finish();
