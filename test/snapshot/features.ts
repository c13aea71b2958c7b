import type { DialectName } from "../../generator/dialects/dialect-name.ts";
import type { DiscriminatorMode } from "../../generator/dialects/discriminator.ts";
import type { FormatMode } from "../../generator/dialects/formats.ts";
import type { TypeOptions } from "../../generator/options.ts";

/** One feature: a small input, and values that its root `Example` must accept and reject. */
export interface Feature {
  readonly name: string;
  /** From the path below `schemas/` to the schema. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly dialect?: DialectName;
  readonly formats?: FormatMode;
  readonly discriminator?: DiscriminatorMode;
  readonly types?: Partial<TypeOptions>;
  /** From formats to the files of their predicates in `fixtures/formats/`. */
  readonly customFormats?: Readonly<Record<string, string>>;
  /** The module of `Example`; `Example.ts` unless named. */
  readonly module?: string;
  readonly accepted: readonly unknown[];
  readonly rejected: readonly unknown[];
}

/** A feature of one schema. */
function feature(
  name: string,
  schema: unknown,
  accepted: readonly unknown[],
  rejected: readonly unknown[],
): Feature {
  return { name, inputs: { "example.json": schema }, accepted, rejected };
}

/** An object from JSON text, in which `__proto__` is an ordinary property. */
function json(text: string): unknown {
  return JSON.parse(text) as unknown;
}

/** An OpenAPI document of pets: of a union with a discriminator, and of one that others extend. */
const pets = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  components: {
    schemas: {
      Example: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "#/components/schemas/Cat", lynx: "Cat" },
        },
      },
      Cat: {
        allOf: [
          { $ref: "#/components/schemas/Animal" },
          { properties: { lives: { type: "integer", readOnly: true } }, required: ["lives"] },
        ],
      },
      Dog: {
        allOf: [
          { $ref: "#/components/schemas/Animal" },
          { properties: { bark: { type: "string", writeOnly: true } }, required: ["bark"] },
        ],
      },
      Animal: {
        type: "object",
        properties: { kind: { type: "string" }, age: { type: "number" } },
        required: ["kind"],
        discriminator: { propertyName: "kind", mapping: { cat: "Cat" } },
      },
    },
  },
};

