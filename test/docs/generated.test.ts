import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { repository } from "../harness/project.ts";
import { brokenLinks } from "../unit/docs/docs-of.ts";

/** The committed pages in Markdown, by their path below `generated/`. */
function committedDocs(): ReadonlyMap<string, string> {
  const generated = path.join(repository, "generated");
  const entries = readdirSync(path.join(generated, "docs"), {
    recursive: true,
    withFileTypes: true,
  });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [
        path.relative(generated, file).replaceAll("\\", "/"),
        readFileSync(file, "utf8"),
      ]),
  );
}

it("leads every relative link of the committed documentation to a page and an anchor", () => {
  const docs = committedDocs();
  expect(docs.size).toBeGreaterThan(1);
  expect(brokenLinks(docs)).toEqual([]);
});

it("notices a link of the committed documentation whose page is missing", () => {
  const docs = new Map(committedDocs());
  docs.delete("docs/vapi/Server.md");
  expect(brokenLinks(docs)).toContain("docs/vapi/CreateTwilioPhoneNumberDTO.md -> Server.md");
});
