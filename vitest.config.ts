import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/harness/longest-first.ts";

/** Files that put modules of their own in place of others. */
const replacing = "test/unit/write/write-output-faults.test.ts";

export default defineConfig({
  test: {
    // The default leaves a processor idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    // Thousands of emitted modules, in JavaScript already: Node loads them faster than Vite does.
    server: { deps: { external: [/\/schemaloom-(?:suite|store)-/] } },
    projects: [
      {
        extends: true,
        test: {
          name: "whole",
          include: ["test/!(unit|monorepo)/**/*.test.ts", replacing],
        },
      },
      {
        extends: true,
        // Forty processes, for which `npm run test:turbo` asks.
        test: { name: "monorepo", include: ["test/monorepo/**/*.test.ts"] },
      },
      {
        extends: true,
        // To load the generator takes longer than most of these files do.
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts"],
          exclude: [replacing],
          isolate: false,
        },
      },
    ],
  },
});
