/** The modules of every feature as they were reviewed, which few changes of a printer leave as they are. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { folderName, makeFeature } from "../snapshot/make-feature.ts";
import { features } from "../snapshot/features.ts";

const expected = path.join(import.meta.dirname, "../snapshot/expected");

test.each(features.map((feature) => [feature.name, feature] as const))("%s", async (_, feature) => {
  const folder = path.join(expected, folderName(feature));
  const { files, diagnostics } = await makeFeature(feature);
  for (const [file, text] of files) {
    if (file.endsWith(".ts")) expect(text).toBe(readFileSync(path.join(folder, file), "utf8"));
  }
  const told = JSON.parse(readFileSync(path.join(folder, "diagnostics.json"), "utf8")) as unknown;
  expect(
    diagnostics.map(({ code, severity, message, location }) => ({
      code,
      severity,
      message,
      ...(location === undefined ? {} : { pointer: location.pointer }),
    })),
  ).toEqual(told);
});
