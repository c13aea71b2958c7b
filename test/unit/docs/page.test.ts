import { describe, expect, it } from "vitest";
import { docsOf, pageOf, rowOf } from "./docs-of.ts";

describe("a table of properties", () => {
  const page = pageOf({
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string", minLength: 1, maxLength: 40, pattern: "^a|b$" },
      count: { type: "integer", minimum: 1, maximum: 300, multipleOf: 5, default: 10 },
      tags: { type: "array", items: { type: ["string", "null"] }, uniqueItems: true, minItems: 2 },
      kind: { enum: ["a", 1, null] },
      map: { type: "object", additionalProperties: { type: "number", exclusiveMinimum: 0 } },
      old: { type: "string", format: "uuid", deprecated: true, readOnly: true, examples: ["x"] },
      free: true,
      never: { type: "object", enum: ["x"] },
    },
  });

  it("says types, constraints, defaults and what is required", () => {
    expect(rowOf(page, "name")).toEqual({
      name: "`name`",
      type: "string",
      details: ["1 to 40 characters; matches <code>&#94;a&#124;b&#36;</code>"],
      required: "yes",
      description: "",
    });
    expect(rowOf(page, "count")).toMatchObject({
      type: "integer",
      required: "no",
      details: ["a multiple of 5; 1 to 300", "default `10`"],
    });
    expect(rowOf(page, "tags")).toMatchObject({
      type: "array of (string or null)",
      details: ["at least 2 items; no two items are equal"],
    });
    expect(rowOf(page, "kind").type).toBe('`"a"` or `1` or `null`');
    expect(rowOf(page, "map").type).toBe("object of number (more than 0)");
    expect(rowOf(page, "free").type).toBe("anything");
  });

  it("says of a contradiction that it admits nothing, and why", () => {
    expect(rowOf(page, "never").type).toBe('nothing (object and `"x"`)');
  });

  it("marks what is deprecated or read-only, and names the format", () => {
    expect(rowOf(page, "old").details).toEqual(["format `uuid`"]);
    expect(rowOf(page, "old").description).toBe('**Deprecated**, **Read-only**<br>Example: `"x"`');
  });

  it("joins what the members of an allOf say of one property", () => {
    const merged = pageOf({
      allOf: [
        { type: "object", properties: { id: { type: "string" } } },
        { properties: { id: { maxLength: 3 } }, required: ["id"] },
      ],
    });
    expect(rowOf(merged, "id")).toMatchObject({
      type: "string",
      required: "yes",
      details: ["at most 3 characters"],
    });
  });
});

describe("a schema without a name", () => {
  it("has a table below a heading with its path, which its type links to", () => {
    const page = pageOf({
      properties: {
        server: {
          type: "object",
          properties: { backoff: { type: "object", properties: { delay: { type: "number" } } } },
        },
      },
    });
    expect(rowOf(page, "server").type).toBe("[object](#.server)");
    expect(rowOf(page, "backoff").type).toBe("[object](#.server-backoff)");
    expect(page).toContain('<a id=".server-backoff"></a>\n\n## `server.backoff`\n');
    expect(rowOf(page, "delay").type).toBe("number");
  });

  it("lists more than eight values below", () => {
    const values = Array.from({ length: 9 }, (_, index) => `v${index}`);
    const page = pageOf({ properties: { language: { enum: values } } });
    expect(rowOf(page, "language").type).toBe("[one of 9 values](#.language)");
    expect(page).toContain(`\n\n${values.map((value) => `\`"${value}"\``).join(",\n")}\n`);
    expect(page).not.toContain("<details>");
  });

  it("folds a list of very many values", () => {
    const values = Array.from({ length: 25 }, (_, index) => index);
    const page = pageOf({ enum: values });
    expect(page).toContain("<details><summary>Values</summary>\n\n`0`,\n");
    expect(page).toMatch(/`24`\n\n<\/details>\n/);
  });

  it("lists values below that would fill a cell", () => {
    const long = "x".repeat(100);
    const page = pageOf({ properties: { mode: { enum: [`${long}1`, `${long}2`] } } });
    expect(rowOf(page, "mode").type).toBe("[one of 2 values](#.mode)");
  });

  it("has a long description in its own place, and the first sentence in the table", () => {
    const description = `First. ${"Then more. ".repeat(60)}`;
    const page = pageOf({ properties: { a: { type: "string", description } } });
    expect(rowOf(page, "a").description).toBe("First. [More](#.a)");
    expect(page).toContain(`## \`a\`\n\n${description.trim()}\n`);
  });
});

