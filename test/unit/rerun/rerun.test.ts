import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inputFiles } from "../../../generator/cache/unchanged-output.ts";
import { build, generate } from "../../../generator/generate.ts";
import type { GenerateOptions } from "../../../generator/options.ts";
import { loadRun } from "../../../generator/prepare.ts";
import { rerun } from "../../../generator/rerun/rerun.ts";
import { optionsFor, writeProject } from "../../harness/project.ts";

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

/** Schemas that come to each other in many ways; `@X` is the schema X. */
const shop: Schemas = {
  Order: {
    title: "Order",
    type: "object",
    properties: {
      id: { type: "string", minLength: 1 },
      customer: { $ref: "@Customer" },
      lines: { type: "array", items: { $ref: "@Line" } },
      total: { $ref: "@Price", description: "What it costs." },
      state: { $ref: "@State" },
    },
    required: ["id", "customer"],
  },
  Customer: {
    description: "Who orders.",
    allOf: [{ $ref: "@Party" }],
    properties: { vip: { type: "boolean" }, limit: { $ref: "@Price" } },
  },
  Party: {
    type: "object",
    properties: {
      name: { type: "string", description: "The name.", default: "Ada" },
      kind: { const: "party" },
      secret: { type: "string", writeOnly: true },
    },
    required: ["kind"],
  },
  Line: {
    oneOf: [
      {
        type: "object",
        properties: { kind: { const: "item" }, amount: { $ref: "@Amount" } },
        required: ["kind"],
      },
      { $ref: "@Gift" },
    ],
  },
  Gift: {
    type: "object",
    properties: { kind: { const: "gift" }, from: { $ref: "@Party" } },
    required: ["kind"],
  },
  Amount: { type: "integer", minimum: 1 },
  Price: {
    type: "object",
    properties: {
      cents: { type: "integer", description: "The amount." },
      currency: { enum: ["EUR", "USD"] },
      pattern: { type: "integer", maxLength: 3 },
    },
  },
  State: { description: "How far it is.", enum: ["open", "paid"] },
  Pet: {
    type: "object",
    properties: { petType: { type: "string" } },
    required: ["petType"],
    discriminator: { propertyName: "petType" },
  },
  Cat: {
    allOf: [{ $ref: "@Pet" }, { type: "object", properties: { lives: { $ref: "@Amount" } } }],
  },
  Kitten: { allOf: [{ $ref: "@Cat" }], properties: { age: { type: "number" } } },
  Owner: {
    type: "object",
    properties: {
      pets: { type: "array", items: { $ref: "@Pet" } },
      currency: { $ref: "@Price/properties/currency" },
    },
  },
  Tree: {
    type: "object",
    properties: { children: { type: "array", items: { $ref: "@Tree" } } },
  },
  Note: { type: "string", description: "A note." },
  Nothing: { type: "array", enum: ["a"] },
};

const names = Object.keys(shop);

/** Edits that leave it as it is what a schema refers to, and edits that do not. */
const edits: readonly ((schema: Schema) => Schema)[] = [
  (schema) => ({ ...schema, description: "Described anew. And more." }),
  (schema) => ({ ...schema, description: 'Ends a comment: */ and "quotes".' }),
  (schema) => ({ ...schema, title: "Titled anew" }),
  (schema) => ({ ...schema, deprecated: true }),
  (schema) => ({ ...schema, examples: [{ kind: "gift" }, "EUR", 7] }),
  (schema) => withProperty(schema, "name", { type: "string", default: "Grace" }),
  (schema) => withProperty(schema, "added", { type: "string", format: "date-time" }),
  (schema) => withProperty(schema, "list", { enum: ["x", "y"], title: "List" }),
  (schema) => withProperty(schema, "broken", { type: "integer", maxLength: 3 }),
  (schema) => withProperty(schema, "read", { type: "string", readOnly: true }),
  (schema) => withProperty(schema, "kind", { const: "other" }),
  (schema) => withProperty(schema, "inner", { type: "object", properties: { a: {} } }),
  (schema) => ({ ...schema, maxProperties: 4 }),
  (schema) => ({ ...schema, required: ["kind", "added"] }),
  (schema) => ({ ...schema, type: ["object", "null"] }),
  (schema) => ({ ...schema, enum: ["open", "closed"] }),
  (schema) => ({ ...schema, additionalProperties: false }),
  (schema) => Object.fromEntries(Object.entries(schema).reverse()),
  (schema) => Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "required")),
  (schema) => withProperty(schema, "amount", { $ref: "@Amount" }),
  (schema) => withProperty(schema, "deep", { $ref: "@Party/properties/name" }),
  (schema) => ({ ...schema, $defs: { Part: { type: "string" } } }),
  (schema) => ({ ...schema, anyOf: [{ $ref: "@Note" }, { type: "object" }] }),
  (schema) => ({ ...schema, $anchor: "here" }),
];

