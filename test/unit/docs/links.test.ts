import { describe, expect, it } from "vitest";
import { brokenLinks, docsOf } from "./docs-of.ts";

it("leads every relative link to a page and an anchor that are made", () => {
  const union = { oneOf: [{ title: "a", type: "string" }, { $ref: "../b%20(1)/c%20d.json" }] };
  const files = docsOf({
    "a/x.json": {
      properties: {
        "": { properties: { y: union } },
        "a.b": { enum: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
        "a/b": { properties: { z: union } },
        list: { items: { properties: { q: { $ref: "#/properties/a.b" } } } },
        def: { $ref: "#/$defs/Def" },
        日本: { properties: { o: { not: { properties: { a: true } } } } },
      },
      $defs: { Def: { properties: { nested: { properties: { up: { $ref: "#" } } } } } },
    },
    "b (1)/c d.json": { $ref: "../a/x.json#/$defs/Def" },
  });
  expect(brokenLinks(files)).toEqual([]);
  const page = files.get("docs/a/X.md") ?? "";
  const anchors = [...page.matchAll(/<a id="(.*)">/g)].map(([, anchor]) => anchor);
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(page).toContain("](../b%20%281%29/CD.md)");
});

describe("an anchor", () => {
  const part = { properties: { values: { enum: [1, 2, 3, 4, 5, 6, 7, 8, 9] } } };
  const schema = {
    properties: { Part: part, part, outer: { $ref: "#/$defs/fooBar" } },
    $defs: { fooBar: { title: "upper" }, foobar: { $ref: "#/$defs/fooBar" }, ROOT: true },
  };

  function anchorsOf(schemas: Readonly<Record<string, unknown>>): string[] {
    const page = docsOf(schemas).get("docs/Root.md") ?? "";
    return [...page.matchAll(/<a id="(.*)">/g)].map(([, anchor = ""]) => anchor);
  }

  it("differs from every other of its page in more than case, and from the page's own heading", () => {
    const files = docsOf({ "root.json": schema });
    const anchors = anchorsOf({ "root.json": schema }).map((anchor) => anchor.toLowerCase());
    expect(new Set(["root", ...anchors]).size).toBe(anchors.length + 1);
    expect(anchors).toEqual(expect.arrayContaining(["foobar", "foobar-2", "root-2"]));
    expect(brokenLinks(files)).toEqual([]);
  });

  it("of a definition stays when another schema refers to a place that has nearly its name", () => {
    const root = { definitions: { RootAllofSchema0: true }, allOf: [true] };
    const other = { $ref: "root.json#/allOf/0" };
    expect(anchorsOf({ "root.json": root })).toEqual(["rootallofschema0"]);
    expect(anchorsOf({ "other.json": other, "root.json": root }).toSorted()).toEqual([
      "rootallofschema0",
      "rootallofschema0-2",
    ]);
    const page = docsOf({ "other.json": other, "root.json": root }).get("docs/Root.md");
    expect(page).toContain('<a id="rootallofschema0"></a>\n\n## RootAllofSchema0\n');
  });
});