describe("a union", () => {
  const files = docsOf({
    "root.json": {
      properties: {
        to: {
          oneOf: [
            { $ref: "number.json", title: "Phone | number" },
            { $ref: "sip.json", title: "Sip" },
          ],
        },
        text: { anyOf: [{ type: "string" }, { $ref: "sip.json" }] },
      },
    },
    "number.json": {
      description: "By phone. Or by fax.",
      type: "object",
      required: ["type"],
      properties: { type: { const: "number" } },
    },
    "sip.json": { type: "object", required: ["type"], properties: { type: { const: "sip" } } },
  });
  const page = files.get("docs/Root.md") ?? "";

  it("names its variants in the table of properties", () => {
    expect(rowOf(page, "to").type).toBe("[`Number`](Number.md) or [`Sip`](Sip.md)");
    expect(rowOf(page, "text").type).toBe("string or [`Sip`](Sip.md)");
  });

  it("lists its variants with tag and label, a title beside a reference being no name", () => {
    expect(page).toContain(
      '| `"number"` | [`Number`](Number.md) | Label: Phone \\| number.<br>By phone. |',
    );
    expect(page).toContain('| `"sip"` | [`Sip`](Sip.md) |  |');
  });

  it("is named by the pages that it links to", () => {
    expect(files.get("docs/Sip.md")).toContain("Used by [`Root`](Root.md).\n");
  });
});

