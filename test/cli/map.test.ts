import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runInProcess } from "../harness/command.ts";
import { writeProject, writeText } from "../harness/project.ts";
import { typeErrors } from "../types/type-check.ts";

interface WrittenManifest {
  readonly entries: readonly { readonly source: string; readonly module: string }[];
}

const shop = "https://shop.example/schemas/";
const order = {
  properties: {
    item: { $ref: `${shop}item.json` },
    payment: { $ref: "https://bank.example/payment#/$defs/Payment" },
  },
};
const item = { type: "object", properties: { price: { $ref: "parts/price.json" } } };
const price = { type: "number", minimum: 0 };
const bank = { $defs: { Payment: { enum: ["card", "cash"] } } };

/** Makes a project of inputs, and of files in other folders of the same project. */
function projectOf(
  inputs: Readonly<Record<string, unknown>>,
  others: Readonly<Record<string, unknown>> = {},
): string {
  const folder = writeProject(inputs);
  for (const [file, content] of Object.entries(others)) {
    writeText(path.join(folder, file), JSON.stringify(content));
  }
  return folder;
}

function shopProject(): string {
  return projectOf(
    { "order.json": order },
    { "shop/item.json": item, "shop/parts/price.json": price, "bank/payment.json": bank },
  );
}

const shopMaps = ["--map", `${shop}=shop`, "--map", "https://bank.example/=bank"] as const;

function modulesOf(folder: string): string[] {
  const text = readFileSync(path.join(folder, "generated/manifest.json"), "utf8");
  return (JSON.parse(text) as WrittenManifest).entries.map(({ module }) => module);
}

