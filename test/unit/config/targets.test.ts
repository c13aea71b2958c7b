import { describe, expect, test } from "vitest";
import type { Config } from "../../../generator/config/config.ts";
import { resolveTargets, type TargetValues } from "../../../generator/config/targets.ts";
import { UsageError } from "../../../generator/config/usage-error.ts";
import { DiagnosticsError } from "../../../generator/diagnostics/diagnostic.ts";

function resolved(config: Config, values: Partial<TargetValues> = {}) {
  const loaded = { config, directory: "/project" };
  return resolveTargets(loaded, { inputs: [], ...values }, "/project/here");
}

const two: Config = {
  inputs: ["schemas"],
  types: { readonly: true, enums: "const-object" },
  names: { rename: { "a.json": "A" } },
  targets: {
    api: { inputs: ["api.yaml"], out: "src/api", types: { enums: "union" } },
    docs: { outputs: ["docs"], names: { rename: { "b.json": "B" } } },
  },
};

describe("what targets have", () => {
  test("is what they say, and the rest what the config says beside them", () => {
    const [api, docs] = resolved(two);
    expect(api).toMatchObject({
      name: "api",
      options: {
        inputs: ["/project/api.yaml"],
        out: "/project/src/api",
        outputs: new Set(["types", "guards", "docs", "site"]),
        types: { readonly: true, enums: "union" },
        names: { rename: new Map([["a.json", "A"]]) },
      },
    });
    expect(docs).toMatchObject({
      name: "docs",
      options: {
        inputs: ["/project/schemas"],
        out: "/project/generated/docs",
        outputs: new Set(["docs"]),
        types: { readonly: true, enums: "const-object" },
      },
    });
    expect([...(docs?.options.names.rename ?? [])]).toEqual([
      ["a.json", "A"],
      ["b.json", "B"],
    ]);
  });

  test("is, without a folder of their own, the folder of their name in the config's", () => {
    const [only] = resolved({ inputs: ["a"], out: "made", targets: { x: {} } });
    expect(only?.options.out).toBe("/project/made/x");
  });
});

describe("which targets are meant", () => {
  const names = (values: Partial<TargetValues>, config = two) =>
    resolved(config, values).map(({ name }) => name);

  test("all where none is named, else those in the order of the config", () => {
    expect(names({})).toEqual(["api", "docs"]);
    expect(names({ targets: ["docs"] })).toEqual(["docs"]);
    expect(names({ targets: ["docs", "api", "docs"] })).toEqual(["api", "docs"]);
  });

  test("a single one takes inputs and --out", () => {
    const [only] = resolved(two, { targets: ["docs"], inputs: ["x.json"], out: "made" });
    expect(only?.options).toMatchObject({
      inputs: ["/project/here/x.json"],
      out: "/project/here/made",
      outputs: new Set(["docs"]),
    });
  });

  test("inputs with a folder of their own belong to none, and have what all share", () => {
    const [only, ...others] = resolved(two, { inputs: ["x.json"], out: "made" });
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      name: undefined,
      options: { inputs: ["/project/here/x.json"], types: { enums: "const-object" } },
    });
  });

  test.each<[string, Config, Partial<TargetValues>, string]>([
    ["a misspelt name", two, { targets: ["dosc"] }, 'no target "dosc"; did you mean "docs"?'],
    ["another name", two, { targets: ["server"] }, "its targets are api, docs"],
    ["a name where there are none", { inputs: ["a"] }, { targets: ["a"] }, "the config has none"],
    ["--out for several", two, { out: "x" }, "2 targets would be written to it"],
    ["inputs for several", two, { inputs: ["x.json"] }, "are for one target: choose one of api"],
    ["no inputs", { targets: { x: { out: "x" } } }, {}, 'no inputs for the target "x"'],
  ])("%s is wrong usage", (_, config, values, message) => {
    const run = () => resolved(config, values);
    expect(run).toThrow(UsageError);
    expect(run).toThrow(message);
  });
});

test.each([
  ["is", "made", "made"],
  ["is, spelt otherwise,", "made", "./x/../made/"],
  ["stands in", "made", "made/more"],
  ["holds", "made/more", "made"],
])("a folder that %s that of another target is a fault", (_, first, second) => {
  const config: Config = { inputs: ["a"], targets: { x: { out: first }, y: { out: second } } };
  const run = () => resolved(config);
  expect(run).toThrow(DiagnosticsError);
  expect(run).toThrow(/^The output folder of the target "[xy]" (?:is|stands in) that of "[xy]"$/u);
});
