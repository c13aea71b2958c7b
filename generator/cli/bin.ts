#!/usr/bin/env node
import { fitEngine } from "./engine.ts";

fitEngine();
// Loaded behind it, so that what loads it is run as it shall be.
const { runCommandLine } = await import("./command-line.ts");

// A reader that has seen enough, such as head, closes the pipe: that is no fault of this program.
process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
  if (fault.code !== "EPIPE") throw fault;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  environment: process.env,
});
