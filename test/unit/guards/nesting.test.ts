import { describe, expect, test } from "vitest";
import { makeProject } from "../../harness/project.ts";

interface Issue {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message: string;
  readonly params: object;
}

type Judged = readonly [accepted: boolean, issues: readonly Issue[]];

/** Makes a schema, and gives what judges by guard and validator together. */
async function judgeBy(
  schemas: Readonly<Record<string, object>>,
): Promise<(name: string, value: unknown) => Judged> {
  const project = await makeProject(schemas);
  const modules = new Map<string, Record<string, unknown>>();
  for (const { name, module = "" } of project.manifest.entries) {
    modules.set(name, await project.importModule(module));
  }
  return (name, value) => {
    const module = modules.get(name) ?? {};
    const is = module[`is${name}`] as (value: unknown) => boolean;
    const validate = module[`validate${name}`] as (
      value: unknown,
    ) => { readonly ok: true } | { readonly ok: false; readonly issues: readonly Issue[] };
    const result = validate(value);
    expect(result.ok).toBe(is(value));
    return [result.ok, result.ok ? [] : result.issues];
  };
}

/** A value that is nested so many levels deep. */
function nested(levels: number, wrap: (value: unknown) => unknown, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

const list = {
  type: "object",
  properties: { value: { type: "integer" }, next: { $ref: "#" } },
  required: ["value"],
  additionalProperties: false,
};
const inList = (next: unknown) => ({ value: 1, next });

const tooDeep = (instancePath: string): Issue => ({
  instancePath,
  keyword: "depth",
  message: "must not be nested more than 1000 levels deep",
  params: { limit: 1000 },
});

describe("a value that is nested in itself", () => {
  test("is judged to the last level that is documented, and not beyond", async () => {
    const judge = await judgeBy({ "list.json": list });
    expect(judge("List", nested(1000, inList, { value: 1 }))).toEqual([true, []]);
    expect(judge("List", nested(1000, inList, { value: "" }))[1]).toMatchObject([
      { instancePath: "/next".repeat(1000) + "/value", keyword: "type" },
    ]);
    expect(judge("List", nested(1001, inList, { value: 1 }))).toMatchObject([
      false,
      [tooDeep("/next".repeat(1001))],
    ]);
  });

  test.each<[string, object, (value: unknown) => unknown, unknown?]>([
    ["in properties", list, inList, { value: 1 }],
    [
      "in open objects",
      { properties: { a: { $ref: "#" }, b: {} }, required: ["b"] },
      (a) => ({ a, b: 1 }),
    ],
    ["in items", { items: { $ref: "#" } }, (value) => [value]],
    ["in items of items", { items: { items: { $ref: "#" }, minItems: 1 } }, (value) => [[value]]],
    ["in maps", { additionalProperties: { $ref: "#" } }, (value) => ({ key: value })],
    ["by patterns", { patternProperties: { "^k": { $ref: "#" } } }, (value) => ({ key: value })],
    ["in tuples", { prefixItems: [{}, { $ref: "#" }] }, (value) => [0, value]],
    [
      "in unions",
      { properties: { a: { anyOf: [{ type: "string" }, { $ref: "#" }] } }, minProperties: 1 },
      (a) => ({ a }),
    ],
    [
      "in tagged unions",
      {
        oneOf: ["x", "y"].map((kind) => ({
          type: "object",
          properties: { kind: { const: kind }, child: { $ref: "#" } },
          required: ["kind"],
        })),
      },
      (child) => ({ kind: "x", child }),
      { kind: "y" },
    ],
    [
      "in what nothing evaluates",
      { unevaluatedProperties: { $ref: "#" }, anyOf: [{ properties: { b: {} } }, {}] },
      (a) => ({ a }),
    ],
    [
      "in large objects",
      {
        properties: Object.fromEntries(
          Array.from({ length: 200 }, (_, index) => [`p${index}`, { $ref: "#" }]),
        ),
      },
      (p7) => ({ p7 }),
    ],
  ])("is refused a million levels deep %s", async (_, schema, wrap, innermost = wrap([])) => {
    const judge = await judgeBy({
      "nested.json": { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema },
    });
    expect(judge("Nested", nested(400, wrap, innermost))[0]).toBe(true);
    const [accepted, issues] = judge("Nested", nested(1_000_000, wrap, innermost));
    expect(accepted).toBe(false);
    expect(issues.map(({ keyword }) => keyword)).toContain("depth");
  });

  test("is refused by what contains too few others", async () => {
    const judge = await judgeBy({
      "nested.json": { contains: { anyOf: [{ type: "null" }, { $ref: "#" }] }, type: "array" },
    });
    const wrap = (value: unknown) => [value];
    expect(judge("Nested", nested(400, wrap, null))[0]).toBe(true);
    const [accepted, issues] = judge("Nested", nested(1_000_000, wrap, null));
    expect(accepted).toBe(false);
    expect(issues).toMatchObject([{ instancePath: "", keyword: "contains" }]);
  });

  test("is refused by modules that refer to each other", async () => {
    const judge = await judgeBy({
      "one.json": { type: "object", properties: { other: { $ref: "other.json" } } },
      "other.json": { type: "array", items: { $ref: "one.json" } },
      "outer.json": { type: "object", properties: { one: { $ref: "one.json" } } },
    });
    const wrap = (value: unknown) => ({ other: [value] });
    expect(judge("Outer", { one: nested(500, wrap, {}) })[0]).toBe(true);
    const [accepted, issues] = judge("Outer", { one: nested(1_000_000, wrap, {}) });
    expect(accepted).toBe(false);
    expect(issues).toMatchObject([tooDeep("/one" + "/other/0".repeat(500) + "/other")]);
  });

  test.each<[string, object]>([
    ["not", { not: { $ref: "#/$defs/marked" } }],
    ["if", { if: { $ref: "#/$defs/marked" }, then: false }],
    ["oneOf", { oneOf: [{ type: "object" }, { $ref: "#/$defs/marked" }] }],
    [
      "maxContains",
      {
        properties: {
          all: { contains: { $ref: "#/$defs/marked" }, minContains: 0, maxContains: 0 },
        },
      },
    ],
  ])("is not accepted since %s holds where the depth ends", async (_, schema) => {
    const judge = await judgeBy({
      "outer.json": { type: "object", properties: { held: { $ref: "held.json" } } },
      "held.json": {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        ...schema,
        $defs: {
          marked: {
            anyOf: [
              { required: ["mark"] },
              {
                type: "object",
                properties: { next: { $ref: "#/$defs/marked" } },
                required: ["next"],
              },
            ],
          },
        },
      },
    });
    const wrap = (next: unknown) => ({ next });
    const hold = (value: unknown) =>
      JSON.stringify(schema).includes("all") ? { all: [value] } : value;
    const marked = (levels: number) => hold(nested(levels, wrap, { mark: 1 }));
    expect(judge("Held", hold({ next: {} }))[0]).toBe(true);
    expect(judge("Held", marked(10))[0]).toBe(false);
    for (const name of ["Held", "Outer"]) {
      const value = name === "Held" ? marked(2_000) : { held: marked(2_000) };
      const [accepted, issues] = judge(name, value);
      expect(accepted).toBe(false);
      expect(issues.map(({ keyword }) => keyword)).toEqual(["depth"]);
    }
    expect(judge("Held", hold({ next: {} }))[0]).toBe(true);
  });
});