export const features: readonly Feature[] = [
  feature(
    "string limits",
    { type: "string", minLength: 2, maxLength: 4, pattern: "^[a-z/]+$" },
    ["ab", "a/bc"],
    ["a", "abcde", "AB", 1, null],
  ),
  feature(
    "number limits",
    {
      type: "object",
      properties: {
        inclusive: { type: "number", minimum: 0, maximum: 10 },
        exclusive: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 10 },
        step: { type: "number", multipleOf: 0.01 },
        whole: { type: "integer" },
      },
    },
    [{}, { inclusive: 0, exclusive: 0.1, step: 19.99, whole: 3 }, { whole: -0 }],
    [{ inclusive: -1 }, { exclusive: 10 }, { step: 0.005 }, { whole: 1.5 }, { whole: "1" }],
  ),
  feature(
    "enum and const",
    {
      type: "object",
      properties: {
        few: { enum: ["a", 1, null, true] },
        many: { enum: ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] },
        structures: { enum: [{ a: [1, { b: null }] }, []] },
        fixed: { const: "only" },
      },
      required: ["fixed"],
    },
    [
      { fixed: "only" },
      { fixed: "only", few: null, many: "j", structures: { a: [1, { b: null }] } },
      { fixed: "only", structures: [] },
    ],
    [
      {},
      { fixed: "other" },
      { fixed: "only", few: false },
      { fixed: "only", many: "k" },
      { fixed: "only", structures: { a: [] } },
    ],
  ),
  feature(
    "required and optional properties",
    {
      description: "A person.\n\nWith a second paragraph.",
      type: "object",
      properties: {
        name: { type: "string", description: "The full name." },
        age: { type: "integer", minimum: 0, default: 0, deprecated: true },
        "zip code": { type: "string" },
        address: {
          type: "object",
          properties: {
            street: { type: "string", description: "Street and number." },
            city: { type: "string" },
          },
          required: ["city"],
        },
      },
      required: ["name", "undeclared"],
    },
    [
      { name: "Ada", undeclared: null },
      {
        name: "Ada",
        undeclared: 1,
        age: 36,
        "zip code": "x",
        address: { city: "London" },
        extra: [],
      },
    ],
    [
      {},
      { name: "Ada" },
      { undeclared: 1 },
      { name: 1, undeclared: 1 },
      { name: "Ada", undeclared: 1, address: {} },
      [],
    ],
  ),
  feature(
    "closed objects",
    {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "number" } },
      patternProperties: { "^x-": { type: "boolean" } },
      additionalProperties: false,
    },
    [{}, { a: "", b: 1, "x-c": true }],
    [{ c: 1 }, { "x-c": 1 }, { a: 1 }],
  ),
  feature(
    "maps",
    {
      type: "object",
      properties: { total: { type: "number" } },
      additionalProperties: { type: "string" },
      propertyNames: { maxLength: 5 },
      minProperties: 1,
      maxProperties: 3,
    },
    [{ total: 1 }, { a: "x", total: 2 }],
    [{}, { a: 1 }, { toolong: "x" }, { a: "", b: "", c: "", d: "" }],
  ),
  feature(
    "free-form objects and untyped properties",
    {
      type: "object",
      properties: {
        headers: { type: "object" },
        anything: {},
        loose: { properties: { a: { type: "string" } } },
      },
    },
    [{}, { headers: {}, anything: null, loose: "not an object" }, { loose: { a: "x" } }],
    [{ headers: [] }, { headers: "x" }, { loose: { a: 1 } }],
  ),
  feature(
    "arrays and tuples",
    {
      type: "object",
      properties: {
        list: {
          type: "array",
          items: { type: ["string", "number"] },
          minItems: 1,
          maxItems: 3,
          uniqueItems: true,
        },
        pair: {
          type: "array",
          prefixItems: [{ type: "string" }, { type: "number" }],
          minItems: 2,
          items: false,
        },
        open: { type: "array", prefixItems: [{ type: "string" }], items: { type: "boolean" } },
        some: {
          type: "array",
          contains: { type: "number", minimum: 5 },
          minContains: 1,
          maxContains: 2,
        },
      },
    },
    [{}, { list: ["a", 1], pair: ["a", 1], open: ["a", true], some: ["x", 5, 9] }, { open: [] }],
    [
      { list: [] },
      { list: [1, 1] },
      { list: [null] },
      { pair: ["a"] },
      { pair: ["a", 1, 2] },
      { open: [1] },
      { open: ["a", 1] },
      { some: [1] },
      { some: [5, 6, 7] },
    ],
  ),
  {
    name: "tagged unions",
    inputs: {
      "example.json": {
        oneOf: [{ $ref: "./circle.json", title: "Round" }, { $ref: "./square.json" }],
      },
      "circle.json": {
        type: "object",
        properties: { kind: { const: "circle" }, radius: { type: "number" } },
        required: ["kind", "radius"],
      },
      "square.json": {
        type: "object",
        properties: { kind: { enum: ["square", "box"] }, side: { type: "number", minimum: 0 } },
        required: ["kind", "side"],
      },
    },
    accepted: [
      { kind: "circle", radius: 1 },
      { kind: "box", side: 0 },
    ],
    rejected: [
      {},
      { kind: "triangle" },
      { kind: "circle", side: 1 },
      { kind: "square", side: -1 },
      "circle",
      null,
    ],
  },
  feature(
    "untagged unions",
    {
      type: "object",
      properties: {
        disjoint: {
          oneOf: [
            { type: "string", minLength: 1 },
            { type: "object", required: ["a"] },
          ],
        },
        overlapping: {
          oneOf: [
            { type: "number", multipleOf: 2 },
            { type: "number", multipleOf: 3 },
          ],
        },
        any: {
          anyOf: [
            { type: "number", minimum: 10 },
            { type: "number", maximum: 0 },
            { type: "null" },
          ],
        },
        single: { oneOf: [{ type: "string" }] },
      },
    },
    [
      {},
      { disjoint: "x", overlapping: 3, any: 10, single: "" },
      { disjoint: { a: 1 }, overlapping: 4, any: null },
    ],
    [
      { disjoint: "" },
      { disjoint: {} },
      { disjoint: 1 },
      { overlapping: 6 },
      { overlapping: 5 },
      { any: 5 },
      { single: 1 },
    ],
  ),
  {
    name: "allOf",
    inputs: {
      "example.json": {
        type: "object",
        description: "Merged from several schemas.",
        allOf: [
          { $ref: "#/$defs/Named" },
          { properties: { size: { type: "number" } }, required: ["size"] },
          { properties: { size: { maximum: 10 } } },
        ],
        properties: { owner: { description: "Who has it.", allOf: [{ $ref: "#/$defs/Named" }] } },
        $defs: {
          Named: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
        },
      },
    },
    accepted: [
      { name: "a", size: 1 },
      { name: "a", size: 10, owner: { name: "b" } },
    ],
    rejected: [
      { name: "a" },
      { size: 1 },
      { name: "a", size: 11 },
      { name: "a", size: 1, owner: {} },
    ],
  },
  feature(
    "not and if",
    {
      type: "object",
      properties: {
        kind: { type: "string" },
        note: { not: { type: "number" } },
        level: { type: "number" },
      },
      if: { properties: { kind: { const: "strict" } }, required: ["kind"] },
      then: { required: ["level"] },
      else: { properties: { level: { maximum: 5 } } },
    },
    [{}, { kind: "strict", level: 9 }, { kind: "lax", level: 5, note: "x" }],
    [{ kind: "strict" }, { kind: "lax", level: 6 }, { note: 1 }],
  ),
  feature(
    "dependent keywords",
    {
      type: "object",
      properties: { card: { type: "string" }, address: { type: "string" } },
      dependentRequired: { card: ["address"] },
      dependentSchemas: {
        address: { properties: { country: { type: "string" } }, required: ["country"] },
      },
    },
    [{}, { address: "x", country: "y" }, { card: "1", address: "x", country: "y" }],
    [{ card: "1" }, { address: "x" }, { address: "x", country: 1 }],
  ),
  {
    name: "definitions and recursion",
    inputs: {
      "example.json": {
        $defs: {
          tree: {
            type: "object",
            description: "A tree.",
            properties: {
              value: true,
              children: { type: "array", items: { $ref: "#/$defs/tree" } },
            },
            required: ["value"],
          },
          unused: { type: "string" },
        },
        $ref: "#/$defs/tree",
      },
    },
    accepted: [{ value: 1 }, { value: null, children: [{ value: [], children: [] }] }],
    rejected: [{}, { value: 1, children: [{}] }, { value: 1, children: {} }],
  },
  {
    name: "references across folders with names that clash",
    inputs: {
      "example.json": {
        type: "object",
        properties: {
          mine: { $ref: "#/$defs/Item" },
          theirs: { $ref: "a/item.json" },
          others: { $ref: "b/item.json" },
          inner: { $ref: "a/item.json#/properties/id" },
        },
        $defs: { Item: { type: "boolean" } },
      },
      "a/item.json": { type: "object", properties: { id: { type: "string" } } },
      "b/item.json": { type: "object", properties: { id: { type: "number" } } },
    },
    accepted: [{}, { mine: true, theirs: { id: "x" }, others: { id: 1 }, inner: "y" }],
    rejected: [{ mine: {} }, { theirs: { id: 1 } }, { others: { id: "x" } }, { inner: 1 }],
  },
  {
    name: "boolean schemas",
    inputs: {
      "example.json": {
        type: "object",
        properties: { always: true, never: false, list: { type: "array", items: false } },
      },
      "anything.json": true,
      "nothing.json": false,
    },
    accepted: [{}, { always: null, list: [] }],
    rejected: [{ never: 1 }, { list: [1] }],
  },
  feature(
    "hostile names",
    json(`{
      "type": "object",
      "properties": {
        "__proto__": { "type": "string" },
        "constructor": { "type": "number" },
        "toString": { "type": "boolean" },
        "$ref": { "type": "string" },
        "oneOf": { "type": "array" },
        "do": { "type": "string" },
        "is object": { "type": "string" },
        "issues": { "type": "string" },
        "a/b~c": { "type": "string", "maxLength": 1 },
        "\`\${x}\`": { "type": "string" },
        "*/ end": { "type": "string" }
      },
      "required": ["__proto__"]
    }`),
    [
      json('{"__proto__": "own"}'),
      json('{"__proto__": "own", "constructor": 1, "toString": true, "a/b~c": "x"}'),
    ],
    [
      {},
      json('{"__proto__": 1}'),
      json('{"__proto__": "own", "constructor": "x"}'),
      json('{"__proto__": "own", "a/b~c": "xy"}'),
    ],
  ),
  feature(
    "hostile texts",
    {
      description:
        "Ends the comment */ alert(1) /* and more: <script>alert(1)</script> | {{x}} `code`\n@default no tag\n{@link nowhere}",
      type: "object",
      properties: {
        text: {
          type: "string",
          description:
            "A cell | with a pipe, <Say>Hello</Say>, a [link](javascript:alert(1)).\n\n@deprecated is prose here",
          default: "*/ `${x}` </script>",
          enum: ["*/", "`${x}`", "a\u2028b", 'q"q', "\\"],
        },
      },
    },
    [{}, { text: "*/" }, { text: "a\u2028b" }, { text: "\\" }],
    [{ text: "x" }],
  ),
  feature(
    "contradictions",
    {
      type: "object",
      properties: {
        verb: { type: "object", enum: ["a", "b"], default: "a" },
        range: { type: "number", minimum: 5, maximum: 1 },
        idle: { type: "array", maxLength: 2 },
      },
    },
    [{}, { idle: [1, 2, 3] }],
    [{ verb: "a" }, { verb: {} }, { range: 3 }],
  ),
  {
    name: "names of the runtime and of globals",
    inputs: {
      "example.json": {
        type: "object",
        properties: {
          result: { $ref: "result.json" },
          issue: { $ref: "issue.json" },
          record: { $ref: "record.json" },
          free: { type: "object" },
        },
      },
      "result.json": {
        type: "object",
        properties: {
          value: { anyOf: [{ type: "string" }, { type: "array", items: { $ref: "#" } }] },
        },
      },
      "issue.json": { type: "string", minLength: 1 },
      "record.json": { type: "object", properties: { free: { type: "object" } } },
      "index.json": { type: "string" },
    },
    accepted: [
      {},
      { result: { value: [{ value: "x" }] }, issue: "x", record: { free: {} }, free: {} },
    ],
    rejected: [{ result: { value: 1 } }, { issue: "" }, { record: { free: [] } }],
  },
  {
    name: "OpenAPI 3.0",
    inputs: {
      "api.json": {
        openapi: "3.0.3",
        info: { title: "Example", version: "1" },
        paths: {},
        components: {
          schemas: {
            Example: {
              type: "object",
              properties: {
                name: { type: "string", nullable: true, example: "Ada" },
                above: { type: "number", minimum: 0, exclusiveMinimum: true },
                child: { $ref: "#/components/schemas/Child" },
              },
              required: ["name"],
            },
            Child: {
              type: "object",
              properties: { id: { type: "integer" } },
              additionalProperties: false,
            },
          },
        },
      },
    },
    accepted: [{ name: null }, { name: "x", above: 0.1, child: { id: 1 } }],
    rejected: [{}, { name: 1 }, { name: null, above: 0 }, { name: null, child: { other: 1 } }],
  },
  {
    name: "discriminators",
    inputs: { "pets.json": pets },
    accepted: [
      { kind: "cat", lives: 9 },
      { kind: "cat", bark: "" },
      { kind: "", lives: 1 },
    ],
    rejected: [{ kind: "cat" }, { kind: "cat", lives: 1, bark: "" }, { lives: 9 }, "cat"],
  },
  {
    name: "asserted discriminators",
    inputs: { "pets.json": pets },
    discriminator: "assert",
    accepted: [
      { kind: "cat", lives: 9 },
      { kind: "lynx", lives: 9, bark: "" },
      { kind: "Dog", bark: "" },
    ],
    rejected: [{ kind: "cat", bark: "" }, { kind: "", lives: 1 }, { kind: "Cat", lives: 1 }, "cat"],
  },
  {
    name: "draft-07",
    inputs: {
      "example.json": {
        $schema: "http://json-schema.org/draft-07/schema#",
        definitions: { id: { $id: "#id", type: "string" } },
        type: "object",
        properties: {
          pair: {
            type: "array",
            items: [{ type: "string" }, { type: "number" }],
            additionalItems: false,
          },
          id: {
            $ref: "#id",
            description: "The description is a label, the siblings are ignored.",
            maxLength: 1,
          },
        },
        dependencies: { id: ["pair"] },
      },
    },
    accepted: [{}, { pair: [] }, { pair: ["a", 1], id: "long" }],
    rejected: [{ pair: [1] }, { pair: ["a", 1, 2] }, { id: "x" }, { id: 1, pair: [] }],
  },
  feature(
    "unevaluated properties and items",
    {
      type: "object",
      properties: {
        user: {
          allOf: [{ $ref: "#/$defs/Named" }],
          properties: { age: { type: "integer" } },
          unevaluatedProperties: false,
        },
        shape: {
          type: "object",
          required: ["kind"],
          anyOf: [
            { properties: { kind: { const: "circle" }, radius: { type: "number" } } },
            { properties: { kind: { const: "square" }, side: { type: "number" } } },
          ],
          unevaluatedProperties: { type: "string" },
        },
        row: {
          type: "array",
          prefixItems: [{ type: "string" }],
          if: { prefixItems: [{ const: "pair" }] },
          then: { prefixItems: [true, { type: "number" }] },
          unevaluatedItems: false,
        },
      },
      $defs: {
        Named: {
          type: "object",
          properties: { name: { type: "string" } },
          required: ["name"],
        },
      },
    },
    [
      {},
      { user: { name: "Ada", age: 36 } },
      { shape: { kind: "circle", radius: 1, note: "round" } },
      { row: [] },
      { row: ["a"] },
      { row: ["pair", 1] },
    ],
    [
      { user: { name: "Ada", email: "ada@example.com" } },
      { user: { age: 36 } },
      { shape: { kind: "circle", side: 1 } },
      { shape: { kind: "square", side: 1, note: 1 } },
      { row: ["a", 1] },
      { row: ["pair", "b"] },
      { row: ["pair", 1, 2] },
    ],
  ),
  feature(
    "unevaluated items beside contains",
    {
      type: "array",
      prefixItems: [{ type: "string" }],
      contains: { type: "object", required: ["id"], properties: { id: { type: "integer" } } },
      minContains: 2,
      unevaluatedItems: { type: "boolean" },
    },
    [
      ["a", { id: 1 }, true, { id: 2 }],
      ["a", { id: 1 }, { id: 2 }],
    ],
    [
      ["a", { id: 1 }, { id: 2 }, { id: "x" }],
      ["a", { id: 1 }, true],
      [{ id: 1 }, { id: 2 }],
    ],
  ),
  {
    name: "unevaluated by what the value matches",
    inputs: {
      "contact.json": {
        type: "object",
        anyOf: [
          { required: ["email"], properties: { email: { type: "string" } } },
          {
            required: ["phone"],
            properties: { phone: { type: "string" }, extension: { type: "integer" } },
          },
        ],
      },
      "example.json": {
        type: "object",
        properties: {
          address: {
            type: "object",
            properties: { country: { type: "string" } },
            allOf: [{ $ref: "contact.json" }],
            dependentSchemas: { country: { properties: { postcode: { type: "string" } } } },
            patternProperties: { "^x-": true },
            unevaluatedProperties: false,
          },
          event: {
            type: "object",
            properties: { at: { type: "integer" } },
            oneOf: [{ $ref: "#/$defs/Opened" }, { $ref: "#/$defs/Closed" }],
            unevaluatedProperties: false,
          },
          price: {
            type: "object",
            anyOf: [
              { required: ["amount"], properties: { amount: { type: "number" } } },
              {
                required: ["tiers"],
                properties: { tiers: { type: "array" } },
                if: { required: ["unit"] },
                then: { properties: { unit: { type: "string" } } },
                else: { properties: { flat: { type: "boolean" } } },
              },
            ],
            unevaluatedProperties: false,
          },
          settings: {
            if: { required: ["free"] },
            then: { additionalProperties: true },
            not: { not: { properties: { dropped: true } } },
            properties: { theme: { type: "string" } },
            unevaluatedProperties: false,
            unevaluatedItems: false,
          },
        },
        $defs: {
          Opened: {
            type: "object",
            required: ["kind"],
            properties: { kind: { const: "opened" }, by: { type: "string" } },
          },
          Closed: {
            type: "object",
            required: ["kind"],
            properties: { kind: { enum: ["closed", "lost"] }, reason: { type: "string" } },
          },
        },
      },
    },
    accepted: [
      {},
      { address: { email: "a@b.c", "x-note": 1 } },
      { address: { phone: "1", extension: 2, country: "NL", postcode: "1" } },
      { event: { kind: "opened", by: "Ada", at: 1 } },
      { event: { kind: "lost", reason: "rain" } },
      { price: { amount: 1, tiers: [], unit: "kg" } },
      { price: { tiers: [], flat: true } },
      { settings: { free: true, anything: 1 } },
      { settings: "none" },
    ],
    rejected: [
      { address: { email: "a@b.c", extension: 2 } },
      { address: { phone: "1", postcode: "1" } },
      { address: { country: "NL" } },
      { event: { kind: "opened", reason: "rain" } },
      { event: { kind: "opened", by: 1 } },
      { event: { kind: "unknown" } },
      { price: { amount: 1, tiers: 1 } },
      { price: { amount: 1, flat: true } },
      { price: { tiers: [], unit: "kg", flat: true } },
      { price: {} },
      { settings: { dropped: 1 } },
      { settings: [1] },
    ],
  },
  {
    name: "dynamic references",
    inputs: {
      "tree.json": {
        $id: "https://example.com/tree",
        $dynamicAnchor: "node",
        description: "A tree of anything.",
        type: "object",
        properties: {
          data: true,
          children: { type: "array", items: { $dynamicRef: "#node" } },
        },
      },
      "example.json": {
        $id: "https://example.com/strict-tree",
        $dynamicAnchor: "node",
        description: "A tree whose every node is closed.",
        $ref: "tree",
        unevaluatedProperties: false,
      },
    },
    accepted: [{}, { data: 1, children: [{ data: 2 }, { children: [] }] }],
    rejected: [{ daat: 1 }, { children: [{ daat: 1 }] }, { children: [1] }],
  },
  {
    ...feature(
      "asserted formats",
      {
        type: "object",
        properties: {
          id: { type: "string", format: "uuid" },
          at: { type: "string", format: "date-time", description: "When it happened." },
          address: { anyOf: [{ format: "ipv4" }, { format: "ipv6" }] },
          count: { type: "integer", format: "int32" },
          note: { type: "string", format: "prose" },
          dateFormat: { type: "string", format: "date" },
        },
      },
      [
        {},
        { dateFormat: "2024-02-29" },
        { id: "123e4567-e89b-12d3-a456-426614174000", at: "2024-02-29T23:59:60Z" },
        { address: "::1", count: 2147483647, note: "A format that nobody knows." },
        { address: 4 },
      ],
      [
        { id: "123e4567" },
        { at: "2023-02-29T00:00:00Z" },
        { address: "localhost" },
        { count: 2147483648 },
        { dateFormat: "2023-02-29" },
      ],
    ),
    formats: "assert",
  },
  {
    ...feature(
      "types as the config has them",
      {
        type: "object",
        required: ["id", "secret", "level"],
        properties: {
          id: { type: "string", format: "uuid", readOnly: true },
          secret: { type: "string", writeOnly: true },
          level: { $ref: "#/$defs/Level" },
          tags: { type: "array", items: { type: "string" }, default: [] },
          address: {
            description: "Where it stands.",
            type: "object",
            properties: { street: { type: "string" }, city: true, country: { maxLength: 2 } },
            additionalProperties: false,
          },
          parent: { $ref: "#" },
        },
        $defs: { Level: { description: "How loud.", enum: ["low", "very-high"], default: "low" } },
      },
      [{ id: "123e4567-e89b-12d3-a456-426614174000", secret: "", level: "low", more: 1 }],
      [
        { id: "123e4567", secret: "", level: "low" },
        { secret: "", level: "low" },
      ],
    ),
    formats: "assert",
    types: {
      enums: "const-object",
      readonly: true,
      openObjects: "index",
      formats: "template",
      variants: true,
    },
  },
  {
    ...feature(
      "custom formats",
      {
        type: "object",
        properties: {
          phone: { type: "string", format: "phone-e164", description: "Whom to call." },
          port: { type: "integer", format: "port" },
          account: { format: "iban" },
          born: { type: "string", format: "date" },
          seen: { type: "string", format: "date-time" },
        },
      },
      [
        {},
        { phone: "+14155550100", port: 443, account: "DE02120300000000202051" },
        { account: 4, born: "29.2.2024", seen: "A format of the dialect, which only annotates." },
      ],
      [
        { phone: "14155550100" },
        { port: 0 },
        { account: "DE03120300000000202051" },
        { born: "2024-02-29" },
      ],
    ),
    customFormats: {
      "phone-e164": "phone.ts",
      port: "port.ts",
      iban: "iban.js",
      date: "day.ts",
      unused: "day.ts",
    },
  },
  {
    ...feature(
      "documented values",
      {
        type: "object",
        properties: {
          level: {
            description: "How loud.",
            oneOf: [
              { const: "low", description: "Quiet." },
              { const: "high", description: "Loud.\n\nVery.", deprecated: true },
              { const: "off" },
            ],
          },
          modes: {
            type: "array",
            items: { enum: ["r", "w"], enumDescriptions: ["Read.", "Write */ too."] },
          },
          priority: { $ref: "#/$defs/Priority" },
        },
        $defs: {
          Priority: {
            description: "What goes first.",
            enum: [1, 2, 3],
            "x-enum-varnames": ["Low", "Middle", "High"],
            "x-enum-descriptions": { 1: "Some day.", 3: "Now." },
          },
        },
      },
      [{}, { level: "high", modes: ["r", "w"], priority: 3 }],
      [{ level: "higher" }, { modes: ["x"] }, { priority: "High" }],
    ),
    types: { enums: "const-object" },
  },
];
