/** What the bundle is run for: the command line, and the threads that it starts. */
export { runCommandLine } from "../cli/command-line.ts";
export { servePages } from "../docs/parallel/serve-pages.ts";
