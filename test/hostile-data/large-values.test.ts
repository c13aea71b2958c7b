import { beforeAll, describe, expect, test } from "vitest";
import { makeProject } from "../harness/project.ts";

interface Verdicts {
  readonly isLarge: (value: unknown) => boolean;
  readonly validateLarge: (value: unknown) => {
    readonly ok: boolean;
    readonly issues?: readonly { readonly keyword: string }[];
  };
  readonly assertLarge: (value: unknown) => void;
}

const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  properties: {
    name: { type: "string", maxLength: 40, pattern: "^[a-z]+$" },
    anything: { type: "string", minLength: 1, pattern: "z$" },
    numbers: { type: "array", items: { type: "number" }, minItems: 1, contains: { const: 7 } },
    set: { uniqueItems: true },
    either: { anyOf: [{ type: "array", items: { type: "string" } }, { type: "boolean" }] },
    constant: { const: { a: [[1]] } },
    listed: { enum: Array.from({ length: 500 }, (_, index) => `value ${String(index)}`) },
  },
  additionalProperties: { type: "boolean" },
};

function nested(levels: number, wrap: (value: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

const inArray = (value: unknown) => [value];
const inObject = (a: unknown) => ({ a });
const deep = 20_000;

describe("a large value", () => {
  let module: Verdicts;
  beforeAll(async () => {
    const project = await makeProject({ "large.json": schema });
    module = (await project.importModule("Large.ts")) as unknown as Verdicts;
  });

  test.each<[string, () => unknown, boolean]>([
    ["of 50 million characters, too many", () => ({ name: "a".repeat(5e7) }), false],
    ["of 50 million characters", () => ({ anything: `${"a".repeat(5e7)}z` }), true],
    ["of 50 million characters of two units", () => ({ name: "😀".repeat(2.5e7) }), false],
    ["with a name of 10 million characters", () => ({ ["a".repeat(1e7)]: 1 }), false],
    ["of a million items", () => ({ numbers: [...Array<number>(1e6).fill(1), 7] }), true],
    ["of a million items, none of them contained", () => ({ numbers: Array(1e6).fill(1) }), false],
    ["of a million faulty items", () => ({ numbers: Array(1e6).fill("") }), false],
    ["of a million faulty items in a union", () => ({ either: Array(1e6).fill(1) }), false],
    ["of a million holes", () => ({ set: new Array(1e6), numbers: new Array(1e6) }), false],
    [
      "of 200,000 properties",
      () => Object.fromEntries(Array.from({ length: 2e5 }, (_, i) => [`p${String(i)}`, true])),
      true,
    ],
    [
      "of two deep arrays that are equal",
      () => ({ set: [nested(deep, inArray), nested(deep, inArray)] }),
      false,
    ],
    [
      "of deep arrays that differ",
      () => ({ set: [1, 2, 3, 4, 5, 6].map((more) => nested(deep + more, inArray)) }),
      true,
    ],
    [
      "of deep objects that differ",
      () => ({ set: [1, 2, 3, 4, 5, 6].map((more) => nested(deep + more, inObject)) }),
      true,
    ],
    [
      "of deep objects, two of them equal",
      () => ({ set: [1, 2, 3, 4, 5, 1].map((more) => nested(deep + more, inObject)) }),
      false,
    ],
    [
      "that is deep where it must be a constant",
      () => ({ constant: nested(deep, inObject) }),
      false,
    ],
    ["that is deep where it must be listed", () => ({ listed: nested(deep, inArray) }), false],
    [
      "of equal items but in their last member",
      () => ({ set: Array.from({ length: 1e5 }, (_, id) => ({ a: 0, b: { c: [0] }, id })) }),
      true,
    ],
  ])("%s is judged", (_, make, verdict) => {
    const value = make();
    const start = process.cpuUsage();
    expect(module.isLarge(value)).toBe(verdict);
    const result = module.validateLarge(value);
    expect(result.ok).toBe(verdict);
    expect(result.issues?.length ?? 0).toBeLessThanOrEqual(10_000);
    if (!verdict) expect(messageOf(module, value).length).toBeLessThan(400);
    expect(process.cpuUsage(start).user).toBeLessThan(20_000_000);
  });

  test("with a million faults has ten thousand issues", () => {
    const issues = module.validateLarge({ numbers: Array(1e6).fill("") }).issues ?? [];
    expect(issues).toHaveLength(10_000);
    expect(issues[9_999]).toMatchObject({ keyword: "type", instancePath: "/numbers/9999" });
  });

  test("whose fault is deep below has a message that shows the end of the place", () => {
    expect(messageOf(module, { ["a".repeat(1e6)]: 1 })).toBe(
      `not a valid Large: …${"a".repeat(99)} must be a boolean`,
    );
    expect(messageOf(module, { listed: "" })).toBe(
      "not a valid Large: /listed must be one of the 500 allowed values",
    );
  });
});

function messageOf(module: Verdicts, value: unknown): string {
  try {
    module.assertLarge(value);
  } catch (error) {
    expect(error).toMatchObject({ name: "SchemaError" });
    return (error as Error).message;
  }
  return "accepted";
}
