import { describe, expect, it } from "vitest";
import { proseCell, proseParagraphs } from "../../../generator/docs/prose.ts";
import { docsOf, pageOf, rowOf } from "./docs-of.ts";

describe("trap 12: prose of a schema", () => {
  it.each([
    ["a | b", "a \\| b"],
    ["<Say>hi</Say>", "&lt;Say&gt;hi&lt;/Say&gt;"],
    ["{{customer.number}}", "\\{\\{customer.number\\}\\}"],
    ["@default true", "\\@default true"],
    ["a ` b", "a \\` b"],
    ["line\nnext", "line<br>next"],
    ["a\r\n\r\n\r\nb", "a<br><br>b"],
    ["&lt;b&gt; R&D", "&amp;lt;b&amp;gt; R&D"],
    ["snake_case _x_ *y*", "snake_case \\_x\\_ \\*y\\*"],
    ["use `<Say>` or `a|b`", "use `<Say>` or <code>a&#124;b</code>"],
    ["[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"],
    ["[x](javascript&#58;alert)", "[x](javascript&amp;#58;alert)"],
    ["[x](//evil.example)", "\\[x\\](//evil.example)"],
    ["[x](data:text/html,a)", "\\[x\\](data:text/html,a)"],
    ["[docs](https://a.example/b?c=1&d=2)", "[docs](https://a.example/b?c=1&amp;d=2)"],
    ["[near](../other.md)", "[near](../other.md)"],
    ["![pixel](https://a.example/p.png)", "\\![pixel](https://a.example/p.png)"],
    ["see https://a.example/b_c_.", "see https://a.example/b_c_."],
    ["```\n<b>\n| x\n```", "`<b>`<br><code>&#124; x</code>"],
    ["- one\n- two", "- one<br>- two"],
  ])("%j is %j in a cell", (description, cell) => {
    expect(proseCell(description)).toBe(cell);
  });

  it("stays in its row of the table", () => {
    const page = pageOf({ properties: { p: { type: "string", description: "a\n| b" } } });
    expect(page).toContain("\n| `p` | string | no | a<br>\\| b |\n");
  });

  it.each([
    ["# Heading", "\\# Heading"],
    ["a\n---", "a\n\\---"],
    ["a\n===", "a\n\\==="],
    ["> quoted", "&gt; quoted"],
    ["    <b>", "&lt;b&gt;"],
    ["1. one\n   - two", "1. one\n    - two"],
    ["- `a`: <b>", "- `a`: &lt;b&gt;"],
    ['```json\n{ "a": "<b>" }\n```', '```json\n{ "a": "<b>" }\n```'],
    ["```\nnever closed", "```\nnever closed\n```"],
    ["~~~\n```\n# x\n~~~", "````\n```\n# x\n````"],
    ["one\n\ntwo", "one\n\ntwo"],
  ])("%j is %j as paragraphs", (description, paragraphs) => {
    expect(proseParagraphs(description)).toBe(paragraphs);
  });
});

it("keeps names, values and sources of schemas from becoming markup", () => {
  const name = "a|b`c\n<i>{{x}}";
  const page = pageOf({
    properties: { [name]: { const: "x`|\n", default: "<b>" }, __proto__x: true },
    title: "<h1>*T*",
  });
  expect(page).toContain("Label: &lt;h1&gt;\\*T\\*\n");
  expect(page).toContain(
    '| <code>a&#124;b&#96;c &#60;i&#62;&#123;&#123;x&#125;&#125;</code> | <code>&#34;x&#96;&#124;&#92;n&#34;</code><br>default `"<b>"` | no |',
  );
});

it("keeps a type's text inside its block of code", () => {
  const page = docsOf({ "root.json": true }, "/** ```\n# x\n``` */").get("docs/Root.md");
  expect(page).toContain("````ts\n/** ```\n# x\n``` */\n````\n");
});

it("lists properties that are called as members of every object are", () => {
  const page = pageOf(
    JSON.parse('{"properties":{"__proto__":{"type":"string"},"constructor":true}}'),
  );
  expect(rowOf(page, "__proto__").type).toBe("string");
  expect(rowOf(page, "constructor").type).toBe("anything");
});
