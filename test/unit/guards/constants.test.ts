import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeProject, repository } from "../../harness/project.ts";

test("a module declares no constant that none of its functions uses", async () => {
  const schema = readFileSync(path.join(repository, "config.schema.json"), "utf8");
  const { files } = await makeProject({ "config.schema.json": schema });
  const text = files.get("Config.ts") ?? "";
  const constants = [...text.matchAll(/^const (\w+)/gmu)].map(([, name = ""]) => name);
  expect(constants).toContain("CONFIG_NAMES");
  const uses = (name: string) => [...text.matchAll(new RegExp(`\\b${name}\\b`, "gu"))].length;
  expect(constants.filter((name) => uses(name) < 2)).toEqual([]);
});

test("a module declares what only a function asks that judges whether an item is evaluated", async () => {
  const { importModule } = await makeProject({
    "list.json": {
      if: { maxItems: 1 },
      else: { contains: { enum: [[], { e: null }, {}] }, minContains: 2 },
      unevaluatedItems: { type: "number" },
    },
  });
  const { isList } = (await importModule("List.ts")) as { isList: (value: unknown) => boolean };
  expect(isList([[], { e: null }, 1])).toBe(true);
  expect(isList([[], { e: null }, "a"])).toBe(false);
});
