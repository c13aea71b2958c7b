import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { build } from "../../generator/generate.ts";
import { optionsFor, repository, testData } from "../harness/project.ts";
import { dataAbsent, needingData } from "../vapi/payloads.ts";
import { brokenMarkdownLinks, headingSlug } from "./markdown-links.ts";

/** The Markdown of the repository, by its path there. */
function ownMarkdown(): ReadonlyMap<string, string> {
  const listed = execFileSync("git", ["ls-files", "-z", "*.md"], { cwd: repository });
  const files = listed
    .toString("utf8")
    .split("\0")
    .filter((file) => file !== "");
  return new Map(
    files
      .filter((file) => existsSync(path.join(repository, file)))
      .map((file) => [file, readFileSync(path.join(repository, file), "utf8")]),
  );
}

const isInRepository = (file: string) => existsSync(path.join(repository, file));

/** The Markdown of what was built. */
function markdownOf(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([file]) => file.endsWith(".md")));
}

describe("a link of Markdown", () => {
  it("leads somewhere, in every file of the repository", () => {
    const files = ownMarkdown();
    expect(files.size).toBeGreaterThan(50);
    expect(brokenMarkdownLinks(files, isInRepository)).toEqual([]);
  });

  test.each(["pages", "single"] as const)(
    "is noticed where it leads to no page or anchor, with docs laid out as %s",
    async (docs) => {
      const { files } = await build(
        optionsFor(repository, { docs, defaultDialect: "openapi-3.0" }),
      );
      const pages = new Map(markdownOf(files));
      expect(brokenMarkdownLinks(pages)).toEqual([]);
      const server = docs === "single" ? "docs/README.md" : "docs/vapi/Server.md";
      const text = pages.get(server) ?? "";
      if (docs === "single") pages.set(server, text.replace('<a id="vapi-server"></a>', ""));
      else pages.delete(server);
      const broken = docs === "single" ? "#vapi-server" : "Server.md";
      expect(brokenMarkdownLinks(pages).some((each) => each.endsWith(` -> ${broken}`))).toBe(true);
    },
  );

  it("leads to a heading by the slug that GitHub makes of it", () => {
    expect(headingSlug("`hooks[]` (variant 1)")).toBe("hooks-variant-1");
    expect(headingSlug("Who says a keyword?")).toBe("who-says-a-keyword");
    const page = "# A b\n\n## A b\n\n[1](#a-b) [2](#a-b-1) [3](#a-b-2)";
    expect(brokenMarkdownLinks(new Map([["x.md", page]]))).toEqual(["x.md -> #a-b-2"]);
  });

  it.skipIf(dataAbsent)(
    needingData("leads somewhere, on every page of the whole Vapi specification"),
    { timeout: 300_000 },
    async () => {
      for (const docs of ["pages", "single"] as const) {
        const inputs = [path.join(testData, "vapi/openapi.json")];
        const options = optionsFor(repository, { inputs, docs, outputs: new Set(["docs"]) });
        const { files } = await build(options);
        const pages = markdownOf(files);
        expect(pages.size).toBe(docs === "single" ? 1 : 981);
        expect(brokenMarkdownLinks(pages)).toEqual([]);
      }
    },
  );
});
