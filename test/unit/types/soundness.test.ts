import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compileErrors } from "./compile.ts";
import { moduleText } from "./model-of.ts";
import { valueDeclaration } from "./value-declaration.ts";

const names = ["a", "b", "c"];
const name = fc.constantFrom(...names);
const pattern = fc.constantFrom("^[ab]", "^a", "b$", "c", "^(a|b)$", ".*");
const type = fc.constantFrom("string", "number", "boolean", "null", "array", "object");

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("", "x", 0, 1.5, true, false, null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const { schema } = fc.letrec<{ schema: unknown }>((tie) => {
  const inner = tie("schema");
  const branches = fc.array(inner, { minLength: 1, maxLength: 3 });
  return {
    schema: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(true, { type: "string" }, { type: "number" }, { enum: ["x", 0] }, false),
      fc.record(
        {
          type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
          properties: fc.dictionary(name, inner, { maxKeys: 3, noNullPrototype: true }),
          required: fc.uniqueArray(name, { maxLength: 2 }),
          additionalProperties: inner,
          patternProperties: fc.dictionary(pattern, inner, { maxKeys: 2, noNullPrototype: true }),
          dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), {
            maxKeys: 2,
            noNullPrototype: true,
          }),
          dependentSchemas: fc.dictionary(name, inner, { maxKeys: 2, noNullPrototype: true }),
          unevaluatedProperties: inner,
          unevaluatedItems: inner,
          propertyNames: fc.record({ enum: fc.uniqueArray(name, { minLength: 1 }) }),
          items: inner,
          prefixItems: branches,
          minItems: fc.nat(2),
          maxItems: fc.nat(3),
        },
        { requiredKeys: [] },
      ),
      fc.record(
        {
          type,
          enum: fc.array(value, { minLength: 1, maxLength: 3 }),
          properties: fc.dictionary(name, inner, { maxKeys: 2, noNullPrototype: true }),
          allOf: branches,
          anyOf: branches,
          oneOf: branches,
          not: inner,
          if: inner,
          then: inner,
          else: inner,
          $ref: fc.constantFrom("#/$defs/A", "#/$defs/B"),
        },
        { requiredKeys: [] },
      ),
    ),
  };
});

const definitions = {
  A: { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
  B: { anyOf: [{ type: "string" }, { properties: { b: { items: { $ref: "#/$defs/A" } } } }] },
};

test("a type admits every value that another validator accepts, whatever the schema", async () => {
  const ajv = new Ajv2020({ strict: false });
  const values = [...fc.sample(value, { numRuns: 60, seed: 7 }), ...samples()];
  const modules: string[] = [];
  let accepted = 0;
  for (const body of fc.sample(schema, { numRuns: 300, seed: 7 })) {
    const root = { allOf: [body], $defs: definitions };
    const validate = ajv.compile(root);
    const valid = values.filter((candidate) => accepts(validate, candidate));
    accepted += valid.length;
    const declarations = valid.map((each, index) => valueDeclaration(`value${index}`, each, root));
    modules.push(
      `namespace module${modules.length} {\n${await moduleText(root)}\n${declarations.join("\n")}\n}`,
    );
  }
  expect(accepted).toBeGreaterThan(1_000);
  expect(compileErrors(modules.join("\n"))).toEqual([]);
});

/** Ajv's code for some schemas with `prefixItems` throws: `items0 is not defined`. */
function accepts(validate: ValidateFunction, candidate: unknown): boolean {
  try {
    return validate(candidate);
  } catch {
    return false;
  }
}

/** Objects and arrays that random values seldom are. */
function samples(): readonly unknown[] {
  const parts = ["x", 0, null, { a: "x" }];
  return parts.flatMap((a) => [
    [a],
    { a },
    { b: [a] },
    ...parts.flatMap((b) => [[a, b], { a, b }, { a: "x", b: [a], c: b }]),
  ]);
}
