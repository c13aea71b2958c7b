import {
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Emitter } from "../../../generator/emitters/emitter.ts";
import { build, generate } from "../../../generator/generate.ts";
import type { GenerateOptions } from "../../../generator/options.ts";
import { optionsFor, writeProject } from "../../harness/project.ts";

type Schema = Record<string, unknown>;

const order: Schema = {
  title: "Order",
  type: "object",
  properties: {
    id: { type: "string", minLength: 1 },
    customer: { $ref: "customer.json" },
    lines: { type: "array", items: { $ref: "line.json" } },
  },
  required: ["id", "customer"],
};
const customer: Schema = {
  description: "Who orders.",
  allOf: [{ $ref: "party.json" }],
  properties: { vip: { type: "boolean" } },
};
const party: Schema = {
  type: "object",
  properties: { name: { type: "string", description: "The name." }, kind: { const: "party" } },
  required: ["kind"],
};
const line: Schema = {
  oneOf: [
    {
      type: "object",
      properties: { kind: { const: "item" }, amount: { $ref: "amount.json" } },
      required: ["kind"],
    },
    { $ref: "gift.json" },
  ],
};
const gift: Schema = {
  type: "object",
  properties: { kind: { const: "gift" }, from: { $ref: "party.json" } },
  required: ["kind"],
  unevaluatedProperties: false,
};
const amount: Schema = { type: "integer", minimum: 1 };

const inputs = {
  "order.json": order,
  "customer.json": customer,
  "party.json": party,
  "line.json": line,
  "gift.json": gift,
  "amount.json": amount,
};

/** A project whose package has a place for a cache. */
function cachedProject(options: Partial<GenerateOptions> = {}): GenerateOptions {
  const folder = writeProject(inputs);
  mkdirSync(path.join(folder, "node_modules"));
  return optionsFor(folder, { cache: true, ...options });
}

function schemaFile({ cwd }: GenerateOptions, name: string): string {
  return path.join(cwd, "schemas", name);
}

function editSchema(options: GenerateOptions, name: string, edit: (schema: Schema) => unknown) {
  const file = schemaFile(options, name);
  writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(file, "utf8")) as Schema)));
}

function flipLetter(file: string): void {
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("export", "exporT"));
}

/** The output as it stands. */
function outputFiles({ out }: GenerateOptions): Map<string, string> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return new Map(files.map((file) => [path.relative(out, file), readFileSync(file, "utf8")]));
}

async function freshFiles(options: GenerateOptions): Promise<Map<string, string>> {
  const { files } = await build({ ...options, cache: false });
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Edits of schemas that any other may come to depend on. */
const edits: readonly ((schema: Schema) => unknown)[] = [
  (schema) => ({ ...schema, description: "Described anew." }),
  (schema) => ({ ...schema, title: "Titled anew" }),
  (schema) => ({ ...schema, deprecated: true }),
  (schema) => ({ ...schema, type: ["object", "null"] }),
  (schema) => ({ ...schema, maxProperties: 4 }),
  (schema) => ({ ...schema, required: ["kind", "added"] }),
  (schema) => ({ ...schema, additionalProperties: false }),
  (schema) => ({ ...schema, $defs: { Part: { type: "string" } } }),
  (schema) => ({
    ...schema,
    properties: { ...(schema["properties"] as object), kind: { const: "other" } },
  }),
  (schema) => ({
    ...schema,
    properties: { ...(schema["properties"] as object), added: { $ref: "amount.json" } },
  }),
  (schema) => ({
    ...schema,
    properties: { ...(schema["properties"] as object), back: { $ref: "order.json" } },
  }),
  (schema) => ({ ...schema, anyOf: [{ $ref: "party.json" }, { type: "null" }] }),
  (schema) => Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "required")),
  (schema) => ({ ...schema, examples: [{ kind: "gift" }, { kind: "party", name: "Ada" }, 7] }),
  (schema) => ({
    ...schema,
    properties: { ...(schema["properties"] as object), name: { default: "Grace" } },
  }),
];

describe("a run that takes again what the run before has made", () => {
  /** Shows all that an emitter sees. */
  const showing: Emitter = {
    name: "showing",
    version: "1",
    emitModule: (module) => [
      { path: `views/${module.path}.json`, content: JSON.stringify(module, null, 1) },
    ],
    emitAll: (modules) => [{ path: "views.json", content: JSON.stringify(modules) }],
  };

  test("makes what a run makes that knows nothing, whatever was edited between them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            name: fc.constantFrom(...Object.keys(inputs)),
            edit: fc.constantFrom(...edits),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        async (changes) => {
          const options = cachedProject({ keepGoing: true, emitters: [showing] });
          await generate(options);
          for (const { name, edit } of changes) {
            if (name === "party.json" && edit === edits[11]) continue;
            editSchema(options, name, edit);
            await generate(options);
            expect(outputFiles(options)).toEqual(await freshFiles(options));
          }
        },
      ),
      { numRuns: 40, seed: 20_261_127 },
    );
  }, 120_000);

  test.each<[string, (options: GenerateOptions) => void]>([
    [
      "was edited",
      ({ out }) => {
        writeFileSync(path.join(out, "Party.ts"), "edited");
      },
    ],
    [
      "was edited to the same size",
      ({ out }) => {
        flipLetter(path.join(out, "Party.ts"));
      },
    ],
    [
      "is gone",
      ({ out }) => {
        rmSync(path.join(out, "docs/Party.md"));
      },
    ],
    [
      "was touched",
      ({ out }) => {
        utimesSync(path.join(out, "Party.ts"), 1, 1);
      },
    ],
  ])("does not take a file of the output that %s", async (_, harm) => {
    const options = cachedProject();
    await generate(options);
    harm(options);
    editSchema(options, "amount.json", (schema) => ({ ...schema, maximum: 9 }));
    await generate(options);
    expect(outputFiles(options)).toEqual(await freshFiles(options));
    expect((await generate(options)).summary.changed).toEqual([]);
  });

  test.each<Partial<GenerateOptions>>([
    { emit: "js+dts", importExtension: ".js" },
    { outputs: new Set(["docs"]) },
    { outputs: new Set(["types"]) },
  ])("makes the same where the output is %o", async (said) => {
    const options = cachedProject(said);
    await generate(options);
    editSchema(options, "party.json", (schema) => ({ ...schema, maxProperties: 4 }));
    await generate(options);
    expect(outputFiles(options)).toEqual(await freshFiles(options));
  });

  test("keeps no module and no page that stands in the output", async () => {
    const options = cachedProject({ emitters: [showing] });
    await generate(options);
    const cache = path.join(options.cwd, "node_modules/.cache/schemaloom");
    const texts = readdirSync(cache).map((file) => readFileSync(path.join(cache, file), "utf8"));
    expect(texts.join("\n")).not.toMatch(/export |<html|# Order/);
  });

  test("follows schemas that come, go and are renamed", async () => {
    const options = cachedProject();
    await generate(options);
    writeFileSync(schemaFile(options, "note.json"), JSON.stringify({ type: "string" }));
    await generate(options);
    expect(outputFiles(options)).toEqual(await freshFiles(options));
    rmSync(schemaFile(options, "note.json"));
    editSchema(options, "order.json", (schema) => ({ ...schema, $id: "order" }));
    await generate(options);
    expect(outputFiles(options)).toEqual(await freshFiles(options));
    expect(outputFiles(options).has("Note.ts")).toBe(false);
  });
});