/** The guard of an emitted module. */
async function importGuard(folder: string, module: string, guard: string) {
  const file = path.join(folder, "generated", module);
  const exported = (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
  return exported[guard] as (value: unknown) => boolean;
}

async function expectTypeCheck(folder: string): Promise<void> {
  const errors = await typeErrors(folder, { compiler: "typescript", resolution: "nodenext" });
  expect(errors).toEqual([]);
}

describe("--map", () => {
  test("gives each document that it brings a module below the folder of its host", async () => {
    const folder = shopProject();
    expect(await runInProcess(folder, "generate", "schemas", ...shopMaps)).toMatchObject({
      code: 0,
    });
    expect([...new Set(modulesOf(folder))]).toEqual([
      "bank.example/Payment.ts",
      "Order.ts",
      "shop.example/schemas/Item.ts",
      "shop.example/schemas/parts/Price.ts",
    ]);
    await expectTypeCheck(folder);
    const isOrder = await importGuard(folder, "Order.ts", "isOrder");
    expect(isOrder({ item: { price: 1 }, payment: "card" })).toBe(true);
    expect(isOrder({ item: { price: -1 } })).toBe(false);
    expect(isOrder({ payment: "cheque" })).toBe(false);
  });

  test("counts folders from where the run was started, and check agrees", async () => {
    const folder = shopProject();
    const maps = [`${shop}=../shop`, "https://bank.example/=../bank"].flatMap((map) => [
      "--map",
      map,
    ]);
    const words = [".", "--out", "../generated", ...maps];
    const inputs = path.join(folder, "schemas");
    expect(await runInProcess(inputs, "generate", ...words)).toMatchObject({ code: 0 });
    expect(await runInProcess(inputs, "check", ...words)).toMatchObject({ code: 0 });
  });

  test("takes the folder behind the last equals sign", async () => {
    const uri = "https://shop.example/get?file=";
    const folder = projectOf(
      { "order.json": { $ref: `${uri}item.json` } },
      { "shop/item.json": price },
    );
    expect(await runInProcess(folder, "generate", "schemas", "--map", `${uri}=shop`)).toMatchObject(
      {
        code: 0,
      },
    );
  });

  test("leaves a reference dangling that no map and no input has, and fetches nothing", async () => {
    const folder = shopProject();
    const { code, stderr } = await runInProcess(
      folder,
      "generate",
      "schemas",
      ...shopMaps.slice(0, 2),
    );
    expect(code).toBe(1);
    expect(stderr).toContain('$ref "https://bank.example/payment#/$defs/Payment" has no target');
    expect(stderr).toContain("nothing is fetched");
    expect(existsSync(path.join(folder, "generated"))).toBe(false);
  });

  test("shows what is wrong in a mapped document in that document", async () => {
    const folder = projectOf(
      { "order.json": { $ref: `${shop}item.json` } },
      { "shop/item.json": { $ref: "#/$defs/none" } },
    );
    const { code, stderr } = await runInProcess(
      folder,
      "generate",
      "schemas",
      "--map",
      `${shop}=shop`,
    );
    expect(code).toBe(1);
    expect(stderr).toContain("shop/item.json:1:");
    expect(stderr).toContain('$ref "#/$defs/none" has no target');
  });

  test("makes one module of a file, whatever URIs lead to it", async () => {
    const node = { type: "object", properties: { next: { $ref: "node" }, name: true } };
    const folder = projectOf(
      {
        "a.json": { $ref: "https://www.shop.example/node.json" },
        "b.json": { properties: { x: { $ref: `${shop}node` }, y: { $ref: `${shop}node.json#` } } },
      },
      { "shop/node.json": node },
    );
    const maps = ["--map", `${shop}=shop`, "--map", "https://www.shop.example/=shop"];
    expect(await runInProcess(folder, "generate", "schemas", ...maps)).toMatchObject({ code: 0 });
    expect(modulesOf(folder)).toEqual(["A.ts", "B.ts", "shop.example/schemas/Node.ts"]);
    await expectTypeCheck(folder);
    const isB = await importGuard(folder, "B.ts", "isB");
    expect(isB({ y: { next: { next: {} } } })).toBe(true);
    expect(isB({ y: { next: { next: 1 } } })).toBe(false);
  });

  test("leads to an input as well as the input's own place does", async () => {
    const folder = projectOf({
      "order.json": { $ref: `${shop}parts/item` },
      "parts/item.json": item,
      "parts/parts/price.json": price,
    });
    expect(
      await runInProcess(folder, "generate", "schemas", "--map", `${shop}=schemas`),
    ).toMatchObject({
      code: 0,
    });
    expect(modulesOf(folder)).toEqual(["Order.ts", "parts/Item.ts", "parts/parts/Price.ts"]);
  });

  test.each(["shop", "=shop", "https://shop.example/=", "="])(
    "of the form %s is a wrong use",
    async (map) => {
      const { code, stderr } = await runInProcess(
        shopProject(),
        "generate",
        "schemas",
        "--map",
        map,
      );
      expect(code).toBe(2);
      expect(stderr).toContain("it takes PREFIX=DIR");
    },
  );

  test("is a flag of generate and of check", async () => {
    for (const command of ["generate", "check"]) {
      expect((await runInProcess(shopProject(), command, "--help")).stdout).toContain(
        "--map <prefix=dir>",
      );
    }
  });
});

describe("the map of a config", () => {
  const config = {
    inputs: ["../schemas"],
    out: "../generated",
    map: { [shop]: "../shop", "https://bank.example/": "../bank" },
  };

  function configuredProject(): string {
    const folder = shopProject();
    writeText(path.join(folder, "config/schemaloom.config.json"), JSON.stringify(config));
    return folder;
  }

  test("counts folders from the config", async () => {
    const folder = configuredProject();
    const words = ["--config", "config/schemaloom.config.json"];
    expect(await runInProcess(folder, "generate", ...words)).toMatchObject({ code: 0 });
    expect(modulesOf(folder)).toContain("shop.example/schemas/parts/Price.ts");
    await expectTypeCheck(folder);
  });

  test("stands behind --map for the same prefix", async () => {
    const folder = configuredProject();
    writeText(path.join(folder, "other/payment.json"), '{ "$defs": { "Payment": false } }');
    const words = ["--config", "config/schemaloom.config.json"];
    const map = ["--map", "https://bank.example/=other"];
    expect(await runInProcess(folder, "generate", ...words, ...map)).toMatchObject({ code: 0 });
    const isOrder = await importGuard(folder, "Order.ts", "isOrder");
    expect(isOrder({ payment: "card" })).toBe(false);
  });
});

describe("the meta-schemas", () => {
  test("can be referred to, and the guards judge schemas by them", async () => {
    const folder = projectOf({
      "old.json": {
        $schema: "http://json-schema.org/draft-07/schema#",
        $ref: "http://json-schema.org/draft-07/schema#",
      },
      "new.json": { $ref: "https://json-schema.org/draft/2020-12/schema" },
    });
    expect(await runInProcess(folder, "generate", "schemas")).toMatchObject({ code: 0 });
    await expectTypeCheck(folder);
    const isOld = await importGuard(folder, "Old.ts", "isOld");
    expect(isOld({ properties: { a: { type: "string" } } })).toBe(true);
    expect(isOld({ properties: { a: { type: "strin" } } })).toBe(false);
    const isNew = await importGuard(folder, "New.ts", "isNew");
    expect(isNew({ prefixItems: [{ minimum: 1 }], $defs: { a: true } })).toBe(true);
    expect(isNew({ prefixItems: [{ minimum: "1" }] })).toBe(false);
    expect(isNew({ $defs: { a: { $anchor: "1" } } })).toBe(false);
  });
});
