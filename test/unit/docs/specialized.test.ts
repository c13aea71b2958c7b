import { expect, it } from "vitest";
import { brokenLinks, docsOf } from "./docs-of.ts";

const id = (name: string) => `https://example.com/${name}`;

const files = docsOf({
  "a/list.json": {
    $id: id("list"),
    properties: { items: { items: { $dynamicRef: "#item" } }, rest: { $ref: "#/$defs/rest" } },
    $defs: {
      item: { $dynamicAnchor: "item" },
      rest: { items: { $dynamicRef: "#item" }, description: "What is left." },
    },
  },
  "b/texts.json": {
    $id: id("texts"),
    $ref: "list",
    $defs: { item: { $dynamicAnchor: "item", type: "string" } },
  },
  "numbers.json": {
    $id: id("numbers"),
    properties: { all: { $ref: "list" }, texts: { $ref: "texts" } },
    $defs: { item: { $dynamicAnchor: "item", type: "number" } },
  },
  "embedded.json": {
    $id: id("embedded"),
    $ref: "base",
    $defs: {
      base: { $id: "base", not: { $dynamicRef: "#it" }, $defs: { it: { $dynamicAnchor: "it" } } },
      it: { $dynamicAnchor: "it", type: "null" },
    },
  },
});

it("leads every link to a section of a specialised declaration to its anchor", () => {
  expect(brokenLinks(files)).toEqual([]);
  expect(files.get("docs/b/Texts.md")).toContain("(#textslist)");
  expect(files.get("docs/b/Texts.md")).toContain('<a id="textslist"></a>\n\n## TextsList\n');
});

it("gives each section of a page an anchor of its own", () => {
  for (const [page, text] of files) {
    const anchors = [...text.matchAll(/<a id="(.*)">/g)].map(([, anchor]) => anchor);
    expect(new Set(anchors).size, page).toBe(anchors.length);
  }
});
