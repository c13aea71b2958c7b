import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type FormatPredicate, formatPredicates } from "../../../generator/dialects/formats.ts";
import { nodeOf } from "../../../generator/model/node-of.ts";
import { coverageOf } from "../../../generator/types/coverage.ts";
import { lowerNode } from "../../../generator/types/lower.ts";
import { type TypeSource, typeSource } from "../../../generator/types/type-source.ts";
import { ownSchemas } from "../../../generator/types/own-schemas.ts";
import { defaultTypes, type TypeOptions } from "../../../generator/options.ts";
import { testData } from "../../harness/project.ts";
import { compileErrors } from "./compile.ts";
import { modelOf, moduleText } from "./model-of.ts";
import { valueDeclaration } from "./value-declaration.ts";

function sourceOf(schema: unknown, typeOptions: Partial<TypeOptions> = {}): TypeSource {
  return typeSource(modelOf(schema), { ...defaultTypes, ...typeOptions });
}

/** Who says each keyword of a schema by itself: the type, the guard, or both. */
function coverages(schema: object): Record<string, string> {
  const model = sourceOf(schema);
  const [root] = model.modules.flatMap((module) => module.declarations);
  const node = nodeOf(model, root?.node ?? 0);
  return Object.fromEntries(
    node.assertions.map((assertion) => {
      const coverage = coverageOf(model, node, assertion);
      return [assertion.keyword, coverage.by === "both" ? coverage.rest : coverage.by];
    }),
  );
}

const wholeness = "whether numbers are whole";
const surplus = "surplus properties outside of literals";
const presence = "the presence of properties outside of literals";

describe("the type of a schema says", () => {
  test.each([
    [
      { type: "string", minLength: 1 },
      { type: "type", minLength: "guard" },
    ],
    [{ type: "integer" }, { type: wholeness }],
    [{ type: ["integer", "null"] }, { type: wholeness }],
    [{ type: ["integer", "number"] }, { type: "type" }],
    [
      { type: "integer", enum: [1, 2] },
      { type: "type", enum: "type" },
    ],
    [
      { type: "integer", enum: [1, 1.5] },
      { type: wholeness, enum: "type" },
    ],
    [{ const: [{}] }, { const: "type" }],
    [{ const: [{ a: 1 }] }, { const: surplus }],
    [
      { properties: { a: true }, required: ["a"] },
      { properties: "type", required: "type" },
    ],
    [{ required: ["toString"] }, { required: "properties that every object inherits" }],
    [{ additionalProperties: false }, { additionalProperties: "type" }],
    [{ additionalProperties: { type: "string" } }, { additionalProperties: "type" }],
    [
      { properties: { a: true }, additionalProperties: false },
      { properties: "type", additionalProperties: surplus },
    ],
    [
      { properties: { a: { type: "null" } }, additionalProperties: { type: "string" } },
      { properties: "type", additionalProperties: "which properties are additional" },
    ],
    [{ patternProperties: { "^a": { type: "string" } } }, { patternProperties: "type" }],
    [{ patternProperties: { "^[ab]": { type: "string" } } }, { patternProperties: "guard" }],
    [
      { patternProperties: { "^a": { type: "string" } }, additionalProperties: false },
      { patternProperties: "type", additionalProperties: surplus },
    ],
    [
      { patternProperties: { "^[ab]": { type: "string" } }, additionalProperties: false },
      {
        patternProperties: "which names match",
        additionalProperties: "which properties are additional",
      },
    ],
    [
      { patternProperties: { "^x-": {} }, additionalProperties: false },
      { patternProperties: "guard", additionalProperties: surplus },
    ],
    [
      { patternProperties: { "^x\\d": {} }, additionalProperties: false },
      { patternProperties: "guard", additionalProperties: "guard" },
    ],
    [
      {
        patternProperties: { "^x\\d": { $ref: "#/$defs/any" } },
        additionalProperties: false,
        $defs: { any: {} },
      },
      { patternProperties: "guard", additionalProperties: "guard" },
    ],
    [{ propertyNames: { enum: ["a"] } }, { propertyNames: surplus }],
    [{ propertyNames: { maxLength: 1 } }, { propertyNames: "guard" }],
    [
      { minItems: 1, maxItems: 2 },
      { minItems: "type", maxItems: "type" },
    ],
    [
      { minItems: 9, maxItems: 20 },
      { minItems: "guard", maxItems: "guard" },
    ],
    [
      { prefixItems: [true, true], minItems: 1, maxItems: 2 },
      { prefixItems: "type", minItems: "type", maxItems: "type" },
    ],
    [
      { prefixItems: [true, true], minItems: 3, maxItems: 4 },
      { prefixItems: "type", minItems: "type", maxItems: "type" },
    ],
    [
      { prefixItems: [true, true], minItems: 9, maxItems: 20 },
      { prefixItems: "type", minItems: "the items behind the first 2", maxItems: "guard" },
    ],
    [{ oneOf: [{ type: "string" }, { type: "null" }] }, { oneOf: "type" }],
    [{ oneOf: [{ const: "a" }, { enum: ["b", "c"] }] }, { oneOf: "type" }],
    [
      { oneOf: [{ const: "a" }, { enum: ["a", "b"] }] },
      { oneOf: "whether a second branch matches" },
    ],
    [{ oneOf: [{ type: "string" }] }, { oneOf: "type" }],
    [{ oneOf: [tagged("a"), tagged("b")] }, { oneOf: "type" }],
    [{ oneOf: [tagged("a"), tagged("a")] }, { oneOf: "whether a second branch matches" }],
    [{ if: {}, then: {} }, { if: "guard" }],
    [{ if: {}, else: {} }, { if: "guard" }],
    [
      { if: { type: "string" }, else: { type: "null" } },
      { if: "which branch the condition selects" },
    ],
    [{ not: { type: "string" } }, { not: "what TypeScript cannot take out" }],
    [{ not: { minLength: 1 } }, { not: "what TypeScript cannot take out" }],
    [
      { type: "string", not: { minLength: 1 } },
      { type: "type", not: "guard" },
    ],
    [{ dependentRequired: { a: ["b"] } }, { dependentRequired: presence }],
    [{ dependentSchemas: { a: { required: ["b"] } } }, { dependentSchemas: presence }],
    [{ dependentSchemas: { a: { minProperties: 2 } } }, { dependentSchemas: "guard" }],
    [{ unevaluatedProperties: false }, { unevaluatedProperties: surplus }],
    [
      { unevaluatedItems: { type: "null" } },
      { unevaluatedItems: "items that the type leaves open" },
    ],
  ])("%j: %j", (schema, expected) => {
    expect(coverages(schema)).toEqual(expected);
  });
});

