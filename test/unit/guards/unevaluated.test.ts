import { describe, expect, test } from "vitest";
import { makeProject } from "../../harness/project.ts";

interface ExampleModule {
  readonly isExample: (value: unknown) => boolean;
  readonly validateExample: (value: unknown) => { readonly ok: boolean };
}

/** Holds guard and validator of a schema to the values that it accepts and rejects. */
async function judge(
  schema: object,
  accepted: readonly unknown[],
  rejected: readonly unknown[],
): Promise<void> {
  const project = await makeProject({ "example.json": schema });
  const module = (await project.importModule("Example.ts")) as unknown as ExampleModule;
  const verdicts = (values: readonly unknown[]) =>
    values.map((value) => [module.isExample(value), module.validateExample(value).ok]);
  expect(verdicts(accepted)).toEqual(accepted.map(() => [true, true]));
  expect(verdicts(rejected)).toEqual(rejected.map(() => [false, false]));
}

/** The body of the boolean guard of `Example`. */
async function guardOf(schema: object): Promise<string> {
  const project = await makeProject({ "example.json": schema });
  return /function isExample[^]*?\n}/.exec(project.files.get("Example.ts") ?? "")?.[0] ?? "";
}

const branch = (name: string) => ({ required: [name], properties: { [name]: true } });

describe("the guard of an unevaluated keyword", () => {
  test("keeps the branches of then and else apart, though both refer to one schema", async () => {
    await judge(
      {
        type: "object",
        if: branch("if"),
        then: { $ref: "#/$defs/either" },
        else: { $ref: "#/$defs/either" },
        unevaluatedProperties: false,
        $defs: { either: { anyOf: [branch("a"), branch("b")] } },
      },
      [{ if: 1, a: 1 }, { if: 1, a: 1, b: 1 }, { a: 1 }, { a: 1, b: 1 }],
      [{ if: 1 }, { a: 1, c: 1 }, {}],
    );
  });

  test("follows a schema through its own recursion", async () => {
    await judge(
      {
        type: "object",
        properties: { next: { $ref: "#" } },
        anyOf: [branch("a"), branch("b")],
        unevaluatedProperties: false,
      },
      [{ a: 1 }, { a: 1, b: 1, next: { b: 1, next: { a: 1 } } }],
      [{ a: 1, next: { b: 1, c: 1 } }, { a: 1, next: {} }, { next: { a: 1 } }],
    );
  });

  test("lets no outer schema see what an inner one leaves", async () => {
    await judge(
      {
        properties: { outer: true },
        allOf: [{ anyOf: [branch("a"), branch("b")], unevaluatedProperties: { type: "number" } }],
        unevaluatedProperties: false,
      },
      [{ a: "a", b: "b", outer: 1 }, { a: "a", b: 1 }, "no object"],
      [
        { a: "a", outer: "x" },
        { a: "a", c: "c" },
      ],
    );
  });

  test("judges objects and arrays of one schema without a type", async () => {
    await judge(
      {
        anyOf: [
          { properties: { a: true }, prefixItems: [true, { type: "string" }] },
          { required: ["b"], properties: { b: true }, maxItems: 1, prefixItems: [true] },
        ],
        unevaluatedProperties: false,
        unevaluatedItems: false,
      },
      [{ a: 1, b: 1 }, { a: 1 }, [], [1, "x"], [1], null, 3],
      [{ c: 1 }, [1, 2], [1, "x", 3]],
    );
  });

  test("tests each branch once for the union and for what it evaluates", async () => {
    const guard = await guardOf({
      type: "object",
      anyOf: [branch("a"), branch("b")],
      unevaluatedProperties: false,
    });
    expect(guard.match(/own\(value, "a"\)/g)).toHaveLength(1);
  });

  test("tests no branch where the schemas evaluate the same whatever matches", async () => {
    const guard = await guardOf({
      type: "object",
      allOf: [{ properties: { a: true } }, { oneOf: [branch("b"), { properties: { b: false } }] }],
      unevaluatedProperties: false,
    });
    expect(guard).toContain('if (key !== "a" && key !== "b" &&');
  });
});
