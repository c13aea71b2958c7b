import { codeBlock, inlineCode, inlineProse } from "../text/markdown.ts";
import { remembering } from "../text/remember.ts";

/** A piece of a description: a block of code, or a line of a paragraph or a list. */
type ProseBlock =
  | { readonly kind: "code"; readonly language: string; readonly lines: readonly string[] }
  | { readonly kind: "line"; readonly text: string }
  | {
      readonly kind: "item";
      readonly depth: number;
      readonly marker: string;
      readonly text: string;
    };

/**
 * Writes a description as Markdown of its own: its paragraphs, lists, code and links stay, headings,
 * tables and HTML become plain text.
 */
export const proseParagraphs = remembering((text) =>
  parseProse(text)
    .map((block) => {
      switch (block.kind) {
        case "code":
          return codeBlock(block.lines.join("\n"), block.language);
        case "item":
          return `${" ".repeat(4 * block.depth)}${block.marker} ${inlineProse(block.text)}`;
        case "line":
          return escapeLineStart(inlineProse(block.text));
      }
    })
    .join("\n")
    .replaceAll(/^\n+|\n+$/g, ""),
);

/**
 * Writes a description for a cell of a table, its lines set apart by `<br>`.
 */
export const proseCell = remembering((text) =>
  parseProse(text)
    .flatMap((block) => {
      switch (block.kind) {
        case "code":
          return block.lines.filter((line) => line.trim() !== "").map(inlineCode);
        case "item":
          return [`${block.marker} ${inlineProse(block.text)}`];
        case "line":
          return [inlineProse(block.text)];
      }
    })
    .join("<br>")
    .replaceAll(/^(?:<br>)+|(?:<br>)+$/g, "")
    .replaceAll(/(?:<br>){3,}/g, "<br><br>"),
);

/** The first sentence of a description, as plain text. */
export function firstSentence(text: string): string {
  const [paragraph = ""] = text.trim().split(/\n\s*\n/);
  const line = paragraph.replaceAll(/\s+/g, " ");
  return /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
}

/** Whether a description is too long for a cell, or holds code that a cell would crush. */
export function isLongProse(text: string): boolean {
  return text.length > 500 || /^\s*(?:```|~~~)/m.test(text);
}

function parseProse(text: string): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  const lines = text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")
    .trim()
    .split("\n");
  let indents: readonly number[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]?.replaceAll("\t", "    ") ?? "";
    const fence = /^\s*(```+|~~~+)\s*([\w+-]*)\s*$/.exec(line);
    const item = /^(\s*)([-*+]|\d{1,9}[.)])\s+(\S.*)$/.exec(line);
    if (fence !== null) {
      const [, opening = "", language = ""] = fence;
      const found = lines.findIndex((other, at) => at > index && other.trim() === opening);
      const end = found === -1 ? lines.length : found;
      blocks.push({ kind: "code", language, lines: lines.slice(index + 1, end) });
      index = end;
    } else if (item !== null && !isRule(line)) {
      const [, indentation = "", marker = "", content = ""] = item;
      const outer = indents.filter((indent) => indent < indentation.length);
      indents = [...outer, indentation.length];
      blocks.push({ kind: "item", depth: outer.length, marker, text: content.trimEnd() });
    } else {
      if (/^\S/.test(line)) indents = [];
      blocks.push({ kind: "line", text: line.trim() });
    }
  }
  return blocks;
}

function isRule(line: string): boolean {
  return /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,})$/.test(line);
}

/** A line of a paragraph must not begin a heading, a rule, a quotation or a list. */
function escapeLineStart(line: string): string {
  return line.replace(/^(?=[#=+-])/, "\\").replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\");
}
