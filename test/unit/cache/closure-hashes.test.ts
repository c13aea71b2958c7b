import fc from "fast-check";
import { expect, test } from "vitest";
import { closureHashes } from "../../../generator/cache/closure-hashes.ts";

const paths = ["a", "b", "c", "d", "e", "f"];

test("a module's hash changes with those of the modules that it comes to, and with no others", () => {
  const graphs = fc.record(Object.fromEntries(paths.map((path) => [path, fc.subarray(paths)])));
  fc.assert(
    fc.property(graphs, fc.constantFrom(...paths), (graph, changed) => {
      const next = (path: string) => graph[path] ?? [];
      const before = closureHashes(paths, next, (path) => path);
      const after = closureHashes(paths, next, (path) => (path === changed ? "other" : path));
      for (const path of paths) {
        const reached = new Set([path]);
        for (const each of reached) for (const other of next(each)) reached.add(other);
        expect(before.get(path) !== after.get(path)).toBe(reached.has(changed));
      }
    }),
  );
});
