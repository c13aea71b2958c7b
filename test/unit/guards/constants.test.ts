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
