import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type CommandOutcome, runInProcess } from "../harness/command.ts";
import { writeProject, writeText } from "../harness/project.ts";
import { typeErrors } from "../types/type-check.ts";

interface WrittenManifest {
  readonly entries: readonly { readonly source: string; readonly pointer: string }[];
  readonly failed: readonly {
    readonly source: string;
    readonly pointer: string;
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly line?: number;
      readonly column?: number;
    };
  }[];
}

const component = (schema: object) => ({ type: "object", properties: { it: schema } });

const inputs = {
  "name.json": { type: "string" },
  "pet.json": { properties: { name: { $ref: "name.json" } }, required: ["name"] },
  "a/owner.json": { properties: { pet: { $ref: "../shop/stock.json" } } },
  "a/visitor.json": { properties: { host: { $ref: "owner.json" } } },
  "a/item.json": { $ref: "../broken.json" },
  "a/part.json": { $ref: "#/components/schemas/broken" },
  "shop/stock.json": { type: "strin" },
  "broken.json": "{ ]",
  "dialect.json": { $schema: "https://example.com/own" },
  "twin.json": { type: "string" },
  "twin.yaml": "type: number\n",
  "api.yaml": JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Shop", version: "1" },
    paths: {},
    components: {
      schemas: {
        Fine: component({ type: "string" }),
        Dangling: component({ $ref: "#/components/schemas/Nothing" }),
        Using: component({ $ref: "#/components/schemas/Dangling" }),
      },
    },
  }),
  "repairs.overlay.json": {
    overlay: "1.0.0",
    info: { title: "Repairs", version: "1" },
    actions: [{ target: "$.components.schemas.None", remove: true }],
  },
};

const overlay = ["--overlay", "schemas/repairs.overlay.json"];

let folder: string;
let outcome: CommandOutcome;
let manifest: WrittenManifest;

function readManifest(): string {
  return readFileSync(path.join(folder, "generated/manifest.json"), "utf8");
}

beforeAll(async () => {
  folder = writeProject(inputs);
  outcome = await runInProcess(folder, "generate", "schemas", "--keep-going", ...overlay);
  manifest = JSON.parse(readManifest()) as WrittenManifest;
});

describe("generate --keep-going", () => {
  test("exits 1, and says what it made and what failed", () => {
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toMatch(/^generated\/: 4 schemas, 11 errors, /u);
    expect(outcome.stderr).toMatch(/\n11 errors\n$/u);
    for (const { source, error } of manifest.failed) {
      const place = error.line === undefined ? "" : `:${error.line}:${error.column}`;
      expect(outcome.stderr).toContain(`error ${error.code} schemas/${source}${place}\n`);
      expect(outcome.stderr).toContain(error.message);
    }
  });

  test("makes what has no fault and refers to nothing that has one", () => {
    expect(manifest.entries.map(({ source, pointer }) => source + pointer)).toEqual([
      "api.yaml/components/schemas/Fine",
      "name.json",
      "pet.json",
      "twin.json",
    ]);
  });

  test("lists each failure with its source, pointer, code and place", () => {
    expect(
      manifest.failed.map(({ source, pointer, error }) => [source, pointer, error.code]),
    ).toEqual([
      ["a/item.json", "/$ref", "dependency-failed"],
      ["a/owner.json", "", "dependency-failed"],
      ["a/part.json", "/$ref", "dependency-failed"],
      ["a/visitor.json", "", "dependency-failed"],
      ["api.yaml", "/components/schemas/Dangling/properties/it/$ref", "dangling-ref"],
      ["api.yaml", "/components/schemas/Using", "dependency-failed"],
      ["broken.json", "", "invalid-json"],
      ["dialect.json", "/$schema", "dialect-unknown"],
      ["repairs.overlay.json", "/actions/0/target", "overlay-no-match"],
      ["shop/stock.json", "/type", "keyword-invalid"],
      ["twin.yaml", "", "name-clash"],
    ]);
    expect(manifest.failed.find(({ source }) => source === "shop/stock.json")?.error).toEqual({
      code: "keyword-invalid",
      message: 'type "strin" names no type',
      line: 2,
      column: 11,
    });
  });

  test("says of a schema that refers to a failed one which that is", () => {
    const messages = new Map(manifest.failed.map(({ source, error }) => [source, error.message]));
    expect(messages.get("a/visitor.json")).toBe(
      "the schema refers to a/owner.json, which could not be made",
    );
    expect(messages.get("a/item.json")).toBe(
      '$ref "../broken.json" leads to broken.json, which could not be read',
    );
  });

  test("makes modules that compile and judge", async () => {
    const output = path.join(folder, "generated");
    for (const resolution of ["bundler", "nodenext"] as const) {
      expect(await typeErrors(output, { compiler: "typescript", resolution })).toEqual([]);
    }
    const { isPet } = (await import(path.join(output, "Pet.ts"))) as {
      isPet: (value: unknown) => boolean;
    };
    expect([isPet({ name: "Rex" }), isPet({ name: 1 }), isPet({})]).toEqual([true, false, false]);
  });

  test("makes the same manifest from another folder", async () => {
    const before = readManifest();
    rmSync(path.join(folder, "generated"), { recursive: true });
    const absolute = (name: string) => path.join(folder, name);
    await runInProcess(
      tmpdir(),
      ...["generate", absolute("schemas"), "--keep-going", "--out", absolute("generated")],
      ...["--overlay", absolute("schemas/repairs.overlay.json")],
    );
    expect(readManifest()).toBe(before);
  });

  test("exits 0 where nothing fails", async () => {
    const project = writeProject({ "pet.json": {} });
    expect(await runInProcess(project, "generate", "schemas", "--keep-going")).toMatchObject({
      code: 0,
      stderr: "",
    });
    writeText(path.join(project, "schemas/bad.json"), "{");
    expect((await runInProcess(project, "generate", "schemas", "--keep-going")).code).toBe(1);
  });
});
