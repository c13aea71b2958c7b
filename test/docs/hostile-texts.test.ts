import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { build } from "../../generator/generate.ts";
import { optionsFor, writeProject } from "../harness/project.ts";

const parser = new MarkdownIt({ html: true, linkify: false });

/** Pieces that mean something to a reader of Markdown, HTML, templates, tables, Mermaid or a URI. */
const pieces = [
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "<a href='javascript:alert(1)'>x</a>",
  "<details open ontoggle=alert(1)>",
  "<!-- ",
  "-->",
  "</details>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:x)",
  "[x]: javascript:alert(1)",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  "](",
  "[",
  "```",
  "~~~",
  "`",
  "| a | b |",
  "|",
  "\n| --- | --- |\n",
  "\n",
  "\r\n",
  "\u2028",
  "\n\n    code",
  "\n# heading",
  "\n> quote",
  "\n- item",
  "\n1. item",
  "***",
  "__",
  "~~",
  "{{name}}",
  "{{{name}}}",
  "{{#each this}}",
  "${name}",
  '"]; click s0 call alert(1)',
  'click s0 "javascript:alert(1)"',
  "%%{init: {}}%%",
  "\ngraph TD\n",
  "end",
  "&lt;script&gt;",
  "&#60;b&#62;",
  "\\",
  "$x$",
  "@user",
  "#1",
  "\0",
  "word",
  " ",
];

const hostileText = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  .map((list) => list.join(""));

/** A schema that has a text wherever one can stand, and a twin of harmless ones. */
function schemaWith([a = "", b = "", c = "", d = ""]: readonly string[]): object {
  return {
    title: a,
    description: b,
    type: "object",
    examples: [{ given: c }],
    required: ["given"],
    properties: {
      given: { type: "string", description: c, title: d, default: a },
      [`p${a}`]: { const: b, description: d },
      [`q${b}`]: { description: c, properties: { [`in${c}`]: { enum: [a, `${a}2`, d] } } },
      many: { enum: Array.from({ length: 12 }, (_, index) => `${c}${String(index)}`) },
      union: {
        oneOf: [
          { title: a, type: "string", format: d },
          { description: b, type: "number" },
        ],
      },
      one: { $ref: "#/$defs/one" },
      other: { $ref: `#/$defs/${encodeURIComponent(pointerToken(`two${d}`))}` },
    },
    dependentRequired: { [`p${a}`]: ["given"] },
    patternProperties: { "^x-": { description: a } },
    $defs: {
      one: {
        description: d,
        properties: { two: { $ref: `#/$defs/${encodeURIComponent(pointerToken(`two${d}`))}` } },
      },
      [`two${d}`]: { title: c, deprecated: true, default: b, properties: { up: { $ref: "#" } } },
    },
  };
}

function pointerToken(text: string): string {
  return text.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** What a page runs or leads to: its HTML but what texts are written by, and its links outside. */
async function activeParts(texts: readonly string[], docs: "pages" | "single") {
  const project = writeProject({ "root.json": schemaWith(texts) });
  const { files } = await build(optionsFor(project, { docs, outputs: new Set(["docs"]) }));
  const pages = [...files].filter(([file]) => file.endsWith(".md"));
  expect(pages).toHaveLength(1);
  const tokens = parser
    .parse(pages[0]?.[1] ?? "", {})
    .flatMap((token) => [token, ...(token.children ?? [])]);
  const html = tokens
    .filter(({ type }) => type.startsWith("html_"))
    .flatMap(({ content }) => content.match(/<[^>]*>?/g) ?? [])
    .filter((tag) => !/^(?:<br>|<\/?code>|<\/a>|<a id="[\p{L}\p{N}_$.~-]*">)$/u.test(tag));
  const links = tokens.flatMap((token) => token.attrGet("href") ?? token.attrGet("src") ?? []);
  return { html, links: links.filter((link) => !link.startsWith("#")) };
}

describe("texts of a schema", () => {
  it.each(["pages", "single"] as const)(
    "bring no HTML and no link to Markdown laid out as %s",
    { timeout: 120_000 },
    async (docs) => {
      const benign = await activeParts(["word a", "word b", "word c", "word d"], docs);
      expect(benign.html.length).toBeGreaterThan(0);
      await fc.assert(
        fc.asyncProperty(
          fc.tuple(hostileText, hostileText, hostileText, hostileText),
          async (texts) => {
            const hostile = await activeParts(texts, docs);
            expect(hostile.links).toEqual(benign.links);
            const folds = hostile.html.filter((tag) => tag === "<details>").length;
            const fold = ["<details>", "<summary>", "</summary>", "</details>"];
            expect(hostile.html).toEqual(Array.from({ length: folds }, () => fold).flat());
          },
        ),
        { numRuns: 60, seed: 7 },
      );
    },
  );
});
