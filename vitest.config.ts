import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/harness/longest-first.ts";

/**
 * Files with a process of their own: those that start a browser, a server or many processes, put modules of
 * their own in place of others, or import thousands of modules.
 */
const apart = [
  "test/{benchmarks,browser,bundlers}/**/*.test.ts",
  "test/cli/command-line.test.ts",
  "test/conformance/{changes,report,store,strategies,suite}.test.ts",
  "test/docs/{api,page-workers}.test.ts",
  "test/openapi/vapi-spec.test.ts",
  "test/unit/write/write-output-faults.test.ts",
];

/** Forty processes, for which `npm run test:turbo` asks. */
const monorepo = "test/monorepo/**/*.test.ts";

export default defineConfig({
  test: {
    // The default leaves a processor idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    // Thousands of emitted modules, in JavaScript already: Node loads them faster than Vite does.
    server: { deps: { external: [/\/schemaloom-(?:suite|store)-/] } },
    coverage: {
      provider: "v8",
      include: ["generator/**/*.ts"],
      exclude: ["generator/config/generated/**"],
      reportsDirectory: "coverage",
      reporter: ["json", "json-summary"],
    },
    projects: [
      { extends: true, test: { name: "apart", include: apart } },
      { extends: true, test: { name: "monorepo", include: [monorepo] } },
      {
        extends: true,
        // To load the generator takes longer than most of these files do.
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: [...apart, monorepo, "test/mutation/.stryker/**"],
          isolate: false,
        },
      },
    ],
  },
});
