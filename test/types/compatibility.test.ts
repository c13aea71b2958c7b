import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { makeOutput, optionsFor, repository, writeProject } from "../harness/project.ts";
import { compilers, resolutions, typeErrors } from "./type-check.ts";
import { expectedViolations, sortedCodes, writeViolations } from "./violations.ts";

/** As published, as repaired, and with the other ending that every resolver takes. */
const outputs = [
  { name: "published", overlays: [], importExtension: ".ts" },
  { name: "repaired", overlays: ["schemas/vapi-repairs.overlay.yaml"], importExtension: ".ts" },
  { name: "js-specifiers", overlays: [], importExtension: ".js" },
] as const;

const checks = compilers.flatMap((compiler) =>
  resolutions.map((resolution) => [compiler, resolution] as const),
);

describe("the output of schemas/, beside a violation of each strict option,", () => {
  const folder = writeProject({});

  beforeAll(async () => {
    for (const { name, overlays, importExtension } of outputs) {
      await makeOutput(folder, {
        ...optionsFor(folder),
        inputs: [path.join(repository, "schemas")],
        out: path.join(folder, name),
        overlays: overlays.map((overlay) => path.join(repository, overlay)),
        defaultDialect: "openapi-3.0",
        importExtension,
      });
    }
    writeViolations(folder);
  });

  test.each(checks)("compiles with %s, %s, but for those", async (compiler, resolution) => {
    const errors = await typeErrors(folder, { compiler, resolution });
    expect(sortedCodes(errors)).toEqual(expectedViolations(compiler));
  });
});
