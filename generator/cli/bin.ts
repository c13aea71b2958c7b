#!/usr/bin/env node
import { runCommandLine } from "./command-line.ts";

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
