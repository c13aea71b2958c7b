import { cpSync, mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { typeErrors } from "../types/type-check.ts";
import { type Feature, features } from "./features.ts";
import { folderName, makeFeature } from "./make-feature.ts";

interface ExampleModule {
  readonly isExample: (value: unknown) => boolean;
  readonly validateExample: (value: unknown) => {
    readonly ok: boolean;
    readonly issues?: readonly unknown[];
  };
}

it("leaves no snapshot behind of what is made no longer", async () => {
  const expected = path.join(import.meta.dirname, "expected");
  const made = new Set<string>();
  for (const feature of features) {
    const { files } = await makeFeature(feature);
    for (const file of [...files.keys(), "diagnostics.json"]) {
      made.add(`${folderName(feature)}/${file}`);
    }
  }
  const standing = readdirSync(expected, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(path.join(expected, file)).isFile(),
  );
  expect(standing.filter((file) => !made.has(file.replaceAll(path.sep, "/")))).toEqual([]);
});

describe.each(features.map((feature) => [feature.name, feature] as const))("%s", (_, feature) => {
  it("is emitted as it was reviewed", async () => {
    const project = await makeFeature(feature);
    for (const [file, text] of project.files) {
      await expect(text).toMatchFileSnapshot(`expected/${folderName(feature)}/${file}`);
    }
    const diagnostics = project.diagnostics.map(({ code, severity, message, location }) => ({
      code,
      severity,
      message,
      pointer: location?.pointer,
    }));
    const file = `expected/${folderName(feature)}/diagnostics.json`;
    await expect(`${JSON.stringify(diagnostics, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it("accepts and rejects what the schema says, by guard and validator alike", async () => {
    const project = await makeFeature(feature);
    const module = (await project.importModule(
      feature.module ?? "Example.ts",
    )) as unknown as ExampleModule;
    for (const [values, verdict] of [
      [feature.accepted, true],
      [feature.rejected, false],
    ] as const) {
      for (const value of values) {
        const result = module.validateExample(value);
        const shown = JSON.stringify(value);
        expect({ shown, verdict: module.isExample(value) }).toEqual({ shown, verdict });
        expect({ shown, verdict: result.ok }).toEqual({ shown, verdict });
        if (!verdict) expect(result.issues?.length, shown).toBeGreaterThan(0);
      }
    }
  });

  const fault = peerFaults.get(feature.name);
  it.skipIf(fault !== undefined)(
    `is judged by ajv as the feature says${fault === undefined ? "" : `: ${fault}`}`,
    () => {
      const validate = compileWithAjv(feature);
      for (const value of feature.accepted)
        expect(validate(value), JSON.stringify(value)).toBe(true);
      for (const value of feature.rejected)
        expect(validate(value), JSON.stringify(value)).toBe(false);
    },
  );
});

/** Features that ajv cannot judge, and why. */
const peerFaults: ReadonlyMap<string, string> = new Map([
  ["OpenAPI 3.0", "ajv knows no OpenAPI 3.0"],
  ["discriminators", "ajv knows no OpenAPI documents"],
  ["asserted discriminators", "ajv knows no OpenAPI documents"],
  ["hostile names", "ajv loses a property named __proto__ while it compiles"],
  ["custom formats", "ajv knows none of them"],
  ["unevaluated items beside contains", "ajv takes more items from contains than match"],
  ["draft-07", "ajv 8 obeys keywords beside $ref, which draft-07 ignores"],
]);

function compileWithAjv({ inputs, formats }: Feature): (value: unknown) => boolean {
  const ajv = new Ajv2020({
    strict: false,
    multipleOfPrecision: 9,
    ownProperties: true,
    // It warns of formats that it does not know.
    logger: false,
  });
  if (formats === "assert") addFormats.default(ajv);
  for (const [file, schema] of Object.entries(inputs))
    ajv.addSchema(schema as object, `schema:/${file}`);
  const validate = ajv.getSchema("schema:/example.json");
  if (validate === undefined) throw new RangeError("the feature has no example.json");
  return (value) => validate(value) === true;
}

describe("the modules of all features", () => {
  it.each(["typescript-5.4", "typescript"] as const)(
    "compile with %s under every strict flag",
    async (compiler) => {
      const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-features-"));
      cpSync(path.join(import.meta.dirname, "expected"), folder, { recursive: true });
      writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
      expect(await typeErrors(folder, { compiler, resolution: "nodenext" })).toEqual([]);
    },
  );
});
