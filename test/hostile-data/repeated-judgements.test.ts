import { expect, test } from "vitest";
import { makeProject } from "../harness/project.ts";

interface Verdicts {
  readonly isNested: (value: unknown) => boolean;
  readonly validateNested: (value: unknown) => { readonly ok: boolean };
}

const child = { $ref: "#" };
const holding = (...required: string[]) => ({
  type: "object",
  properties: { child: { $ref: "#" } },
  required,
});

/** Schemas that come back to themselves by one value in several ways. */
const schemas: readonly (readonly [string, object])[] = [
  ["allOf", { allOf: [{ properties: { child } }, { properties: { child } }] }],
  ["allOf beside properties", { properties: { child }, allOf: [{ properties: { child } }] }],
  ["anyOf", { anyOf: [holding("child", "a"), holding("child", "b"), { type: "integer" }] }],
  ["oneOf", { oneOf: [holding("child"), holding("child", "b"), { type: "integer" }] }],
  ["not", { properties: { child }, not: { required: ["child"], properties: { child } } }],
  ["if", { if: { properties: { child } }, then: { properties: { child } }, else: true }],
  ["patterns", { properties: { child }, patternProperties: { "^c": child, d$: child } }],
  [
    "dependentSchemas",
    { properties: { child }, dependentSchemas: { child: { properties: { child } } } },
  ],
  ["contains", { type: ["array", "integer"], contains: child, items: child }],
  [
    "definitions",
    {
      allOf: [{ $ref: "#/$defs/one" }, { $ref: "#/$defs/other" }],
      $defs: { one: { properties: { child } }, other: { properties: { child } } },
    },
  ],
  [
    "what nothing evaluates",
    {
      anyOf: [holding("child"), holding("child", "b"), { type: "integer" }],
      unevaluatedProperties: { $ref: "#" },
    },
  ],
];

/** A value nested 40 levels deep, which counts how often its innermost part is read. */
function countedValue(inArrays: boolean, innermost: unknown) {
  const reads = { count: 0 };
  const innermostKey = inArrays ? 0 : "child";
  let value: object = inArrays ? [] : {};
  Object.defineProperty(value, innermostKey, {
    enumerable: true,
    get: () => {
      reads.count += 1;
      return innermost;
    },
  });
  for (let level = 0; level < 40; level += 1) value = inArrays ? [value] : { child: value };
  return { value, reads };
}

test.each(schemas)(
  "a value that %s judges in several ways is not judged twice as often at each level",
  async (name, schema) => {
    const project = await makeProject({
      "nested.json": { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema },
    });
    const module = (await project.importModule("Nested.ts")) as unknown as Verdicts;
    for (const innermost of [1, "faulty", {}, []]) {
      const { value, reads } = countedValue(name === "contains", innermost);
      const accepted = module.isNested(value);
      expect(module.validateNested(value).ok).toBe(accepted);
      // Twice for each of 40 levels they would be a million of millions.
      expect(reads.count).toBeLessThan(100_000);
    }
  },
);

test("an object that holds itself in several places is refused at once", async () => {
  const project = await makeProject({
    "nested.json": {
      anyOf: [
        { type: "object", properties: { left: child, right: child }, required: ["left"] },
        { type: "array", items: child },
      ],
    },
  });
  const module = (await project.importModule("Nested.ts")) as unknown as Verdicts;
  const cyclic: Record<string, unknown> = {};
  cyclic["left"] = cyclic;
  cyclic["right"] = [cyclic, cyclic];
  expect(module.isNested(cyclic)).toBe(false);
  expect(module.validateNested(cyclic)).toMatchObject({ ok: false });
});

test.each([4, 16, 1000])(
  "what a chain of %i schemas judges at each level is judged as far as there is room",
  async (length) => {
    const definitions = Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `d${String(index)}`,
        index === length - 1
          ? { type: "object", properties: { child } }
          : { allOf: [{ $ref: `#/$defs/d${String(index + 1)}` }], minProperties: index % 2 },
      ]),
    );
    const project = await makeProject({
      "nested.json": { $ref: "#/$defs/d0", $defs: definitions },
    });
    const module = (await project.importModule("Nested.ts")) as unknown as Verdicts;
    let value: unknown = { a: 1 };
    expect(module.isNested({ child: value })).toBe(true);
    for (let level = 0; level < 1_000_000; level += 1) value = { child: value };
    expect(module.isNested(value)).toBe(false);
    expect(module.validateNested(value)).toMatchObject({
      ok: false,
      issues: [{ keyword: "depth" }],
    });
  },
);