function tagged(kind: string) {
  return { type: "object", properties: { kind: { const: kind } }, required: ["kind"] };
}

function predicateOf(format: string): FormatPredicate {
  const predicate = formatPredicates.get(format);
  if (predicate === undefined) throw new RangeError(`no predicate of ${format}`);
  return predicate;
}

describe("an asserted format", () => {
  const source = sourceOf({});
  const form = (formats: TypeOptions["formats"], format: string, known = format) =>
    coverageOf({ ...source, typeOptions: { ...defaultTypes, formats } }, nodeOf(source, 0), {
      keyword: "format",
      path: "/format",
      format,
      predicate: predicateOf(known),
    }).by;

  test("has no shape where the project has a predicate of its own for it", () => {
    expect(form("template", "email", "regex")).toBe("guard");
  });

  test("is left to the guard where its strings have no type of their own", () => {
    expect(form("string", "email")).toBe("guard");
    expect(form("template", "regex")).toBe("guard");
    expect(form("brand", "int32")).toBe("guard");
  });

  test("is said in part by a template or a brand", () => {
    expect(form("template", "email")).toBe("both");
    expect(form("brand", "regex")).toBe("both");
  });
});

test("what a trusted tsType leaves open is left to the guard", () => {
  const schema = { type: "array", items: { maxLength: 1 }, tsType: "Text[]" };
  const source = sourceOf(schema, { tsType: true });
  const [node] = source.nodes;
  const coverage = node?.assertions.map((assertion) => coverageOf(source, node, assertion).by);
  expect(coverage).toEqual(["both", "both"]);
  expect(ownSchemas(source, 0).map((own) => own.isLeftToGuard)).toEqual([false, true]);
  expect(ownSchemas(sourceOf(schema), 0).map((own) => own.isLeftToGuard)).toEqual([false, false]);
});

test("what stands inside an assertion that is left to the guard is left to it too", () => {
  const model = sourceOf({
    type: "array",
    not: { items: { minLength: 1 } },
    items: { type: "string" },
  });
  const root = model.modules[0]?.declarations[0]?.node ?? 0;
  expect(ownSchemas(model, root).map((own) => [own.path, own.isLeftToGuard])).toEqual([
    ["", false],
    ["/items", false],
    ["/not", true],
    ["/not/items", true],
  ]);
});

interface SuiteCase {
  readonly schema: unknown;
  readonly tests: readonly { readonly data: unknown; readonly valid: boolean }[];
}

const folder = path.join(testData, "json-schema-test-suite/tests/draft2020-12");
const absent = existsSync(folder) ? "" : " (skipped: the test data has no json-schema-test-suite)";

describe.skipIf(absent !== "")(`the schemas of the official suite${absent}`, () => {
  const cases = absent === "" ? suiteCases() : [];

  // Without patternProperties, additionalProperties says more; without contains, unevaluatedItems does.
  test("have the same type without any assertion left to the guard but those two", () => {
    let compared = 0;
    for (const { model } of cases) {
      for (const node of model.nodes) {
        for (const assertion of node.assertions) {
          if (["patternProperties", "contains"].includes(assertion.keyword)) continue;
          if (coverageOf(model, node, assertion).by !== "guard") continue;
          const assertions = node.assertions.filter((other) => other !== assertion);
          const nodes = model.nodes.with(node.id, { ...node, assertions });
          expect(lowerNode({ ...model, nodes }, node.id)).toEqual(lowerNode(model, node.id));
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  test("have a type that refuses each invalid value where types say all", async () => {
    const modules: string[] = [];
    const values: string[] = [];
    for (const { schema, tests } of cases.filter((each) => isSaidByTypes(each.model))) {
      const declarations = tests
        .filter(({ valid }) => !valid)
        .map(({ data }, index) =>
          valueDeclaration(`value${modules.length}x${index}`, data, schema),
        );
      modules.push(
        `namespace module${modules.length} {\n${await moduleText(schema)}\n${declarations.join("\n")}\n}`,
      );
      values.push(...declarations);
    }
    expect(values.length).toBeGreaterThan(100);
    const errors = compileErrors(modules.join("\n"));
    expect(values.filter((value) => !errors.some((error) => error.startsWith(value)))).toEqual([]);
  });
});

function suiteCases(): readonly (SuiteCase & { readonly model: TypeSource })[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as SuiteCase[])
    .flatMap((each) => {
      try {
        return [{ ...each, model: sourceOf(each.schema) }];
      } catch {
        // It leaves its own file.
        return [];
      }
    });
}

function isSaidByTypes(model: TypeSource): boolean {
  return model.nodes.every((node) =>
    node.assertions.every((assertion) => coverageOf(model, node, assertion).by === "type"),
  );
}
