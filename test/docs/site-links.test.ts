import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../generator/generate.ts";
import { makeProject, optionsFor, repository, testData } from "../harness/project.ts";
import { dataAbsent, needingData } from "../vapi/payloads.ts";
import { brokenSiteLinks } from "./site-links.ts";

let examples: ReadonlyMap<string, string>;

beforeAll(async () => {
  examples = (await build(optionsFor(repository, { defaultDialect: "openapi-3.0" }))).files;
});

describe("a link of the site", () => {
  it("leads to a file and a place in it, for the examples", () => {
    expect(brokenSiteLinks(examples)).toEqual([]);
  });

  it("leads there whatever files and members are called", async () => {
    const names = ["a b/c#d.json", "ä%20/$ö.json", "q?x=1&y.json", "x.json"];
    const inside = { type: "object", properties: { "a.b": { enum: ["#", "%", "ü"] } } };
    const schema = {
      type: "object",
      properties: {
        "": inside,
        "%41": inside,
        "a#b": { type: "array", items: inside },
        "ü ü": { $ref: "#/$defs/Ünner" },
        "A.B": inside,
        "a.b": inside,
      },
      $defs: { Ünner: { type: "object", properties: { up: { $ref: "#" } } } },
    };
    const { files } = await makeProject(Object.fromEntries(names.map((name) => [name, schema])));
    expect([...files.keys()].filter((file) => file.startsWith("docs/site/rows/"))).toHaveLength(4);
    expect(brokenSiteLinks(files)).toEqual([]);
  });

  it.each([
    [
      "whose page is not there",
      "docs/vapi/Server.html",
      undefined,
      "docs/index.html -> vapi/Server.html",
    ],
    [
      "whose row is not there",
      "docs/vapi/Server.html",
      ['id=".url"', ""],
      "docs/vapi/Server.html -> #.url",
    ],
    [
      "whose script is not there",
      "docs/site/site.js",
      undefined,
      "docs/index.html -> site/site.js",
    ],
    [
      "in rows that are brought",
      "docs/site/rows/vapi/Server.js",
      ['href=\\"#.url\\"', 'href=\\"#.nowhere\\"'],
      "docs/vapi/Server.html -> #.nowhere",
    ],
    [
      "to rows that no script brings",
      "docs/site/rows/vapi/Server.js",
      undefined,
      "docs/vapi/CreateTwilioPhoneNumberDTO.html -> rows of vapi/Server",
    ],
    [
      "of the tree",
      "docs/site/navigation.js",
      ['"Server"', '"Nobody"'],
      "the tree -> docs/vapi/Nobody.html",
    ],
    [
      "of the search",
      "docs/site/search-index.js",
      ['".backoffPlan"', '".nowhere"'],
      "the search -> docs/vapi/Server.html#.nowhere",
    ],
  ] as const)("is noticed %s", (_, file, change, expected) => {
    const files = new Map(examples);
    const text = files.get(file) ?? "";
    if (change === undefined) files.delete(file);
    else {
      expect(text).toContain(change[0]);
      files.set(file, text.replace(change[0], change[1]));
    }
    expect(brokenSiteLinks(files)).toContain(expected);
  });

  it.skipIf(dataAbsent)(
    needingData("leads somewhere, on every page of the whole Vapi specification"),
    { timeout: 300_000 },
    async () => {
      const inputs = [path.join(testData, "vapi/openapi.json")];
      const { files } = await build(optionsFor(repository, { inputs, outputs: new Set(["site"]) }));
      expect([...files.keys()].filter((file) => file.endsWith(".html"))).toHaveLength(983);
      expect(brokenSiteLinks(files)).toEqual([]);
    },
  );
});