function withProperty(schema: Schema, name: string, property: Schema): Schema {
  return { ...schema, properties: { ...(schema["properties"] as Schema), [name]: property } };
}

/** Writes schemas as the inputs of a project. */
type Form = (schemas: Schemas) => Record<string, unknown>;

const files: Form = (schemas) => {
  const referring = (schema: Schema) =>
    JSON.parse(
      JSON.stringify(schema).replaceAll(/"@(\w+)\/?([^"]*)"/g, (_, name: string, below: string) =>
        JSON.stringify(below === "" ? `${name}.json` : `${name}.json#/${below}`),
      ),
    ) as Schema;
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`${name}.json`, referring(schema)]),
  );
};

const component: Form = (schemas) => ({
  "api.json": {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1" },
    paths: {},
    components: {
      schemas: JSON.parse(
        JSON.stringify(schemas).replaceAll('"@', '"#/components/schemas/'),
      ) as Schemas,
    },
  },
});

function cachedProject(inputs: Record<string, unknown>, said: Partial<GenerateOptions>) {
  const folder = writeProject(inputs);
  mkdirSync(path.join(folder, "node_modules"));
  return optionsFor(folder, { cache: true, ...said });
}

function writeInputs({ cwd }: GenerateOptions, inputs: Record<string, unknown>): void {
  for (const [file, value] of Object.entries(inputs)) {
    writeFileSync(path.join(cwd, "schemas", file), JSON.stringify(value, null, 2));
  }
}

/** The output as it stands. */
function outputFiles({ out }: GenerateOptions): Record<string, string> {
  const found = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    found.map((file) => [path.relative(out, file), readFileSync(file, "utf8")]),
  );
}

type Result = Awaited<ReturnType<typeof build>>;

/** What a result says of the inputs, with the places, in an order of its own. */
function told({ diagnostics }: Result): string[] {
  return diagnostics
    .map(({ code, severity, message, help, location }) =>
      JSON.stringify([
        location?.file.source,
        location?.pointer,
        location?.range ?? location?.file.rangeOf(location.pointer ?? ""),
        location?.file.text.length,
        [code, severity, message, help],
      ]),
    )
    .sort();
}

/** Reruns what has changed; `undefined` where that takes a run of everything. */
async function rerunProject(options: GenerateOptions) {
  const begin = Date.now();
  const inputs = await inputFiles(options);
  return rerun(options, { begin, inputs, loaded: await loadRun(options) });
}

