import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { outputKinds, type OutputKind } from "../../generator/config/config.ts";
import { compareManifests } from "../../generator/compare/compare-manifests.ts";
import { check, generate } from "../../generator/generate.ts";
import { defaultTypes, type GenerateOptions } from "../../generator/options.ts";
import { readManifest, unaccountedFiles } from "../../generator/write/manifest.ts";
import {
  makeProject,
  optionsFor,
  type Project,
  repository,
  writeProject,
  writeText,
} from "../harness/project.ts";
import { compilers, resolutions, typeErrors } from "./type-check.ts";

const inputs = {
  "order.json": {
    type: "object",
    description: "What somebody buys.",
    properties: {
      id: { type: "string", format: "uuid" },
      level: { $ref: "#/$defs/Level" },
      lines: { type: "array", items: { $ref: "shop/line.json" }, uniqueItems: true },
      payment: { $ref: "payment.json" },
    },
    required: ["id"],
    $defs: { Level: { enum: ["low", "high"], description: "How urgent." } },
  },
  "payment.json": { type: "object", properties: { ok: { type: "boolean", readOnly: true } } },
  "shop/line.json": {
    type: "object",
    properties: { day: { type: "string", format: "day" }, order: { $ref: "../order.json" } },
    patternProperties: { "^x-": { maxLength: 3 } },
    unevaluatedProperties: false,
  },
};

const emission: Partial<GenerateOptions> = {
  emit: "js+dts",
  importExtension: ".js",
  formats: "assert",
  types: { ...defaultTypes, enums: "const-object", formats: "brand", variants: true },
  customFormats: new Map([
    ["day", path.join(repository, "test/snapshot/fixtures/formats/day.ts")],
    ["iban", path.join(repository, "test/snapshot/fixtures/formats/iban.js")],
  ]),
};

/** Code of a reader that any of these declarations being another would break. */
const reader = `import { isOrder, validateOrder, OrderSchema, SchemaError, shop, type Order, type Result } from "./generated/index.js";
import { Level, isLevel } from "./generated/Order.js";
import type { Line } from "./generated/shop/Line.js";

declare const value: unknown;
if (isOrder(value)) {
  const id: string = value.id;
  const line: Line | undefined = value.lines?.[0];
  const level: "low" | "high" | undefined = value.level;
  // @ts-expect-error: a guard narrows to what the schema says.
  const wrong: number = value.id;
  void [id, line, level, wrong];
}
const result: Result<Order> = validateOrder(value, { first: true });
if (!result.ok) throw new SchemaError("Order", result.issues);
const high: "high" = Level.High;
const guard: (value: unknown) => value is Level = isLevel;
// @ts-expect-error: nothing of a module is any.
const surplus: number = OrderSchema;
// @ts-expect-error: a namespace has what its folder has.
void shop.isOrder;
void [high, guard, surplus, shop.isLine];
`;

let project: Project;

beforeAll(async () => {
  project = await makeProject(inputs, emission);
  writeText(path.join(project.folder, "reader.ts"), reader);
});

describe("declarations", () => {
  test.each(compilers.flatMap((compiler) => resolutions.map((each) => [compiler, each] as const)))(
    "are checked without errors by %s, %s, and mean what modules do",
    async (compiler, resolution) => {
      const files = [...project.files.keys()].filter((file) => file.endsWith(".d.ts"));
      const check = {
        compiler,
        resolution,
        files: ["reader.ts", ...files.map((file) => `generated/${file}`)],
      };
      expect(await typeErrors(project.folder, check)).toEqual([]);
    },
  );
});

describe("JavaScript", () => {
  test("stands beside its declarations, and nothing is TypeScript", () => {
    const files = [...project.files.keys()].filter(
      (file) => /\.[jt]s$/.test(file) && !file.startsWith("docs/"),
    );
    const modules = files.filter((file) => file.endsWith(".js"));
    expect(modules).toContain("shop/index.js");
    expect(modules).toContain("format-day.js");
    const declarations = modules.map((file) => file.replace(/\.js$/, ".d.ts"));
    expect(files.sort()).toEqual([...modules, ...declarations].sort());
  });

  test("judges as the TypeScript does", async () => {
    const { isOrder, validateOrder } = (await project.importModule("index.js")) as unknown as {
      readonly isOrder: (value: unknown) => boolean;
      readonly validateOrder: (value: unknown) => { readonly issues?: readonly unknown[] };
    };
    const id = "9b2c7c1e-4a53-4d0e-8a42-0c8f4c1a4f10";
    expect(isOrder({ id, level: "low", lines: [{ day: "1.2.2026", "x-a": "abc" }] })).toBe(true);
    const refused = { id: "9", level: "lower", lines: [{ day: "?", "x-a": "abcd", more: 1 }] };
    expect(isOrder(refused)).toBe(false);
    expect(validateOrder(refused).issues).toHaveLength(5);
  });

  test("is named by the manifest, which accounts for all", () => {
    const { files, manifest } = project;
    expect(unaccountedFiles(files)).toEqual([]);
    expect(readManifest(files.get("manifest.json") ?? "")).toEqual(manifest);
    expect(manifest).toMatchObject({
      emit: "js+dts",
      formats: [{ format: "day", module: "format-day.js" }],
    });
    expect(manifest.entries.map(({ module }) => module)).toContain("shop/Line.js");
  });

  test.each([[["types"]], [["guards"]], [["docs"]]] as [OutputKind[]][])(
    "is made of %j alone",
    async (outputs) => {
      const made = await makeProject(inputs, { ...emission, outputs: new Set(outputs) });
      expect(unaccountedFiles(made.files)).toEqual([]);
      const isCode = outputs[0] !== "docs";
      expect(made.files.has("shop/Line.js")).toBe(isCode);
      if (!isCode) return;
      const check = { compiler: "typescript", resolution: "nodenext" } as const;
      expect(await typeErrors(path.join(made.folder, "generated"), check)).toEqual([]);
      const exported = Object.keys(await made.importModule("Order.js"));
      expect(exported.includes("isOrder")).toBe(outputs[0] === "guards");
    },
  );
});

