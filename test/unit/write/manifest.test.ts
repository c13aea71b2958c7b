import { describe, expect, test } from "vitest";
import {
  manifestFiles,
  readManifest,
  serializeManifest,
  type ManifestEntry,
} from "../../../generator/write/manifest.ts";
import { manifestOf } from "./sample-output.ts";

describe("manifestFiles", () => {
  test("names modules, pages, the index of every folder above a module, and the fixed files", () => {
    const outputs = ["types", "guards", "docs"] as const;
    expect(manifestFiles({ ...manifestOf("a/b/C.ts"), outputs })).toEqual([
      "a/b/C.ts",
      "a/b/index.ts",
      "a/index.ts",
      "docs/a/b/C.md",
      "index.ts",
      "manifest.json",
      "names.lock.json",
      "runtime.ts",
    ]);
  });

  test("names a page that declarations share once, without its anchor", () => {
    const manifest = manifestOf("B.ts");
    const [root] = manifest.entries as [ManifestEntry];
    const definition = { ...root, pointer: "/$defs/Part", root: false, docs: "docs/B.md#part" };
    const files = manifestFiles({ ...manifest, entries: [root, definition] });
    expect(files.filter((path) => path.endsWith(".md"))).toEqual(["docs/B.md"]);
  });
});

test.each([
  [["types"], ["index.ts", "manifest.json", "names.lock.json"]],
  [["guards"], ["index.ts", "manifest.json", "names.lock.json", "runtime.ts"]],
  [["docs"], ["manifest.json", "names.lock.json"]],
] as const)("manifestFiles of an output of %j names what that has", (outputs, files) => {
  expect(manifestFiles({ ...manifestOf(), outputs })).toEqual(files);
});

test("manifestFiles names the modules of custom formats", () => {
  const formats = [{ format: "iban", module: "format-iban.ts" }];
  expect(manifestFiles({ ...manifestOf(), formats })).toContain("format-iban.ts");
});

test("manifestFiles names the pages of a site, and the scripts of each module", () => {
  const [entry] = manifestOf("a/B.ts").entries as [ManifestEntry];
  const entries = [{ ...entry, site: "docs/a/B.html" }];
  const files = manifestFiles({ ...manifestOf(), outputs: ["guards", "site"], entries });
  expect(files).toEqual(
    expect.arrayContaining([
      "docs/a/B.html",
      "docs/index.html",
      "docs/search.html",
      "docs/site/guards/a/B.js",
      "docs/site/rows/a/B.js",
      "docs/site/runtime.js",
      "docs/site/site.css",
    ]),
  );
});

describe("readManifest", () => {
  test("reads back what serializeManifest wrote", () => {
    const manifest = {
      ...manifestOf("a/B.ts"),
      formats: [{ format: "iban", module: "format-iban.ts" }],
      failed: [
        {
          source: "c.json",
          pointer: "",
          error: { code: "invalid-json", message: "no", line: 1, column: 2 },
        },
      ],
    };
    expect(readManifest(serializeManifest(manifest))).toEqual(manifest);
  });

  test("reads entries that lack what was not made", () => {
    const [{ source, pointer, name, root, module, type, hash }] = manifestOf("a/B.ts").entries as [
      ManifestEntry,
    ];
    const entry = { source, pointer, name, root, module, type, hash } as ManifestEntry;
    const manifest = { ...manifestOf(), outputs: ["types"], entries: [entry] } as const;
    expect(readManifest(serializeManifest(manifest))).toEqual(manifest);
    expect(manifestFiles(manifest)).toEqual([
      "a/B.ts",
      "a/index.ts",
      "index.ts",
      "manifest.json",
      "names.lock.json",
    ]);
  });

  test.each([
    ["text that is not JSON", "<<<<<<< HEAD"],
    ["another tool's manifest", '{ "name": "app", "icons": [] }'],
    ["an array", "[]"],
    [
      "a later version",
      serializeManifest(manifestOf("B.ts")).replace('"version": 1', '"version": 2'),
    ],
    ["another generator", serializeManifest(manifestOf("B.ts")).replace("schemaloom@", "other@")],
    [
      "an output of a kind that is not known",
      serializeManifest({ ...manifestOf(), outputs: ["types"] }).replace('"types"', '"stubs"'),
    ],
    ["a module outside the folder", serializeManifest(manifestOf("../B.ts"))],
    [
      "a format outside the folder",
      serializeManifest({ ...manifestOf(), formats: [{ format: "x", module: "../x.ts" }] }),
    ],
    ["an absolute module", serializeManifest(manifestOf("/B.ts"))],
    ["a Windows path", serializeManifest(manifestOf("..\\B.ts"))],
  ])("takes %s for no manifest", (_, text) => {
    expect(readManifest(text)).toBeUndefined();
  });
});

test("serializeManifest ends in a line break", () => {
  expect(serializeManifest(manifestOf()).endsWith("}\n")).toBe(true);
});
