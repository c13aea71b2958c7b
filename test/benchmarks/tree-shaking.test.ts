import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { rollup } from "rollup";
import { beforeAll, describe, expect, test } from "vitest";
import { transpile } from "../conformance/suite.ts";
import { makeProject, repository, writeText } from "../harness/project.ts";
import { scriptParts } from "./script-parts.ts";

/** Bundles a module of JavaScript, each with what the bundler does unasked. */
const bundlers: Readonly<Record<string, (entry: string) => Promise<string>>> = {
  esbuild: async (entry) => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: "esm",
    });
    return outputFiles.map(({ text }) => text).join("");
  },
  rollup: async (entry) => {
    const bundle = await rollup({ input: entry });
    return textOf((await bundle.generate({ format: "esm" })).output);
  },
  rolldown: async (entry) => {
    const bundle = await rolldown({ input: entry });
    return textOf((await bundle.generate({ format: "esm" })).output);
  },
};

function textOf(output: readonly { readonly type: string; readonly code?: string }[]): string {
  return output.map(({ code }) => code ?? "").join("");
}

/** A schema whose guard and validator need much of the runtime. */
const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  properties: {
    name: { type: "string", minLength: 2, maxLength: 80, pattern: "^[a-z]+$" },
    mail: { type: "string", format: "email" },
    price: { type: "number", multipleOf: 0.01, minimum: 0 },
    tags: { type: "array", items: { type: "string" }, uniqueItems: true, minItems: 1 },
    shape: { enum: [{ kind: "round" }, ["square", 4], "none"] },
    colour: { enum: Array.from({ length: 40 }, (_, index) => `colour ${index}`) },
    part: {
      oneOf: [
        { type: "object", properties: { kind: { const: "a" } }, required: ["kind"] },
        { type: "object", properties: { kind: { const: "b" } }, required: ["kind"] },
      ],
    },
    either: { anyOf: [{ type: "string" }, { $ref: "#" }] },
  },
  required: ["name", "tags"],
  additionalProperties: false,
};

/** Texts of issues, of errors and of Standard Schemas. */
const words = /^must |must not| is not allowed|instancePath|^not a valid|~standard|schemaloom/;

test("what nothing exported reaches is seen in a bundle", () => {
  const script = `
    const limit = 4;
    const idle = /* @__PURE__ */ new Set(["must be seen"]);
    function help(value) { return value.idle < limit || alone(); }
    function alone() { return \`must be \${1} too\`; }
    function forgotten() { return forgotten() || help(idle); }
    export { help as isSchema };`;
  expect(scriptParts(script)).toEqual({
    declared: ["limit", "idle", "help", "alone", "forgotten"],
    idle: ["idle", "forgotten"],
    strings: ["must be seen", "must be ", " too"],
  });
});

describe.each(Object.entries(bundlers))("bundled by %s", (_, bundle) => {
  const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-tree-shaking-"));

  beforeAll(async () => {
    const { files } = await makeProject({ "schema.json": schema }, { formats: "assert" });
    for (const [file, text] of files)
      if (file.endsWith(".ts")) await writeModule(path.join("made", file), text);
    const published = path.join(repository, "generated");
    for (const file of readdirSync(published, { recursive: true, encoding: "utf8" }))
      if (file.endsWith(".ts"))
        await writeModule(file, readFileSync(path.join(published, file), "utf8"));
  });

  /** Writes a module of TypeScript as JavaScript whose imports end in `.js`. */
  async function writeModule(file: string, text: string): Promise<void> {
    const script = (await transpile(text)).replaceAll(/(from "\..*)\.ts";/g, '$1.js";');
    writeText(path.join(folder, file.replace(/\.ts$/, ".js")), script);
  }

  async function partsOf(names: string, module: string) {
    const entry = path.join(folder, `${names}-of-${path.basename(module)}`);
    writeText(entry, `export { ${names} } from "./${module}";\n`);
    return scriptParts(await bundle(entry));
  }

  test.each([
    ["isSchema", "made/Schema.js"],
    ["isSchema", "made/index.js"],
    ["isCreateTwilioPhoneNumberDTO", "vapi/CreateTwilioPhoneNumberDTO.js"],
    ["isCreateTwilioPhoneNumberDTO", "vapi/index.js"],
  ])(
    "%s of %s brings no validator, no message and no helper that it leaves idle",
    async (...of) => {
      const { declared, idle, strings } = await partsOf(...of);
      expect(idle).toEqual([]);
      expect(
        declared.filter((name) =>
          /^(?:validate|assert|report|collect)|^(?!is|nested).*Schema$/.test(name),
        ),
      ).toEqual([]);
      expect(strings.filter((text) => words.test(text))).toEqual([]);
    },
  );

  test.each([
    ["validateSchema", "made/Schema.js"],
    ["validateCreateTwilioPhoneNumberDTO", "vapi/CreateTwilioPhoneNumberDTO.js"],
  ])("%s of %s brings messages, but no Standard Schema", async (...of) => {
    const { declared, idle, strings } = await partsOf(...of);
    expect(idle).toEqual([]);
    expect(strings.filter((text) => text.startsWith("must "))).not.toEqual([]);
    expect(declared).not.toContain("standardSchema");
    expect(declared).not.toContain("SchemaError");
  });
});
