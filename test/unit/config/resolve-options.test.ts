import { describe, expect, test } from "vitest";
import { defineConfig, type Config } from "../../../generator/config/config.ts";
import {
  resolveOptions,
  type CommandLineValues,
} from "../../../generator/config/resolve-options.ts";
import type { GenerateOptions } from "../../../generator/options.ts";

function resolved(config: Config, values: Partial<CommandLineValues> = {}): GenerateOptions {
  return resolveOptions(
    { config, directory: "/project/etc" },
    { inputs: [], ...values },
    "/project/here",
  );
}

test("fills in every default", () => {
  expect(resolved({})).toEqual({
    inputs: [],
    cwd: "/project/here",
    out: "/project/etc/generated",
    outputFolders: ["/project/etc/generated"],
    outputs: new Set(["types", "guards", "docs", "site"]),
    overlays: [],
    defaultDialect: "2020-12",
    names: { by: "id", rename: new Map() },
    formats: "dialect",
    customFormats: new Map(),
    keywords: new Map(),
    content: "annotate",
    discriminator: "annotate",
    types: {
      enums: "union",
      readonly: false,
      openObjects: "declared",
      itemCounts: true,
      formats: "string",
      tsType: false,
      variants: false,
    },
    assumeObject: false,
    referenceFolders: [],
    maps: [],
    remote: { origins: [], privateOrigins: [], directory: "/project/etc" },
    emitters: [],
    emitterModule: undefined,
    templates: undefined,
    formatter: { kind: "own" },
    emit: "ts",
    package: undefined,
    importExtension: ".ts",
    docs: "pages",
    keepGoing: false,
    cache: true,
  });
});

test("imports of JavaScript end in .js, whatever those of TypeScript do", () => {
  const config: Config = { importExtension: ".ts" };
  expect(resolved({ ...config, emit: "js+dts" })).toMatchObject({
    emit: "js+dts",
    importExtension: ".js",
  });
  expect(resolved(config, { emit: "js+dts" }).importExtension).toBe(".js");
  expect(resolved({ ...config, emit: "js+dts" }, { emit: "ts" }).importExtension).toBe(".ts");
});

test("a package that has but a name is one that says its name", () => {
  expect(resolved({ package: "@acme/schemas" }).package).toEqual({ name: "@acme/schemas" });
  const described = { name: "schemas", version: "1.2.3" };
  expect(resolved({ package: described }).package).toEqual(described);
});

test("maps of the command line go before those of the config, and may hold an equals sign", () => {
  const values = { inputs: [], maps: ["https://a.example/?b=c=./here"] };
  const config = { map: { "https://a.example/": "there" } };
  expect(resolved(config, values).maps).toEqual([
    { prefix: "https://a.example/?b=c", directory: "/project/here/here" },
    { prefix: "https://a.example/", directory: "/project/etc/there" },
  ]);
});

describe("paths", () => {
  test("of the config are relative to its folder", () => {
    const config = {
      inputs: ["../schemas", "/abs/a.json"],
      out: "out",
      overlays: ["o.yaml"],
      templates: "t",
      customFormats: { iban: "../iban.js" },
    };
    expect(resolved(config)).toMatchObject({
      inputs: ["/project/schemas", "/abs/a.json"],
      out: "/project/etc/out",
      overlays: ["/project/etc/o.yaml"],
      templates: "/project/etc/t",
      customFormats: new Map([["iban", "/project/iban.js"]]),
    });
  });

  test("of the command line are relative to where the run was started", () => {
    expect(resolved({}, { inputs: ["a.json"], out: "../out", overlays: ["o.yaml"] })).toMatchObject(
      {
        inputs: ["/project/here/a.json"],
        out: "/project/out",
        overlays: ["/project/here/o.yaml"],
      },
    );
  });

  test("keep the ! of an excluding glob in front", () => {
    expect(resolved({ inputs: ["s/**/*.json", "!s/old/**"] }).inputs).toEqual([
      "/project/etc/s/**/*.json",
      "!/project/etc/s/old/**",
    ]);
  });
});

describe("a command line", () => {
  const config = defineConfig({
    inputs: ["schemas"],
    out: "out",
    outputs: ["types", "docs"],
    overlays: ["o.yaml"],
    defaultDialect: "draft-07",
    names: { by: "title", rename: { "a.json": "A", "a.json#/$defs/b": "B" } },
  });

  test("leaves a config as it is where it says nothing", () => {
    expect(resolved(config)).toMatchObject({
      inputs: ["/project/etc/schemas"],
      out: "/project/etc/out",
      outputs: new Set(["types", "docs"]),
      overlays: ["/project/etc/o.yaml"],
      defaultDialect: "draft-07",
      names: {
        by: "title",
        rename: new Map([
          ["a.json", "A"],
          ["a.json#/$defs/b", "B"],
        ]),
      },
    });
  });

  test("goes before the config", () => {
    const values = {
      out: "x",
      outputs: ["guards"],
      overlays: ["x.yaml"],
      defaultDialect: "2019-09",
      keepGoing: true,
    } as const;
    expect(resolved(config, values)).toMatchObject({
      out: "/project/here/x",
      outputs: new Set(["guards"]),
      overlays: ["/project/here/x.yaml"],
      defaultDialect: "2019-09",
      keepGoing: true,
    });
  });

  test("that names inputs leaves out the overlays and renames of the config's inputs", () => {
    const options = resolved(config, { inputs: ["other.json"] });
    expect(options.overlays).toEqual([]);
    expect(options.names).toEqual({ by: "title", rename: new Map() });
  });
});
