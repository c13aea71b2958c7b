import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  documentationComment,
  escapeComment,
  jsonComment,
  tightenComments,
} from "../../../generator/text/comment.ts";

/** The tags that TypeScript reads on a type behind a comment; fails where it sees anything else. */
function tagsBehind(comment: string): readonly string[] {
  const file = ts.createSourceFile("a.ts", `${comment}\ntype A = 1;`, ts.ScriptTarget.ES2022, true);
  expect(file.statements.map((statement) => statement.kind)).toEqual([
    ts.SyntaxKind.TypeAliasDeclaration,
  ]);
  const [statement] = file.statements;
  return statement === undefined ? [] : ts.getJSDocTags(statement).map((tag) => tag.tagName.text);
}

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom("*/", "*", "/", "/*", "@", "@default", "{@link X}", "`", '"', "\\", "-"),
      fc.constantFrom(
        "\n",
        "\r",
        "\r\n",
        "\u2028",
        "\u2029",
        " ",
        "\t",
        "\u0085",
        "\u200b",
        "\ufeff",
      ),
      fc.string({ unit: "grapheme" }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("documentation comments", () => {
  test("are never ended by their text, which never becomes a tag", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(tagsBehind(documentationComment(escapeComment(text)))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("are never ended by a default, which adds no tag and stays the same JSON", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = jsonComment({ [text]: [text, { "@x": text }] });
        expect(tagsBehind(documentationComment(`@default ${json}`))).toEqual(["default"]);
        expect(JSON.parse(json)).toEqual({ [text]: [text, { "@x": text }] });
        expect(json).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
      { numRuns: 2000 },
    );
  });

  test("keep paragraphs without trailing spaces", () => {
    const text = escapeComment("\nOne.  \r\n\r\nTwo\u2028three.\n\n");
    expect(documentationComment(text)).toBe("/**\n * One.\n *\n * Two\n * three.\n */");
  });

  test("escape what would be a tag and leave other at signs", () => {
    expect(escapeComment("@default true, {@link X}, a @b, mail@example.org, `@c`")).toBe(
      "\\@default true, {\\@link X}, a \\@b, mail@example.org, `@c`",
    );
    expect(escapeComment("a */ b")).toBe("a *\\/ b");
  });

  test("stand on one line where they have one and it fits", () => {
    const comment = (text: string) => `  ${documentationComment(text).replaceAll("\n", "\n  ")}`;
    const [longest, longer] = ["x".repeat(91), "x".repeat(92)];
    expect(tightenComments(comment(longest))).toBe(`  /** ${longest} */`);
    expect(`  /** ${longest} */`).toHaveLength(100);
    for (const text of [longer, "One.\n@default 1", "One.\n\nTwo."]) {
      expect(tightenComments(comment(text))).toBe(comment(text));
    }
  });
});
