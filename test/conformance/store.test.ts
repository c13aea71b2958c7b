import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { beforeAll, describe, expect, it } from "vitest";
import { unsaidByTypes } from "../types/known-misses.ts";
import {
  isAdmitted,
  judgeStore,
  type JudgedStore,
  makeStore,
  refusedValues,
} from "../types/store-types.ts";
import { judgeStructure } from "../types/structure.ts";
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
  const wrong: string[] = [];
  let judged = 0;
  let output = "";
  let types: JudgedStore;

  beforeAll(async () => {
    output = await makeStore((name, { is, validate }) => {
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
    });
    types = await judgeStore(output);
  }, 300_000);

  it("are all made, and judge every published instance as published", () => {
    expect(storeNames()).toHaveLength(268);
    expect(wrong).toEqual([]);
    expect(judged).toBeGreaterThan(1000);
  });

  it("are made into modules that compile", () => {
    expect(types.faults).toEqual([]);
  });

  it("have types that admit every instance that is published as valid", async () => {
    const positive = types.instances.filter(({ isPositive }) => isPositive);
    expect(positive.length).toBeGreaterThan(800);
    const refused = positive.filter((instance) => !isAdmitted(instance));
    expect(await refusedValues(output, refused)).toEqual([]);
  });

  it("have types that refuse every instance with a fault of structure, but those listed", async () => {
    const { structural, missed } = await judgeStructure(types.instances);
    expect(structural).toBeGreaterThan(200);
    expect(missed).toEqual([...unsaidByTypes.keys()]);
  });

  it("fail with a dangling reference where their targets are not there", async () => {
    for (const name of withoutTargets) {
      await expect(compileStored(name, tmpdir()), name).rejects.toThrow("has no target");
    }
  });
});