describe("a run that finds nothing changed", () => {
  /** When each file of the output was written. */
  const times = ({ out }: GenerateOptions) =>
    [...outputFiles({ out } as GenerateOptions).keys()].map(
      (file) => statSync(path.join(out, file)).mtimeMs,
    );

  test("touches nothing, and gives what the run before gave", async () => {
    const options = cachedProject();
    const first = await generate(options);
    const before = times(options);
    const second = await generate(options);
    expect(times(options)).toEqual(before);
    expect(second.summary).toEqual({
      created: [],
      changed: [],
      removed: [],
      unchanged: first.files.size,
    });
    expect(second.manifest).toEqual(first.manifest);
    expect([...second.files].sort()).toEqual([...first.files].sort());
  });

  test("tells the warnings of the run before again, with their places", async () => {
    const options = cachedProject();
    editSchema(options, "amount.json", (schema) => ({ ...schema, maxLength: 3 }));
    const told = ({ diagnostics }: Awaited<ReturnType<typeof generate>>) =>
      diagnostics.map(({ code, message, location }) => ({
        code,
        message,
        pointer: location?.pointer,
        line: location?.file.rangeOf(location.pointer ?? "")?.start,
        text: location?.file.text,
      }));
    const first = told(await generate(options));
    expect(first).toHaveLength(1);
    expect(told(await generate(options))).toEqual(first);
  });

  test.each<[string, (options: GenerateOptions) => void]>([
    [
      "an output file was edited",
      ({ out }) => {
        writeFileSync(path.join(out, "Order.ts"), "edited");
      },
    ],
    [
      "an output file is gone",
      ({ out }) => {
        rmSync(path.join(out, "Order.ts"));
      },
    ],
    [
      "the whole output is gone",
      ({ out }) => {
        rmSync(out, { recursive: true });
      },
    ],
    [
      "what is known is no JSON",
      ({ cwd }) => {
        const cache = path.join(cwd, "node_modules/.cache/schemaloom");
        for (const file of readdirSync(cache)) writeFileSync(path.join(cache, file), "{");
      },
    ],
  ])("does not find so where %s", async (_, harm) => {
    const options = cachedProject();
    await generate(options);
    harm(options);
    await generate(options);
    expect(outputFiles(options)).toEqual(await freshFiles(options));
  });

  test("does not find so where an option is another", async () => {
    const options = cachedProject();
    await generate(options);
    const other = { ...options, types: { ...options.types, readonly: true } };
    await generate(other);
    expect(outputFiles(options)).toEqual(await freshFiles(other));
    expect(outputFiles(options)).not.toEqual(await freshFiles(options));
  });

  test("does not find so where a template is another", async () => {
    const templates = writeProject({});
    mkdirSync(path.join(templates, "partials"));
    const guard = path.join(templates, "partials/standard-schema.hbs");
    writeFileSync(guard, "// one\n");
    const options = cachedProject({ templates });
    await generate(options);
    writeFileSync(guard, "// two\n");
    await generate(options);
    expect(outputFiles(options)).toEqual(await freshFiles(options));
    expect(outputFiles(options).get("Order.ts")).toContain("// two");
  });
});

test("a run is not trusted while which a schema changed that it read", async () => {
  const options = cachedProject();
  const later = Date.now() / 1_000 + 60;
  utimesSync(schemaFile(options, "order.json"), later, later);
  await generate(options);
  const cache = path.join(options.cwd, "node_modules/.cache/schemaloom");
  expect(readdirSync(cache).filter((file) => file.endsWith(".run.json"))).toEqual([]);
  expect((await generate(options)).summary.changed).toEqual([]);
});

test("errors are told in every run, and leave the output as it was", async () => {
  const options = cachedProject();
  await generate(options);
  const before = outputFiles(options);
  editSchema(options, "order.json", (schema) => ({ ...schema, $ref: "nowhere.json" }));
  await expect(generate(options)).rejects.toThrow("nowhere.json");
  await expect(generate(options)).rejects.toThrow("nowhere.json");
  expect(outputFiles(options)).toEqual(before);
});
