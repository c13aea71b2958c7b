import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { typeErrors } from "../types/type-check.ts";
import {
  compileStored,
  misjudged,
  store,
  storeInstances,
  storeNames,
  withoutTargets,
} from "./store.ts";

const absent = existsSync(store) ? "" : " (skipped: the test data has no schemastore)";

describe.skipIf(absent !== "")(`the schemas that people publish${absent}`, () => {
  const names = absent === "" ? storeNames() : [];

  it(
    "are all made, judge every published instance as published, and compile",
    { timeout: 300_000 },
    async () => {
      const output = mkdtempSync(path.join(tmpdir(), "schemaloom-store-"));
      writeFileSync(path.join(output, "package.json"), '{ "type": "module" }');
      const wrong: string[] = [];
      let judged = 0;
      for (const name of names.filter((candidate) => !withoutTargets.has(candidate))) {
        const { is, validate } = await compileStored(name, output);
        const { positive, negative } = storeInstances(name);
        for (const [instances, verdict] of [
          [positive, true],
          [negative, false],
        ] as const) {
          for (const { file, value } of instances) {
            if (misjudged.has(`${name} ${file}`)) continue;
            const result = validate(value);
            const spoken = result.ok || (result.issues ?? []).length > 0;
            if (is(value) === verdict && result.ok === verdict && spoken) judged += 1;
            else wrong.push(`${name} ${file}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(names).toHaveLength(268);
      expect(judged).toBeGreaterThan(1000);
      const check = { compiler: "typescript-7", resolution: "nodenext" } as const;
      expect(await typeErrors(output, check)).toEqual([]);
    },
  );

  it("fail with a dangling reference where their targets are not there", async () => {
    for (const name of withoutTargets) {
      await expect(compileStored(name, tmpdir()), name).rejects.toThrow("has no target");
    }
  });
});