test("what TypeScript was is removed where JavaScript comes, and nothing is to be done twice", async () => {
  const options = optionsFor(writeProject(inputs), { ...emission, cache: true });
  writeText(path.join(options.cwd, "node_modules/.keep"), "");
  await generate({ ...options, emit: "ts", importExtension: ".ts" });
  const made = await generate(options);
  expect(made.summary.removed).toContain("shop/Line.ts");
  expect(made.summary.created).toContain("shop/Line.d.ts");
  expect((await check(options)).differences).toEqual([]);
  const again = await generate(options);
  expect(again.summary).toMatchObject({ created: [], changed: [], removed: [] });
  const payment = { ...inputs["payment.json"], title: "How it was paid." };
  writeText(path.join(options.cwd, "schemas/payment.json"), JSON.stringify(payment));
  const later = await generate(options);
  expect(later.summary.changed).toContain("Payment.d.ts");
  expect(later.summary.changed).not.toContain("shop/Line.js");
  expect([...later.files]).toEqual([...(await generate({ ...options, cache: false })).files]);
});

test("a missing, surplus or edited file is told", async () => {
  const options = optionsFor(writeProject(inputs), emission);
  await generate(options);
  rmSync(path.join(options.out, "Payment.d.ts"));
  writeText(path.join(options.out, "Order.js"), "export {};\n");
  const { differences } = await check(options);
  expect(differences.map(({ kind, path: file }) => [kind, file])).toEqual([
    ["changed", "Order.js"],
    ["missing", "Payment.d.ts"],
  ]);
});

test("another form of modules is no change of schemas", async () => {
  const typescript = await makeProject(inputs, { ...emission, emit: "ts" });
  const { schemas, unchanged } = compareManifests(typescript.manifest, project.manifest);
  expect([schemas, unchanged]).toEqual([[], project.manifest.entries.length]);
});

describe("a package", () => {
  const kinds = new Set(outputKinds);

  test("hands out its index, the index of each folder and each module", async () => {
    const { files, manifest } = await makeProject(inputs, {
      ...emission,
      outputs: kinds,
      package: { name: "@acme/shop", license: "MIT", publishConfig: { access: "public" } },
    });
    expect(unaccountedFiles(files)).toEqual([]);
    expect(manifest.package).toBe("@acme/shop");
    const both = (module: string) => ({ types: `./${module}.d.ts`, default: `./${module}.js` });
    expect(JSON.parse(files.get("package.json") ?? "")).toEqual({
      name: "@acme/shop",
      version: "0.0.0",
      license: "MIT",
      type: "module",
      sideEffects: false,
      main: "./index.js",
      types: "./index.d.ts",
      exports: {
        ".": both("index"),
        "./Order": both("Order"),
        "./Payment": both("Payment"),
        "./runtime": both("runtime"),
        "./shop": both("shop/index"),
        "./shop/Line": both("shop/Line"),
        "./manifest.json": "./manifest.json",
        "./package.json": "./package.json",
      },
      publishConfig: { access: "public" },
    });
  });

  test("of TypeScript exports that, and warns unless it is private", async () => {
    const name = "@acme/shop";
    const published = await makeProject(inputs, { package: { name } });
    expect(published.diagnostics.map(({ code }) => code)).toEqual(["package-not-runnable"]);
    const made = await makeProject(inputs, { package: { name, private: true } });
    expect(made.diagnostics).toEqual([]);
    const text = made.files.get("package.json") ?? "";
    expect(JSON.parse(text)).toMatchObject({
      private: true,
      exports: { ".": "./index.ts", "./shop/Line": "./shop/Line.ts" },
    });
    const docs = new Set<OutputKind>(["docs"]);
    const page = await makeProject(inputs, { package: { name }, outputs: docs });
    expect(page.diagnostics).toEqual([]);
    expect(page.files.get("package.json")).not.toContain("index");
  });

  test("has a folder's index behind a module of its name", async () => {
    const { files } = await makeProject(
      { "Shop.json": true, "Shop/line.json": true },
      { ...emission, package: { name: "shop" } },
    );
    const { exports } = JSON.parse(files.get("package.json") ?? "") as { exports: object };
    expect(Object.keys(exports)).toEqual([
      ".",
      "./Shop",
      "./Shop/Line",
      "./Shop/index",
      "./runtime",
      "./manifest.json",
      "./package.json",
    ]);
  });

  test("keeps the version that a release gave it, unless the config has one", async () => {
    const options = optionsFor(writeProject(inputs), { ...emission, package: { name: "shop" } });
    await generate(options);
    const file = path.join(options.out, "package.json");
    const raised = readFileSync(file, "utf8").replace("0.0.0", "1.4.0");
    writeText(file, raised);
    expect((await check(options)).differences).toEqual([]);
    await generate(options);
    expect(readFileSync(file, "utf8")).toBe(raised);
    const decided = { ...options, package: { name: "shop", version: "2.0.0" } };
    expect((await generate(decided)).files.get("package.json")).toContain('"version": "2.0.0"');
    const without = await generate({ ...options, package: undefined });
    expect(without.summary.removed).toEqual(["package.json"]);
  });
});
