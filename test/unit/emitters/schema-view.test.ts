import { expect, test } from "vitest";
import type { ModuleView, SchemaView } from "../../../generator/emitters/views.ts";
import type { GenerateOptions } from "../../../generator/options.ts";
import { makeProject } from "../../harness/project.ts";

/** The view of the module that one schema is made to. */
async function moduleOf(
  schema: unknown,
  options: Partial<GenerateOptions> = {},
): Promise<ModuleView> {
  const seen: ModuleView[] = [];
  const emitModule = (module: ModuleView) => {
    seen.push(module);
    return [];
  };
  const emitters = [{ name: "seeing", emitModule }];
  await makeProject({ "a/thing.json": schema }, { ...options, emitters });
  const [module] = seen;
  if (module === undefined) throw new Error("no module");
  return module;
}

async function viewOf(schema: unknown, options?: Partial<GenerateOptions>): Promise<SchemaView> {
  const { declarations } = await moduleOf(schema, options);
  const view = declarations[0]?.schema;
  if (view === undefined) throw new Error("no declaration");
  return view;
}

const empty = {
  annotations: {},
  constraints: {},
  properties: [],
  patternProperties: [],
  dependentSchemas: [],
  prefixItems: [],
  allOf: [],
  anyOf: [],
  oneOf: [],
};
const anything = ["null", "boolean", "number", "string", "array", "object"];

/** The view of `{ "type": "string" }` at a place. */
function textAt(pointer: string) {
  return { ...empty, pointer, accepts: ["string"], constraints: { type: ["string"] } };
}

const text = { type: "string" };

test.each<[string, object, object]>([
  ["no keyword", {}, {}],
  [
    "limits",
    { type: "integer", minimum: 1, exclusiveMaximum: 9, multipleOf: 2 },
    {
      accepts: ["number"],
      constraints: { type: ["integer"], minimum: 1, exclusiveMaximum: 9, multipleOf: 2 },
    },
  ],
  [
    "limits of another dialect",
    { $schema: "http://json-schema.org/draft-04/schema#", minimum: 1, exclusiveMinimum: true },
    { constraints: { exclusiveMinimum: 1 } },
  ],
  ["a pattern", { pattern: "^a" }, { constraints: { pattern: "^a" } }],
  ["unique items", { uniqueItems: true }, { constraints: { uniqueItems: true } }],
  [
    "annotations",
    {
      title: "T",
      description: "D",
      deprecated: true,
      format: "uuid",
      default: null,
      examples: [1],
    },
    {
      annotations: {
        title: "T",
        description: "D",
        deprecated: true,
        format: "uuid",
        default: { value: null },
        examples: [1],
      },
    },
  ],
  [
    "properties",
    { properties: { a: text, b: true }, required: ["a", "c"] },
    {
      constraints: { required: ["a", "c"] },
      properties: [
        { name: "a", required: true, schema: textAt("/properties/a") },
        {
          name: "b",
          required: false,
          schema: { ...empty, pointer: "/properties/b", accepts: anything },
        },
      ],
    },
  ],
  [
    "patterns of properties",
    { patternProperties: { "^x-": text }, additionalProperties: false, propertyNames: text },
    {
      patternProperties: [{ pattern: "^x-", schema: textAt("/patternProperties/^x-") }],
      additionalProperties: { ...empty, pointer: "/additionalProperties", accepts: [] },
      propertyNames: textAt("/propertyNames"),
    },
  ],
  [
    "dependencies",
    { dependentRequired: { a: ["b"] }, dependentSchemas: { c: text } },
    {
      constraints: { dependentRequired: [{ name: "a", required: ["b"] }] },
      dependentSchemas: [{ name: "c", schema: textAt("/dependentSchemas/c") }],
    },
  ],
  [
    "items",
    { prefixItems: [text], items: text, contains: text, minContains: 2, maxContains: 3 },
    {
      prefixItems: [textAt("/prefixItems/0")],
      items: textAt("/items"),
      contains: { schema: textAt("/contains"), minimum: 2, maximum: 3 },
    },
  ],
  [
    "combinations",
    { anyOf: [text, text], not: { const: "a" } },
    {
      accepts: ["string"],
      anyOf: [textAt("/anyOf/0"), textAt("/anyOf/1")],
      not: { ...empty, pointer: "/not", accepts: ["string"], values: [{ value: "a" }] },
    },
  ],
  [
    "a condition",
    { if: text, then: text },
    { if: { condition: textAt("/if"), then: textAt("/then") } },
  ],
  [
    "listed values",
    { enum: ["a", null], enumDescriptions: ["First.", ""], "x-enum-varnames": ["A", "NONE"] },
    {
      accepts: ["null", "string"],
      values: [
        { value: "a", name: "A", description: "First." },
        { value: null, name: "NONE" },
      ],
    },
  ],
])("the view of a schema with %s says so", async (_, schema, view) => {
  expect(await viewOf(schema)).toEqual({ ...empty, pointer: "", accepts: anything, ...view });
});

test("a format stands among the constraints where guards assert it", async () => {
  const schema = { type: "string", format: "uuid" };
  expect((await viewOf(schema, { formats: "assert" })).constraints.format).toBe("uuid");
  expect((await viewOf(schema)).constraints.format).toBeUndefined();
});

test("a declaration lists each reference once, with the name of what it leads to", async () => {
  const module = await moduleOf({
    properties: {
      a: { $ref: "#/$defs/part" },
      b: { items: { $ref: "#/$defs/part" } },
      c: { $ref: "#" },
    },
    $defs: { part: { $ref: "#/$defs/deep" }, deep: true },
  });
  const reference = (name: string, pointer: string) => ({
    name,
    pointer,
    source: "a/thing.json",
    path: "a/Thing",
  });
  const [thing, ...definitions] = module.declarations;
  expect(thing?.references).toEqual([reference("Part", "/$defs/part"), reference("Thing", "")]);
  expect(thing?.schema.properties[0]?.schema.reference).toEqual(reference("Part", "/$defs/part"));
  expect(definitions.map(({ name, root, references }) => [name, root, references])).toEqual([
    ["Deep", false, []],
    ["Part", false, [reference("Deep", "/$defs/deep")]],
  ]);
});

test("a discriminator names what its values are mapped to, and the union stands as it was written", async () => {
  const seen: ModuleView[] = [];
  const branch = { type: "object", properties: { kind: { type: "string" } }, required: ["kind"] };
  await makeProject(
    {
      "api.yaml": {
        openapi: "3.1.0",
        info: { title: "T", version: "1" },
        paths: {},
        components: {
          schemas: {
            Cat: branch,
            Dog: branch,
            Pet: {
              oneOf: ["Cat", "Dog"].map((name) => ({ $ref: `#/components/schemas/${name}` })),
              discriminator: {
                propertyName: "kind",
                mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
              },
            },
          },
        },
      },
    },
    {
      discriminator: "assert",
      emitters: [
        {
          name: "seeing",
          emitAll: (modules) => {
            seen.push(...modules);
            return [];
          },
        },
      ],
    },
  );
  const pet = seen.find(({ path }) => path.endsWith("Pet"))?.declarations[0]?.schema;
  expect(pet?.discriminator?.property).toBe("kind");
  const mapped = pet?.discriminator?.mapping.map(({ value, reference }) => [value, reference.name]);
  expect(mapped).toEqual([
    ["cat", "Cat"],
    ["dog", "Dog"],
  ]);
  expect(pet?.oneOf.map(({ reference }) => reference?.name)).toEqual(["Cat", "Dog"]);
});
