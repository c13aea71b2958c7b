import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { formatTypeScript } from "../../../generator/text/format-typescript.ts";
import { tidyBlankLines } from "../../../generator/render/format.ts";
import { runtimeParts } from "../../../generator/render/runtime-parts.ts";
import { ownTemplates } from "../../../generator/render/own-templates.ts";
import { loadTemplates } from "../../../generator/render/templates.ts";

test("the runtime with every part in it is formatted, but for its blank lines", async () => {
  const folder = path.join(ownTemplates, "runtime");
  const names = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(path.join(folder, file), "utf8");
    return [...text.matchAll(/^export (?:function|const|class|interface|type) (\w+)/gm)];
  });
  const parts = runtimeParts(names.flatMap(([, name]) => name ?? []));
  const text = tidyBlankLines(loadTemplates(undefined)("runtime.ts", { parts }));
  expect(parts.length).toBeGreaterThan(40);
  expect(text).toBe(await formatTypeScript(text));
});
