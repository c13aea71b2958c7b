import path from "node:path";
import { describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { runInProcess } from "../harness/command.ts";
import { writeProject, writeText } from "../harness/project.ts";
import { compilers, typeErrors } from "../types/type-check.ts";

interface Verdict {
  readonly ok: boolean;
  readonly issues?: readonly unknown[];
}

/** The guard and the validator of an emitted module, `Order.ts`. */
interface OrderModule {
  readonly isOrder: (value: unknown) => boolean;
  readonly validateOrder: (value: unknown) => Verdict;
}

const modules = {
  "keywords/divisible-by.ts": `export function divisibleBy(value: number, by: number): boolean {
  return value % by === 0;
}
`,
  "keywords/prefix.ts": `export const begins = (value: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => value.startsWith(prefix));
`,
  "keywords/sorted.js": `export function isSorted(text) {
  return [...text].sort().join("") === text;
}
`,
  "keywords/even.ts": `export function isEven(value: readonly unknown[]): boolean {
  return value.length % 2 === 0;
}
`,
  "keywords/few.ts": `export function hasFew(value: object, limits: unknown): boolean {
  return Object.keys(value).length <= Number((limits as { readonly most: number }).most);
}
`,
};

const keywords = {
  divisibleBy: {
    module: "keywords/divisible-by.ts",
    message: "must be divisible by {argument}",
  },
  "x-prefix": { module: "keywords/prefix.ts", type: "`${string}-${string}`" },
  sorted: "keywords/sorted.js",
  even: "keywords/even.ts",
  few: "keywords/few.ts",
};

const order = {
  type: "object",
  properties: {
    amount: { type: "number", divisibleBy: 5 },
    sku: { type: ["string", "null"], "x-prefix": ["EU-", "US-"] },
    letters: { sorted: true },
    pairs: { type: "array", items: { type: "integer" }, even: true },
    free: { even: false, divisibleBy: 2 },
  },
  few: { most: 3 },
};

/** Makes a project of one input with keywords of its own. */
function projectOf(
  schema: unknown,
  config: Readonly<Record<string, unknown>> = { keywords },
  files: Readonly<Record<string, string>> = modules,
): string {
  const folder = writeProject({ "a/order.json": schema });
  const text = JSON.stringify({ inputs: ["schemas/a"], ...config });
  writeText(path.join(folder, "schemaloom.config.json"), text);
  for (const [file, module] of Object.entries(files)) writeText(path.join(folder, file), module);
  return folder;
}

async function importOrder(folder: string): Promise<OrderModule> {
  const file = path.join(folder, "generated/Order.ts");
  return (await import(/* @vite-ignore */ file)) as OrderModule;
}

function read(folder: string, file: string): string {
  return readFileSync(path.join(folder, "generated", file), "utf8");
}

describe("a keyword of the config", () => {
  test("is asserted by guard and validator of values of its type alone", async () => {
    const folder = projectOf(order);
    expect(await runInProcess(folder, "generate")).toMatchObject({ code: 0, stderr: "" });
    const { isOrder, validateOrder } = await importOrder(folder);
    for (const valid of [
      {},
      { amount: 10, sku: "EU-1", letters: "abc" },
      { sku: null, pairs: [1, 2], free: [1] },
      { letters: 3, free: 4 },
      { free: "odd" },
    ]) {
      expect(isOrder(valid), JSON.stringify(valid)).toBe(true);
      expect(validateOrder(valid).ok).toBe(true);
    }
    for (const [invalid, keyword, schemaPath, message, params] of [
      [
        { amount: 11 },
        "divisibleBy",
        "/properties/amount/divisibleBy",
        "must be divisible by 5",
        { argument: 5 },
      ],
      [
        { sku: "x" },
        "x-prefix",
        "/properties/sku/x-prefix",
        'must meet x-prefix ["EU-","US-"]',
        { argument: ["EU-", "US-"] },
      ],
      [{ letters: "ba" }, "sorted", "/properties/letters/sorted", "must meet sorted", {}],
      [{ pairs: [1] }, "even", "/properties/pairs/even", "must meet even", {}],
      [
        { free: 3 },
        "divisibleBy",
        "/properties/free/divisibleBy",
        "must be divisible by 2",
        { argument: 2 },
      ],
      [
        { a: 1, b: 2, c: 3, d: 4 },
        "few",
        "/few",
        'must meet few {"most":3}',
        { argument: { most: 3 } },
      ],
    ] as const) {
      expect(isOrder(invalid), keyword).toBe(false);
      const { issues } = validateOrder(invalid);
      expect(issues).toMatchObject([{ keyword, schemaPath: `#${schemaPath}`, message, params }]);
    }
  });

  test("gives values of its type the type that the config says", async () => {
    const folder = projectOf(order);
    await runInProcess(folder, "generate");
    expect(read(folder, "Order.ts")).toContain("sku?: `${string}-${string}` | null;");
    expect(read(folder, "Order.ts")).toContain("amount?: number;");
  });

  test("is told in docs, and by lint and explain", async () => {
    const folder = projectOf(order);
    await runInProcess(folder, "generate");
    const page = read(folder, "docs/Order.md");
    expect(page).toContain("| `amount` | number<br>must be divisible by 5 |");
    expect(page).toContain("- `divisibleBy`: `/properties/amount/divisibleBy`");
    expect(read(folder, "docs/Order.html")).toContain("must be divisible by 5");
    const lint = (await runInProcess(folder, "lint")).stdout;
    expect(lint).toMatch(/guard {4}divisibleBy {2}\/properties\/amount\/divisibleBy/);
    expect(lint).toMatch(/x-prefix +what its type leaves open/);
    const explained = await runInProcess(
      folder,
      "explain",
      "schemas/a/order.json#/properties/amount",
    );
    expect(explained.stdout).toMatch(/guard +divisibleBy +a number must be divisible by 5/);
  });

  test.each(compilers)("gives modules that %s compiles", async (compiler) => {
    const folder = projectOf(order, { keywords, importExtension: ".js" });
    expect(await runInProcess(folder, "generate")).toMatchObject({ code: 0, stderr: "" });
    const generated = path.join(folder, "generated");
    writeText(path.join(generated, "package.json"), '{ "type": "module" }');
    expect(await typeErrors(generated, { compiler, resolution: "nodenext" })).toEqual([]);
  });

  test("has a module in the output as long as a guard uses it", async () => {
    const folder = projectOf({ type: "number", divisibleBy: 5 });
    await runInProcess(folder, "generate");
    expect(read(folder, "manifest.json")).toContain('"module": "keyword-divisible-by.ts"');
    expect(() => read(folder, "keyword-sorted.ts")).toThrow("ENOENT");
    expect((await runInProcess(folder, "check")).code).toBe(0);
    writeText(path.join(folder, "schemas/a/order.json"), '{ "type": "number" }');
    await runInProcess(folder, "generate");
    expect(() => read(folder, "keyword-divisible-by.ts")).toThrow("ENOENT");
  });

  test("is obeyed anew where its module changes", async () => {
    const folder = projectOf({ type: "number", divisibleBy: 5 });
    writeText(path.join(folder, "package.json"), '{ "type": "module" }');
    writeText(path.join(folder, "node_modules/.keep"), "");
    await runInProcess(folder, "generate");
    const other = modules["keywords/divisible-by.ts"].replace("=== 0", "!== 0");
    writeText(path.join(folder, "keywords/divisible-by.ts"), other);
    expect((await runInProcess(folder, "generate")).stdout).toContain("changed");
    expect((await importOrder(folder)).isOrder(4)).toBe(true);
  });

  test("breaks who relies on it where a schema or its module says otherwise", async () => {
    const [before, after] = [5, 10].map((divisibleBy) =>
      projectOf({ type: "number", divisibleBy }),
    );
    const schemas = (folder = "") => path.join(folder, "schemas/a");
    const { code, stdout } = await runInProcess(
      before ?? "",
      "diff",
      schemas(before),
      schemas(after),
      "--fail-on",
      "major",
    );
    expect(stdout).toContain("divisibleBy");
    expect(stdout).toContain("must be divisible by 10");
    expect(code).toBe(1);
  });
});

describe("a keyword of the config that cannot be obeyed is told of", () => {
  const faultsOf = async (keyword: unknown, module: string, name = "x-a") =>
    (
      await runInProcess(
        projectOf({}, { keywords: { [name]: keyword } }, { "a.ts": module }),
        "generate",
      )
    ).stderr;

  test.each([
    [
      "it has a meaning already",
      "a.ts",
      "export const a = (value: string) => true;",
      "minLength",
      'the keyword "minLength" has a meaning already',
    ],
    [
      "its type is none",
      { module: "a.ts", type: "string; evil" },
      "export const a = (value: string) => true;",
      "x-a",
      "is no TypeScript type",
    ],
    [
      "its value is of no such type",
      "a.ts",
      "export const a = (value: boolean) => true;",
      "x-a",
      "a.ts:1:19",
    ],
    [
      "its argument is of no such type",
      "a.ts",
      "export const a = (value: string, by: Date) => true;",
      "x-a",
      "a.ts:1:34",
    ],
    [
      "it takes too much",
      "a.ts",
      "export const a = (value: string, by: string, of: string) => true;",
      "x-a",
      "does not take one value, or one and an argument",
    ],
    [
      "it imports",
      "a.ts",
      'import "x";\nexport const a = (value: string) => true;',
      "x-a",
      "imports another module",
    ],
  ])("where %s", async (_, keyword, module, name, told) => {
    expect(await faultsOf(keyword, module, name)).toContain(told);
  });

  test("where a schema gives it what it does not take", async () => {
    const { code, stderr } = await runInProcess(
      projectOf({ divisibleBy: "5", sorted: "yes", "x-prefix": [1] }),
      "generate",
    );
    expect(code).toBe(1);
    expect(stderr).toContain("divisibleBy must be of the type number");
    expect(stderr).toContain("sorted must be of the type boolean");
    expect(stderr).toContain("x-prefix must be of the type readonly string[]");
  });
});
