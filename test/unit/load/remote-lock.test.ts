import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../../generator/diagnostics/diagnostic.ts";
import {
  copyPath,
  copyPattern,
  documentHash,
  readRemoteLock,
} from "../../../generator/load/remote-lock.ts";
import { remoteLockName } from "../../../generator/load/remote-files.ts";
import { createFolder, summary } from "./input-folder.ts";

const uri = "https://example.com/schemas/b.json";
const sha256 = documentHash(Buffer.from("{}"));
const copy = copyPath(uri, sha256, "json");

function faultsOf(lock: unknown): readonly string[] {
  const folder = createFolder({ [remoteLockName]: lock });
  try {
    readRemoteLock(folder);
    return [];
  } catch (fault) {
    if (!(fault instanceof DiagnosticsError)) throw fault;
    return fault.diagnostics.map(summary);
  }
}

describe("a lock of remote documents", () => {
  test("gives each document its hash and its copy", () => {
    const folder = createFolder({
      [remoteLockName]: { version: 1, documents: { [uri]: { sha256, copy } } },
    });
    expect(readRemoteLock(folder)).toEqual(new Map([[uri, { sha256, copy }]]));
  });

  test("that is not there locks nothing", () => {
    expect(readRemoteLock(createFolder({})).size).toBe(0);
  });

  test.each([
    ["no JSON", "<<<<<<< ours\n{}"],
    ["of another version", { version: 2, documents: {} }],
    ["without documents", { version: 1 }],
    ["a list", []],
  ])("is refused where it is %s", (_, lock) => {
    expect(faultsOf(lock)).toEqual([expect.stringMatching(/^remote-lock-invalid 1:1 /)]);
  });

  test.each([
    ["leads out of its folder", { sha256, copy: "../../../etc/passwd" }],
    ["has a path from the root", { sha256, copy: "/etc/passwd" }],
    [
      "is that of another host",
      { sha256, copy: copyPath("https://b.example/b.json", sha256, "json") },
    ],
    ["is not named after the hash", { sha256, copy: copy.replace(/[0-9a-f]{16}/, "0".repeat(16)) }],
    ["is not there", { sha256 }],
    ["has no hash", { copy }],
    ["has a hash that is none", { sha256: "x", copy }],
    ["is null", null],
  ])("is refused where a copy %s", (_, entry) => {
    expect(faultsOf({ version: 1, documents: { [uri]: entry } })).toEqual([
      expect.stringMatching(/^remote-lock-invalid 1:\d+ the entry is none of a remote document$/),
    ]);
  });
});

describe("the place of a copy", () => {
  test.each([
    ["https://example.com/a/b.json", "example.com/b."],
    ["https://example.com/a/b.yaml", "example.com/b."],
    ["https://example.com:8443/b", "example.com_8443/b."],
    ["https://example.com/", "example.com/document."],
    ["https://example.com/B%20C.json?x=1", "example.com/b_20c."],
    ["https://example.com/..%2f..%2fb.json", "example.com/__2f.._2fb."],
    ["https://[2001:db8::1]/b.json", "_2001_db8_1_/b."],
    ["https://example.com./b.json", "example.com_/b."],
  ])("of %s is named after it", (each, beginning) => {
    expect(copyPath(each, sha256, "json")).toBe(`${beginning}${sha256.slice(0, 16)}.json`);
  });

  test("stays below the folder of copies whatever the URI is", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (url, more) => {
        fc.pre(URL.canParse(more, url) && /^https?:/.test(new URL(more, url).href));
        const place = copyPath(new URL(more, url).href, sha256, "yaml");
        expect(place).toMatch(copyPattern);
        expect(path.posix.normalize(place)).toBe(place);
      }),
    );
  });
});
