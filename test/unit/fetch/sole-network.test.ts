import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { importedModules } from "../../../generator/syntax/imported-modules.ts";
import { repository } from "../../harness/project.ts";

const network =
  /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|dns\/promises|inspector)$|^undici$|^ws$/;

test("nothing but what fetches has to do with the network", async () => {
  const folder = path.join(repository, "generator");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const using = new Set<string>();
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), "utf8");
    const imports = await importedModules(text);
    const isUsing = imports.some((each) => network.test(each)) || /\bfetch\(/.test(text);
    if (isUsing) using.add(path.dirname(file));
  }
  expect([...using]).toEqual(["fetch"]);
});

test("what fetches is imported by the command and the function that are named after it alone", async () => {
  const folder = path.join(repository, "generator");
  const importers: string[] = [];
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || path.dirname(file) === "fetch") continue;
    const imports = await importedModules(readFileSync(path.join(folder, file), "utf8"));
    if (imports.some((each) => /(?:^|\/)fetch\//.test(each))) importers.push(file);
  }
  expect(importers.sort()).toEqual(["cli/actions/fetch.ts", "index.ts"]);
});
