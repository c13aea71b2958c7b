import { expect, it } from "vitest";
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

it("links every input schema from the overview, and asks for nothing from elsewhere", () => {
  const files = docsOf({
    "one.json": { description: "Says `so`. And more.", properties: { a: true } },
    "sub/two.json": { description: "<script>alert(1)</script>" },
  });
  const overview = files.get("docs/index.html") ?? "";
  expect(overview).toContain('<a href="One.md">One</a>');
  expect(overview).toContain('<a href="sub/Two.md">Two</a>');
  expect(overview).toContain("<td>Says so.<code>one.json</code></td>");
  expect(overview).toContain('<td class="count">1 property</td>');
  expect(overview).toContain("&lt;script&gt;");
  expect(overview).not.toMatch(/<script|src=|@import|url\(|https?:/);
});
