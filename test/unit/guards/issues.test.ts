import { describe, expect, test } from "vitest";
import { makeProject } from "../../harness/project.ts";

interface Issue {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly message: string;
  readonly params: object;
}

type Validate = (
  value: unknown,
  options?: { readonly first?: boolean },
) => { readonly ok: boolean; readonly issues?: readonly Issue[] };

async function validatorOf(schema: object): Promise<Validate> {
  const project = await makeProject({ "example.json": schema });
  const module = await project.importModule("Example.ts");
  return module["validateExample"] as Validate;
}

async function issuesOf(schema: object, value: unknown): Promise<readonly Issue[]> {
  const validate = await validatorOf(schema);
  return validate(value).issues ?? [];
}

const wordsOf = (issues: readonly Issue[]) =>
  issues.map(({ schemaPath, message }) => `${schemaPath}: ${message}`);

describe("a validator that is asked for the first issue alone", () => {
  const schema = {
    type: "object",
    properties: { list: { type: "array", items: { type: "string" } }, size: { type: "number" } },
    required: ["size", "name"],
  };

  test("tells the first of those that it tells else", async () => {
    const validate = await validatorOf(schema);
    const value = { list: [1, "a", 2] };
    const all = validate(value).issues ?? [];
    expect(all.map(({ instancePath }) => instancePath)).toEqual(["/list/0", "/list/2", "", ""]);
    expect(validate(value, { first: true })).toEqual({ ok: false, issues: all.slice(0, 1) });
    expect(validate(value, { first: false }).issues).toEqual(all);
  });

  test("looks at nothing behind it", async () => {
    const validate = await validatorOf({ allOf: [schema, { not: { type: "object" } }] });
    let reads = 0;
    const item = { list: [1], size: 1, name: "a" };
    const value = new Proxy(item, {
      get: (target, name) => {
        reads += 1;
        return Reflect.get(target, name) as unknown;
      },
    });
    validate(value);
    const whole = reads;
    reads = 0;
    validate(value, { first: true });
    expect(reads).toBeLessThan(whole);
  });

  test("tells of the nearest branch of a union what it tells first", async () => {
    const branch = (name: string) => ({
      type: "object",
      properties: { [name]: { type: "string" }, shared: { type: "number" } },
      required: [name],
    });
    const validate = await validatorOf({ anyOf: [branch("a"), branch("b")] });
    const value = { a: 1, shared: "" };
    expect(validate(value, { first: true }).issues).toEqual(validate(value).issues?.slice(0, 1));
  });

  test("accepts what is valid, and throws what a getter throws", async () => {
    const validate = await validatorOf(schema);
    const value = { size: 1, name: "a" };
    expect(validate(value, { first: true })).toEqual({ ok: true, value });
    const fails = {
      get size(): number {
        throw new Error("no size");
      },
    };
    expect(() => validate(fails, { first: true })).toThrow("no size");
  });
});

describe("a union tells", () => {
  test("all types that it admits, where its branches say nothing else", async () => {
    const schema = { anyOf: [{ type: "string" }, { type: ["boolean", "null"] }] };
    expect(await issuesOf(schema, 1)).toEqual([
      {
        instancePath: "",
        schemaPath: "#/anyOf",
        keyword: "anyOf",
        message: "must be a string or a boolean or null",
        params: { type: ["string", "boolean", "null"] },
      },
    ]);
  });

  test("all values that it admits, where its branches list them", async () => {
    const schema = { oneOf: [{ const: "a" }, { enum: ["b", 3] }, { type: "string", const: 4 }] };
    expect(await issuesOf(schema, "c")).toEqual([
      {
        instancePath: "",
        schemaPath: "#/oneOf",
        keyword: "oneOf",
        message: 'must be one of "a", "b", 3',
        params: { allowedValues: ["a", "b", 3] },
      },
    ]);
  });

  test("types and values together", async () => {
    const schema = { anyOf: [{ type: "number" }, { const: "auto" }] };
    expect(wordsOf(await issuesOf(schema, "c"))).toEqual(['#/anyOf: must be a number or "auto"']);
  });

  test("which branches match, where a value of a list matches two", async () => {
    const schema = { oneOf: [{ const: "a" }, { enum: ["a", "b"] }] };
    expect((await issuesOf(schema, "a")).map(({ params }) => params)).toEqual([
      { passing: [0, 1] },
    ]);
    expect(await issuesOf(schema, "b")).toEqual([]);
  });

  test("what the branch of the value's type has against it", async () => {
    const schema = {
      anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }, { const: false }],
    };
    expect(wordsOf(await issuesOf(schema, ["", 1]))).toEqual([
      "#/anyOf/1/items/type: must be a string",
    ]);
    expect(wordsOf(await issuesOf(schema, true))).toEqual(["#/anyOf/2/const: must be false"]);
    expect(wordsOf(await issuesOf(schema, null))).toEqual([
      "#/anyOf: must be a string or an array or a boolean",
    ]);
  });
});

describe("a limit that all listed values keep", () => {
  test.each<[string, object]>([
    ["a list", { type: "string", enum: ["a", "bc"], maxLength: 2 }],
    ["a list of values of all types", { enum: ["a", "bc", 1000], maxLength: 2 }],
    ["a list that is told apart by a set", { enum: Array.from("abcdefghijkl"), maxLength: 2 }],
  ])("is told beside the values: %s", async (_, schema) => {
    const validate = await validatorOf({ properties: { a: schema }, required: ["a"] });
    const keywords = (value: unknown) =>
      validate({ a: value }).issues?.map(({ keyword }) => keyword);
    expect(keywords("abc")).toEqual(["enum", "maxLength"]);
    expect(keywords("bb")).toEqual(["enum"]);
    expect(keywords("a")).toBeUndefined();
  });

  test("is asked for where one value does not keep it", async () => {
    const validate = await validatorOf({ enum: ["a", "bcd"], maxLength: 2 });
    expect([validate("a").ok, validate("bcd").ok]).toEqual([true, false]);
  });

  test("counts characters as a string has them, not its units", async () => {
    const validate = await validatorOf({ enum: ["📞📞", "📞📞📞"], maxLength: 2, minLength: 2 });
    expect([validate("📞📞").ok, validate("📞📞📞").ok]).toEqual([true, false]);
  });
});

describe("properties that are there in a walk", () => {
  test("are told in their order, and the missing ones after them in that of the schema", async () => {
    const schema = {
      type: "object",
      properties: Object.fromEntries(
        ["a", "b", "c", "d", "e", "f"].map((name) => [name, { type: "string" }]),
      ),
      required: ["f", "toString", "a"],
      additionalProperties: false,
    };
    expect(wordsOf(await issuesOf(schema, { d: 1, "x/y~": 1, b: 2, a: undefined }))).toEqual([
      "#/properties/d/type: must be a string",
      "#/additionalProperties: must not be present",
      "#/properties/b/type: must be a string",
      '#/required: must have the property "a"',
      '#/required: must have the property "f"',
      '#/required: must have the property "toString"',
    ]);
  });

  test("are told by names that a pointer and a template would take for something else", async () => {
    const names = ["a/b", "m~n", "${key}", "`", "\\", "${pointerToken(key)}"];
    const schema = {
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
    };
    const value = Object.fromEntries(names.map((name) => [name, 1]));
    expect((await issuesOf(schema, value)).map(({ instancePath }) => instancePath)).toEqual(
      names.map((name) => `/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`),
    );
  });
});
