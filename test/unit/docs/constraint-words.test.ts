import { expect, it } from "vitest";
import { pageOf } from "./docs-of.ts";

it.each([
  [{ exclusiveMaximum: 3 }, "less than 3"],
  [{ minLength: 1 }, "at least 1 character"],
  [{ minItems: 2, maxItems: 2 }, "exactly 2 items"],
  [{ minProperties: 1, maxProperties: 2 }, "1 to 2 properties"],
  [{ contains: { type: "string" } }, "at least 1 item: string"],
  [{ contains: { const: 1 }, minContains: 2, maxContains: 3 }, "2 to 3 items: `1`"],
  [{ required: ["a", "b"] }, "requires `a` and `b`"],
  [{ dependentRequired: { a: ["b", "c"] } }, "`a` requires `b` and `c`"],
  [{ dependentSchemas: { a: { type: "object" } } }, "with `a`: object"],
  [
    { patternProperties: { "^x": { type: "string" } } },
    "properties whose name matches `^x`: string",
  ],
  [{ additionalProperties: false }, "no other properties"],
  [{ properties: { a: true }, additionalProperties: { type: "null" } }, "other properties: null"],
  [{ propertyNames: { maxLength: 3 } }, "names of properties: at most 3 characters"],
  [{ not: { type: "string" } }, "not string"],
  [
    { if: { type: "string" }, then: { minLength: 1 }, else: { type: "null" } },
    "if string, then at least 1 character, else null",
  ],
  [{ items: { type: "string" } }, "items: string"],
  [{ prefixItems: [{ type: "string" }, true] }, "first items: string, anything"],
  [{ contentEncoding: "base64", contentMediaType: "image/png" }, "encoded in `base64`"],
])("%j is said as %s", (schema, words) => {
  expect(pageOf(schema)).toContain(`\n- ${words}\n`);
});