describe("a page", () => {
  it("shows the definitions of its module with anchors of their own", () => {
    const page = pageOf({
      $ref: "#/$defs/Item",
      $defs: { Item: { type: "string", minLength: 1 } },
    });
    expect(page).toContain("Type: [`Item`](#item)");
    expect(page).toContain('<a id="item"></a>\n\n## Item\n\nFrom `root.json#/$defs/Item`.');
    expect(page).toContain("Used by [`Root`](Root.md).\n");
  });

  it("says of a schema without a valid value that it accepts nothing", () => {
    expect(pageOf({ type: "object", enum: ["x"] })).toContain("**Accepts nothing**");
    expect(pageOf({ type: "object" })).not.toContain("Accepts nothing");
  });

  it("lists keyword by keyword what only the guard checks", () => {
    const page = pageOf({
      type: "object",
      properties: {
        a: { type: "integer", maximum: 3 },
        b: { oneOf: [{ type: "string" }, { maximum: 1 }] },
        c: { type: "array", maxItems: 2, prefixItems: [true, true], items: { maxLength: 1 } },
      },
      additionalProperties: false,
    });
    expect(page.slice(page.indexOf("## Checked by the guard only"))).toBe(
      [
        "## Checked by the guard only",
        "",
        "- `additionalProperties` (surplus properties outside of literals): `/additionalProperties`",
        "- `maxLength`: `/properties/c/items/maxLength`",
        "- `maximum`: `/properties/a/maximum`, `/properties/b/oneOf/1/maximum`",
        "- `oneOf` (whether a second branch matches): `/properties/b/oneOf`",
        "- `type` (whether numbers are whole): `/properties/a/type`",
        "",
      ].join("\n"),
    );
  });

  it("says nothing of a type that its tables tell", () => {
    const text = { type: "string" };
    expect(pageOf({ type: "object", properties: { a: text } })).not.toContain("Type:");
    expect(pageOf({ oneOf: [{ ...text, title: "T" }, { type: "null" }] })).not.toContain("Type:");
    const open = "Type: anything; objects with the properties below\n";
    expect(pageOf({ properties: { a: text } })).toContain(open);
    const nullable = "Type: object or null; objects with the properties below\n";
    expect(pageOf({ type: ["object", "null"], properties: { a: text } })).toContain(nullable);
    const page = pageOf({
      allOf: [{ $ref: "#/$defs/Base" }, { type: "object", properties: { a: text } }],
      $defs: { Base: { type: "object" } },
    });
    expect(page).toContain("Type: [`Base`](#base); objects with the properties below\n");
  });

  it("says of schemas without a type just what they constrain", () => {
    const page = pageOf({
      properties: {
        both: { type: "number", anyOf: [{ minimum: 10 }, { maximum: 0 }] },
        list: { type: "array", items: { allOf: [{ type: "number" }, { maximum: 3 }] } },
        other: { not: { maximum: 3 } },
      },
    });
    expect(rowOf(page, "both").type).toBe("number and (at least 10 or at most 0)");
    expect(rowOf(page, "list").type).toBe("array of number (at most 3)");
    expect(rowOf(page, "other").details).toEqual(["not at most 3"]);
  });

  it("folds a type that would push its tables out of sight", () => {
    const typeOf = (lines: number) =>
      docsOf({ "root.json": true }, "// line\n".repeat(lines)).get("docs/Root.md");
    expect(typeOf(8)).not.toContain("<details>");
    expect(typeOf(40)).toContain("<details><summary>TypeScript</summary>\n\n```ts\n");
  });

  it("has blank lines one at a time", () => {
    const page = pageOf({
      title: "T",
      description: "D",
      type: "object",
      properties: { a: { anyOf: [{ title: "x" }, true] }, b: { properties: { c: true } } },
      examples: [{}],
      maxProperties: 3,
    });
    expect(page).not.toMatch(/\n\n\n|\n\n$|^\n/);
  });
});

describe("a list of values that are described", () => {
  const page = pageOf({
    type: "object",
    properties: {
      level: { enum: ["low", "high|er"], "x-enum-descriptions": ["Quiet, `a|b`.", "Loud.\nVery."] },
    },
  });

  it("is a table in a place of its own, which the property leads to", () => {
    expect(rowOf(page, "level").type).toBe(
      '[`"low"` or <code>&#34;high&#124;er&#34;</code>](#.level)',
    );
    expect(page).toContain(
      [
        "| Value | Description |",
        "| --- | --- |",
        '| `"low"` | Quiet, <code>a&#124;b</code>. |',
        "| <code>&#34;high&#124;er&#34;</code> | Loud.<br>Very. |",
      ].join("\n"),
    );
  });
});

describe("a union of schemas with names", () => {
  const variants = (count: number) =>
    Object.fromEntries(
      Array.from("abcdefgh")
        .slice(0, count)
        .map((kind) => [
          `Shape${kind.toUpperCase()}`,
          { properties: { kind: { const: kind } }, required: ["kind"] },
        ]),
    );
  const page = (count: number, title: (name: string) => string) => {
    const $defs = variants(count);
    const oneOf = Object.keys($defs).map((name) => ({
      $ref: `#/$defs/${name}`,
      title: title(name),
    }));
    return pageOf({ type: "object", properties: { shape: { oneOf } }, $defs });
  };

  it("is named in the row of a property while it is short, else in its table alone", () => {
    expect(rowOf(page(3, String), "shape").type).toContain("[`ShapeC`]");
    expect(rowOf(page(4, String), "shape").type).toBe("[one of 4 variants](#.shape)");
  });

  it("shows no label that is the name of the variant", () => {
    expect(page(2, (name) => name)).not.toContain("Label:");
    expect(page(2, () => "A round one")).toContain("Label: A round one.");
  });
});
