import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The default leaves a processor idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    // Thousands of emitted modules, in JavaScript already: Node loads them faster than Vite does.
    server: { deps: { external: [/\/schemaloom-(?:suite|store)-/] } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
