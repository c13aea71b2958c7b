import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { makeProject } from "../../harness/project.ts";

/** What each property accepts, in turn; the last asserts nothing. */
const kinds = [
  { schema: { type: "string" }, good: "a", bad: 1 },
  { schema: { type: "integer", minimum: 0 }, good: 1, bad: -1 },
  { schema: { type: "array", items: { type: "number" } }, good: [1], bad: ["a"] },
  {
    schema: { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
    good: { a: "b" },
    bad: { a: 1 },
  },
  { schema: {}, good: null, bad: undefined },
] as const;

function kindOf(index: number) {
  return kinds[index % kinds.length] ?? kinds[0];
}

const nameOf = (index: number) => `${"x".repeat(index % 3)}p${String(index)}`;

interface Shape {
  readonly properties: number;
  readonly required: number;
  /** What the object has besides. */
  readonly more: Readonly<Record<string, unknown>>;
}

function schemaOf({ properties, required, more }: Shape): object {
  const { properties: own = {}, ...keywords } = more;
  return {
    type: "object",
    properties: {
      ...Object.fromEntries(
        Array.from({ length: properties }, (_, index) => [nameOf(index), kindOf(index).schema]),
      ),
      ...(own as object),
    },
    required: Array.from({ length: required }, (_, index) => nameOf(index)),
    ...keywords,
  };
}

/** Values that differ from a valid one in one place, and some that are valid. */
function valuesOf({ properties }: Shape): readonly unknown[] {
  const valid = Object.fromEntries(
    Array.from({ length: properties }, (_, index) => [nameOf(index), kindOf(index).good]),
  );
  const without = (index: number) =>
    Object.fromEntries(Object.entries(valid).filter(([name]) => name !== nameOf(index)));
  const places = [0, 1, 2, 3, 4, properties - 5, properties - 4, properties - 3, properties - 1];
  return [
    valid,
    {},
    [],
    null,
    ...places.map(without),
    ...places.flatMap((index) => {
      const { bad } = kindOf(index);
      return bad === undefined ? [] : [{ ...valid, [nameOf(index)]: bad }];
    }),
    ...["other", "y-other", "next"].flatMap((name) =>
      [0, "a", [], valid, { ...valid, [nameOf(0)]: 1 }].map((value) => ({
        ...valid,
        [name]: value,
      })),
    ),
    ...["other", "y-other"].map((name) => ({ [name]: "a" })),
  ];
}

const additions = [
  ["open", {}],
  ["closed", { additionalProperties: false }],
  ["with a schema for other properties", { additionalProperties: { type: "string" } }],
  [
    "with patterns",
    { patternProperties: { "^y-": { type: "number" }, "1$": { not: { const: "b" } } } },
  ],
  [
    "closed, with patterns",
    { patternProperties: { "^y-": { type: "number" } }, additionalProperties: false },
  ],
  ["with names", { propertyNames: { pattern: "^[xpny]" } }],
  ["that holds another of its kind", { properties: { next: { $ref: "#" } } }],
  [
    "closed, that holds another of its kind",
    { properties: { next: { $ref: "#" } }, additionalProperties: false },
  ],
  ["whose other properties are of its kind", { additionalProperties: { $ref: "#" } }],
  ["with a greatest number of properties", { maxProperties: 3 }],
  ["without a type", { type: ["object", "string"] }],
] as const;

const sizes = [
  ["few properties", 8, 2],
  ["more properties, few of them required", 40, 3],
  ["properties that are told apart by their lengths", 100, 4],
  ["so many properties that they stand in a table", 160, 2],
  ["a table of properties, most of them required", 160, 159],
  ["a table of properties, none of them required", 160, 0],
] as const;

describe.each(sizes)("an object of %s", (_, properties, required) => {
  test.each(additions)(
    "%s, is judged as ajv does, by guard and validator alike",
    async (...given) => {
      const [, more] = given;
      const shape = { properties, required, more };
      const schema = schemaOf(shape);
      const ajv = new Ajv2020({ strict: false, code: { optimize: false } }).compile(schema);
      const project = await makeProject({ "large.json": schema }, { outputs: new Set(["guards"]) });
      const { isLarge, validateLarge } = (await project.importModule("Large.ts")) as unknown as {
        readonly isLarge: (value: unknown) => boolean;
        readonly validateLarge: (value: unknown) => {
          issues?: readonly { instancePath: string }[];
        };
      };
      const values = valuesOf(shape);
      const verdicts = values.map((value) => ajv(value));
      expect(verdicts).toContain(false);
      if (!("maxProperties" in more)) expect(verdicts).toContain(true);
      expect(values.map(isLarge)).toEqual(verdicts);
      for (const [index, value] of values.entries()) {
        const { issues = [] } = validateLarge(value);
        expect(issues.length === 0).toBe(verdicts[index]);
      }
    },
  );
});
