import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultTypes } from "../../generator/options.ts";
import { makeProject, repository } from "../harness/project.ts";
import { type Feature, features } from "../snapshot/features.ts";
import { dataAbsent, needingData, payloadsIn } from "../vapi/payloads.ts";
import { sources, twilioGuard } from "../vapi/twilio-guard.ts";

interface Verdicts {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown) => {
    readonly ok: boolean;
    readonly issues?: readonly object[];
  };
}

/** Marks the values of the data, so that it shows where one is printed. */
const secret = "s3cret";

class Titled {
  readonly name = secret;
  get title(): string {
    return this.name;
  }
}

function cyclic(): object {
  const value: Record<string, unknown> = { list: [] };
  value["self"] = value;
  (value["list"] as unknown[]).push(value);
  return value;
}

/** What no JSON parser makes, too. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    NaN,
    Infinity,
    -Infinity,
    -0,
    5e-324,
    1e308,
    10n,
    "",
    secret,
  ),
  fc.constantFrom<unknown>(
    Symbol.iterator,
    Symbol(secret),
    () => secret,
    Titled,
    Math,
    globalThis.JSON,
  ),
  fc
    .constantFrom(
      () => new Date(NaN),
      () => new Map([[secret, 1]]),
      () => new Set([1]),
      () => /x/g,
      () => new Titled(),
      () => Object.create(null) as object,
      () => Object.create({ inherited: secret }) as object,
      () => Object.freeze({ a: Object.freeze([1]) }),
      () => new Proxy({ a: 1 }, {}),
      () => new Proxy([1], {}),
      () => new Array<unknown>(5),
      () => Object.assign([1], { extra: secret }),
      () => new Uint8Array(3),
      () => new Error(secret),
      () => Promise.resolve(),
      () => Object("text") as object,
      () => JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":"","length":-1}') as object,
      cyclic,
    )
    .map((make) => make()),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
    withBoxedValues: true,
  }),
);

/** A value with something hostile in the place of a part of it, or beside one. */
function spoiled(value: unknown, steps: readonly number[], poison: unknown): unknown {
  const [step, ...others] = steps;
  if (step === undefined || typeof value !== "object" || value === null) return poison;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...(value as unknown[])] as unknown as Record<string, unknown>)
    : { ...value };
  const names = [...Object.keys(copy), "constructor", "0"];
  const name = names[step % names.length] ?? "";
  copy[name] = spoiled(copy[name], others, poison);
  return copy;
}

/** Holds guard and validator against values near to those that are known. */
function holdsAgainst(verdicts: Verdicts, values: readonly unknown[], numRuns: number): void {
  const near = fc
    .tuple(fc.constantFrom(...values), fc.array(fc.nat(20), { maxLength: 5 }), hostile)
    .map(([value, steps, poison]) => spoiled(value, steps, poison));
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: near }, hostile), (value) => {
      const accepted = verdicts.is(value);
      const result = verdicts.validate(value);
      expect(result.ok).toBe(accepted);
      if (result.ok) return;
      expect(result.issues?.length).toBeGreaterThan(0);
      expect(JSON.stringify(result.issues)).not.toContain(secret);
    }),
    { numRuns, seed: 8 },
  );
}

async function verdictsOf(feature: Feature): Promise<Verdicts> {
  const folder = path.join(repository, "test/snapshot/fixtures/formats");
  const formats = Object.entries(feature.customFormats ?? {});
  const project = await makeProject(feature.inputs, {
    outputs: new Set(["types", "guards"]),
    defaultDialect: feature.dialect ?? "2020-12",
    formats: feature.formats ?? "dialect",
    discriminator: feature.discriminator ?? "annotate",
    types: { ...defaultTypes, ...feature.types },
    customFormats: new Map(formats.map(([format, file]) => [format, path.join(folder, file)])),
  });
  const module = await project.importModule(feature.module ?? "Example.ts");
  return {
    is: module["isExample"] as Verdicts["is"],
    validate: module["validateExample"] as Verdicts["validate"],
  };
}

describe("no value makes a guard throw; guard and validator agree on it, and no issue shows it", () => {
  test.each(features.map((feature) => [feature.name, feature] as const))(
    "%s",
    async (_, feature) => {
      const verdicts = await verdictsOf(feature);
      holdsAgainst(verdicts, [...feature.accepted, ...feature.rejected], 400);
    },
  );

  test.skipIf(dataAbsent)(needingData("the schemas of Vapi"), async () => {
    const { is, validate } = await twilioGuard(sources[0], "repaired");
    const values = payloadsIn("repaired").map(({ data }) => data);
    holdsAgainst({ is, validate }, values, 3_000);
  });
});

test("what a value throws that is asked goes on to who asked", async () => {
  const [feature] = features.filter(({ name }) => name === "required and optional properties");
  if (feature === undefined) throw new Error("there is no such feature");
  const { is, validate } = await verdictsOf(feature);
  const thrown = new Error("thrown by the value");
  const fail = () => {
    throw thrown;
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const judge of [is, validate]) {
    expect(() => judge(Object.defineProperty({}, "name", { enumerable: true, get: fail }))).toThrow(
      thrown,
    );
    expect(() =>
      judge(new Proxy({}, { get: fail, getOwnPropertyDescriptor: fail, ownKeys: fail })),
    ).toThrow(thrown);
    expect(() => judge(proxy)).toThrow(TypeError);
  }
});

test("a value that answers otherwise each time is judged by its answers, without a fault", async () => {
  const [feature] = features.filter(({ name }) => name === "required and optional properties");
  if (feature === undefined) throw new Error("there is no such feature");
  const { is, validate } = await verdictsOf(feature);
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 9 }), (answers) => {
      let asked = 0;
      const get = () => answers[(asked += 1) % answers.length];
      const value = new Proxy(
        Object.defineProperty({ undeclared: 1 }, "name", { enumerable: true, get }),
        {},
      );
      expect(typeof is(value)).toBe("boolean");
      expect(typeof validate(value).ok).toBe("boolean");
    }),
    { numRuns: 200, seed: 8 },
  );
});