describe("a run of what has changed alone", () => {
  test.each<[string, Form, Partial<GenerateOptions>]>([
    ["files", files, {}],
    ["components", component, {}],
    ["components with variants", component, { types: { variants: true } as never }],
    ["components as JavaScript", component, { emit: "js+dts", importExtension: ".js" }],
    ["components with asserted discriminators", component, { discriminator: "assert" }],
    ["files without a site", files, { outputs: new Set(["types", "guards", "docs"]) }],
    ["components with types alone", component, { outputs: new Set(["types"]) }],
    ["files with docs alone", files, { outputs: new Set(["docs", "site"]) }],
  ])(
    "makes what a run of everything makes, of %s",
    async (_, form, said) => {
      let reruns = 0;
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.array(
              fc.record({
                name: fc.constantFrom(...names),
                // The last ones change what a schema refers to.
                edit: fc.oneof(
                  { weight: 5, arbitrary: fc.nat(edits.length - 6) },
                  { weight: 1, arbitrary: fc.nat(edits.length - 1) },
                ),
              }),
              { minLength: 1, maxLength: 2 },
            ),
            { minLength: 1, maxLength: 4 },
          ),
          async (rounds) => {
            const { types } = optionsFor("");
            const options = cachedProject(form(shop), {
              ...said,
              types: { ...types, ...said.types },
            });
            let schemas = shop;
            await generate(options);
            for (const round of rounds) {
              for (const { name, edit } of round) {
                const edited = edits[edit]?.(schemas[name] ?? {}) ?? {};
                schemas = { ...schemas, [name]: edited };
              }
              writeInputs(options, form(schemas));
              const fresh = await build({ ...options, cache: false });
              const before = outputFiles(options);
              const rewritten = await rerunProject(options);
              runs += 1;
              if (rewritten === undefined) {
                expect(outputFiles(options)).toEqual(before);
              } else {
                reruns += 1;
                expect(told(rewritten)).toEqual(told(fresh));
                expect(rewritten.manifest).toEqual(fresh.manifest);
                expect(Object.fromEntries(rewritten.files)).toEqual(
                  Object.fromEntries(fresh.files),
                );
              }
              const result = rewritten ?? (await generate(options));
              expect(outputFiles(options)).toEqual(Object.fromEntries(fresh.files));
              expect(told(result)).toEqual(told(fresh));
            }
          },
        ),
        { numRuns: 6, seed: 20_261_128 },
      );
      expect(reruns / runs).toBeGreaterThan(0.3);
    },
    240_000,
  );

  const described = (name: string): Schemas => ({
    ...shop,
    [name]: { ...shop[name], description: "Described anew." },
  });

  test("writes no file that says the same", async () => {
    const options = cachedProject(component(shop), {});
    await generate(options);
    const before = outputTimes(options);
    writeInputs(options, component(described("Note")));
    const { summary } = await generate(options);
    expect(summary.changed).toEqual([
      "Note.ts",
      "docs/Note.html",
      "docs/Note.md",
      "docs/index.html",
      "docs/site/search-index.js",
      "manifest.json",
    ]);
    const touched = [...outputTimes(options)].filter(([file, time]) => before.get(file) !== time);
    expect(touched.map(([file]) => file)).toEqual(summary.changed);
    expect((await generate(options)).summary.changed).toEqual([]);
  });

  test("makes the same where schemas stand in another order", async () => {
    const options = cachedProject(component(shop), {});
    await generate(options);
    writeInputs(options, component(reversed(described("Price"))));
    expect(await rerunProject(options)).toBeDefined();
    const fresh = await build({ ...options, cache: false });
    expect(outputFiles(options)).toEqual(Object.fromEntries(fresh.files));
  });

  test.each<[string, Schemas, (options: GenerateOptions) => void]>([
    ["a schema has come", { ...described("Note"), Added: {} }, () => undefined],
    [
      "somebody has edited a file of the output",
      described("Note"),
      ({ out }) => {
        writeFileSync(path.join(out, "Order.ts"), "edited");
      },
    ],
    [
      "nobody knows how the output was left",
      described("Note"),
      ({ cwd }) => {
        const cache = path.join(cwd, "node_modules/.cache/schemaloom");
        for (const file of readdirSync(cache))
          if (file.endsWith(".stamps.json")) rmSync(path.join(cache, file));
      },
    ],
  ])("is none where %s", async (_, schemas, harm) => {
    const options = cachedProject(component(shop), {});
    await generate(options);
    writeInputs(options, component(schemas));
    harm(options);
    expect(await rerunProject(options)).toBeUndefined();
    await generate(options);
    const fresh = await build({ ...options, cache: false });
    expect(outputFiles(options)).toEqual(Object.fromEntries(fresh.files));
  });

  test.each<[string, Partial<GenerateOptions>]>([
    ["overlays", { overlays: ["none.overlay.json"] }],
    ["an emitter", { emitters: [{ name: "none", version: "1" }] }],
  ])("is none with %s", async (_, said) => {
    const options = cachedProject(files(shop), said);
    for (const overlay of options.overlays) {
      const actions = [{ target: "$", update: {} }];
      const info = { title: "None", version: "1" };
      writeFileSync(
        path.join(options.cwd, overlay),
        JSON.stringify({ overlay: "1.0.0", info, actions }),
      );
    }
    const absolute = {
      ...options,
      overlays: options.overlays.map((overlay) => path.join(options.cwd, overlay)),
    };
    await generate(absolute);
    writeInputs(absolute, files(described("Note")));
    expect(await rerunProject(absolute)).toBeUndefined();
  });
});

function reversed(schemas: Schemas): Schemas {
  return Object.fromEntries(Object.entries(schemas).reverse());
}

/** When each file of the output was written. */
function outputTimes(options: GenerateOptions): Map<string, number> {
  return new Map(
    Object.keys(outputFiles(options)).map((file) => [
      file,
      statSync(path.join(options.out, file)).mtimeMs,
    ]),
  );
}
