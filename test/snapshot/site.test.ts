import { expect, test } from "vitest";
import { defaultTypes } from "../../generator/options.ts";
import { makeProject } from "../harness/project.ts";
import { features } from "./features.ts";

/** Features whose schemas a site shows in every way that it has. */
const shown = [
  "definitions and recursion",
  "tagged unions",
  "hostile texts",
  "discriminators",
  "enum and const",
] as const;

test.each(shown)("the site of %s is made as it was reviewed", async (name) => {
  const feature = features.find((each) => each.name === name);
  if (feature === undefined) throw new Error(`there is no feature ${name}`);
  const { files } = await makeProject(feature.inputs, {
    outputs: new Set(["guards", "site"]),
    defaultDialect: feature.dialect ?? "2020-12",
    types: { ...defaultTypes, ...feature.types },
  });
  const folder = name.replaceAll(" ", "-");
  const own = [...files].filter(([file]) => /Example\.(?:html|js)$|index\.(?:html|js)$/.test(file));
  expect(own.length).toBeGreaterThan(3);
  for (const [file, text] of own) {
    await expect(text).toMatchFileSnapshot(`expected-site/${folder}/${file.slice("docs/".length)}`);
  }
});
