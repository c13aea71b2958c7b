import { symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.ts";
import { mappedDocuments } from "../../../generator/load/mapped-documents.ts";
import { createFolder, summary } from "./input-folder.ts";

/** The finder over maps into a folder of files, and what it reports. */
function finderOf(
  files: Readonly<Record<string, unknown>>,
  maps: Readonly<Record<string, string>> = { "https://example.com/": "." },
) {
  const folder = createFolder(files);
  const diagnostics: Diagnostic[] = [];
  const { find } = mappedDocuments(
    Object.entries(maps).map(([prefix, directory]) => ({
      prefix,
      directory: path.join(folder, directory),
    })),
    { inputs: [], linked: [] },
    (diagnostic) => diagnostics.push(diagnostic),
  );
  return { folder, find, diagnostics };
}

describe("a mapped URI", () => {
  test("is the file at the rest of its path", () => {
    const { folder, find, diagnostics } = finderOf({ "shop/item.json": { type: "string" } });
    expect(find("https://example.com/shop/item.json")).toMatchObject({
      path: path.join(folder, "shop/item.json"),
      uri: "https://example.com/shop/item.json",
      source: "example.com/shop/item.json",
      kind: "schema",
      value: { type: "string" },
    });
    expect(diagnostics).toEqual([]);
  });

  test("may leave out .json, which the document's own URI then has", () => {
    const { find } = finderOf({ "item.json": true });
    expect(find("https://example.com/item")).toMatchObject({
      uri: "https://example.com/item.json",
      source: "example.com/item.json",
      value: true,
    });
  });

  test("is the file that is named, before the one with .json added", () => {
    const { find } = finderOf({ "item.yaml": "type: string", "item.yaml.json": false });
    expect(find("https://example.com/item.yaml")?.value).toEqual({ type: "string" });
  });

  test("is decoded before it is a path", () => {
    const { find } = finderOf({ "a b.json": { title: "spaced" } });
    const document = find("https://example.com/a%20b.json");
    expect(document).toMatchObject({ source: "example.com/a b.json", value: { title: "spaced" } });
  });

  test("with malformed percent-encoding is taken as it is", () => {
    const { find } = finderOf({ "100%.json": { title: "all" } });
    expect(find("https://example.com/100%.json")?.value).toEqual({ title: "all" });
  });

  test("belongs to the longest prefix, whatever the order of the maps", () => {
    const files = { "outer/a/x.json": { title: "outer" }, "inner/x.json": { title: "inner" } };
    const outer = ["https://example.com/", "outer"] as const;
    const inner = ["https://example.com/a/", "inner"] as const;
    for (const maps of [
      [outer, inner],
      [inner, outer],
    ]) {
      const { find } = finderOf(files, Object.fromEntries(maps));
      expect(find("https://example.com/a/x.json")?.value).toEqual({ title: "inner" });
    }
  });

  test("that the longest prefix has no file for belongs to the next", () => {
    const { find } = finderOf(
      { "outer/a/x.json": { title: "outer" }, "inner/y.json": {} },
      { "https://example.com/": "outer", "https://example.com/a/": "inner" },
    );
    expect(find("https://example.com/a/x.json")?.value).toEqual({ title: "outer" });
  });

  test("never leaves the folder of its map", () => {
    const { find } = finderOf(
      { "mapped/in.json": {}, "secret.json": { title: "secret" }, "mapped2/near.json": {} },
      { "https://example.com/": "mapped" },
    );
    for (const escape of ["../secret.json", "..%2Fsecret.json", "a/..%2F..%2Fsecret.json"]) {
      expect(find(`https://example.com/${escape}`), escape).toBeUndefined();
    }
    expect(find("https://example.com/../mapped2/near.json")).toBeUndefined();
  });

  test("is no document where it leads to a folder, to nothing, or has no map", () => {
    const { find, diagnostics } = finderOf({ "folder/x.json": {} });
    expect(find("https://example.com/folder")).toBeUndefined();
    expect(find("https://example.com/")).toBeUndefined();
    expect(find("https://example.com/none.json")).toBeUndefined();
    expect(find("https://example.org/folder/x.json")).toBeUndefined();
    expect(diagnostics).toEqual([]);
  });

  test("has a source below its host, without what a file name cannot hold", () => {
    const { find } = finderOf(
      { "shop/x.json": {}, "port/a:b/x.json": {} },
      { "urn:shop:": "shop", "https://example.com:8080/": "port" },
    );
    expect(find("urn:shop:x")?.source).toBe("shop_x.json");
    expect(find("https://example.com:8080/a:b/x.json")?.source).toBe("example.com_8080/a_b/x.json");
  });
});

describe("an external document", () => {
  const hosts = { "https://one.example/": ".", "https://two.example/a": "." };
  const uris = ["https://one.example/x.json", "https://one.example/x", "https://two.example/a/x"];

  test("is one, whatever URIs lead to its file, and is named after the first map", () => {
    for (const order of [uris, uris.toReversed()]) {
      const { find } = finderOf({ "x.json": {} }, hosts);
      const documents = new Set(order.map((uri) => find(uri)));
      expect([...documents].map((document) => document?.uri)).toEqual([uris[0]]);
    }
    const { find } = finderOf(
      { "x.json": {} },
      Object.fromEntries(Object.entries(hosts).toReversed()),
    );
    expect(find(uris[0] ?? "")?.source).toBe("two.example/a/x.json");
  });

  test("is not named by a map that leads elsewhere for that name", () => {
    const { find } = finderOf(
      { "far/a/x.json": {}, "near/x.json": {} },
      {
        "https://one.example/": "far",
        "https://one.example/a/": "near",
        "https://two.example/": "far",
      },
    );
    expect(find("https://two.example/a/x")?.uri).toBe("https://two.example/a/x.json");
    expect(find("https://one.example/a/x")?.uri).toBe("https://one.example/a/x.json");
  });

  test("may be one of the inputs", () => {
    const { folder, find: read } = finderOf({ "x.json": {} });
    const input = read("https://example.com/x.json");
    if (input === undefined) throw new Error("nothing was read");
    const { find } = mappedDocuments(
      [{ prefix: "https://other.example/", directory: folder }],
      { inputs: [input], linked: [] },
      () => undefined,
    );
    expect(find("https://other.example/x")).toBe(input);
  });

  test("may be an OpenAPI document", () => {
    const { find } = finderOf({ "api.yaml": "openapi: 3.1.0\ninfo: {}\n" });
    expect(find("https://example.com/api.yaml")?.kind).toBe("openapi-3.1");
  });

  test("that cannot be parsed is reported once, at its place", () => {
    const { find, diagnostics } = finderOf({ "x.json": '{\n  "type" "string"\n}' });
    expect(find("https://example.com/x.json")).toBeUndefined();
    expect(find("https://example.com/x.json")).toBeUndefined();
    expect(diagnostics.map(summary)).toEqual([expect.stringMatching(/^invalid-json 2:10 /)]);
    expect(diagnostics[0]?.location?.file.path).toMatch(/x\.json$/);
  });

  test("that is no schema is reported", () => {
    const { find, diagnostics } = finderOf({ "x.json": [] });
    expect(find("https://example.com/x.json")).toBeUndefined();
    expect(diagnostics.map(summary)).toEqual([
      "not-a-schema 1:1 the file holds an array, not a schema",
    ]);
  });
});

describe("a link out of the folders that are mapped", () => {
  const uri = "https://example.com/x.json";
  function linked(linkedFolders: readonly string[]) {
    const folder = createFolder({ "out/x.json": {}, "shop/y.json": {} });
    symlinkSync(path.join(folder, "out/x.json"), path.join(folder, "shop/x.json"));
    const maps = [{ prefix: "https://example.com/", directory: path.join(folder, "shop") }];
    return mappedDocuments(
      maps,
      { inputs: [], linked: linkedFolders.map((each) => path.join(folder, each)) },
      () => undefined,
    );
  }

  test("is not followed, and is told", () => {
    const { find, absence } = linked([]);
    expect(find(uri)).toBeUndefined();
    expect(absence(uri)).toMatchObject({ code: "outside-roots" });
    expect(absence(uri)?.target).toMatch(/ .*out\/x\.json, by the link .*shop\/x\.json$/);
    expect(absence("https://example.com/y.json")).toBeUndefined();
    expect(absence("https://example.com/z.json")).toBeUndefined();
  });

  test("is followed into a folder that is allowed", () => {
    const { find, absence } = linked(["out"]);
    expect(find(uri)?.value).toEqual({});
    expect(absence(uri)).toBeUndefined();
  });
});

describe("the meta-schemas", () => {
  test.each([
    ["http://json-schema.org/draft-04/schema", "id"],
    ["http://json-schema.org/draft-06/schema", "$id"],
    ["http://json-schema.org/draft-07/schema", "$id"],
    ["https://json-schema.org/draft/2019-09/schema", "$id"],
    ["https://json-schema.org/draft/2019-09/meta/applicator", "$id"],
    ["https://json-schema.org/draft/2020-12/schema", "$id"],
    ["https://json-schema.org/draft/2020-12/meta/format-assertion", "$id"],
    ["https://spec.openapis.org/oas/3.1/dialect/base", "$id"],
    ["https://spec.openapis.org/oas/3.1/meta/base", "$id"],
  ])("come with the package: %s", (uri, identifier) => {
    const { find } = finderOf({}, {});
    const value = find(uri)?.value as Readonly<Record<string, string>> | undefined;
    expect(value?.[identifier]?.replace(/#$/, "")).toBe(uri);
  });

  test("stand below a map of the same prefix", () => {
    const prefix = "https://json-schema.org/draft/2020-12/";
    const { find } = finderOf({ "own/schema.json": { title: "own" } }, { [prefix]: "own" });
    expect(find(`${prefix}schema`)?.value).toEqual({ title: "own" });
    expect(find(`${prefix}meta/core`)).toBeDefined();
  });
});
