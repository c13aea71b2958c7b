import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { build } from "../../generator/generate.ts";
import { optionsFor, writeProject } from "../harness/project.ts";
import { hostilePieces, hostileTexts, schemaWith } from "./hostile-schemas.ts";

const parser = new MarkdownIt({ html: true, linkify: false });

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
        fc.asyncProperty(hostileTexts(hostilePieces), async (texts) => {
          const hostile = await activeParts(texts, docs);
          expect(hostile.links).toEqual(benign.links);
          const folds = hostile.html.filter((tag) => tag === "<details>").length;
          const fold = ["<details>", "<summary>", "</summary>", "</details>"];
          expect(hostile.html).toEqual(Array.from({ length: folds }, () => fold).flat());
        }),
        { numRuns: 60, seed: 7 },
      );
    },
  );
});
