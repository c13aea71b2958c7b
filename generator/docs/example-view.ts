import type { DeclarationExamples } from "../examples/examples.ts";
import { hasMoreLines } from "../text/line-count.ts";
import { codeBlock } from "../text/markdown.ts";

/** The examples of a declaration, each a block of code. */
export interface ExampleView {
  readonly isThere: boolean;
  /** What stands open: what the schema gives itself, else what must be there alone. */
  readonly shown: readonly string[];
  /** With what is optional, too; "" where that shows nothing more. */
  readonly full: string;
  /** Whether it is so long that it would push the tables out of sight. */
  readonly fullIsLong: boolean;
}

/** How many lines of an example stand open on a page; more are folded. */
const mostOpenLines = 24;

/**
 * Makes the view of the examples of a declaration.
 */
export function exampleView({ given, minimal, full }: DeclarationExamples): ExampleView {
  const first = given.length > 0 ? given : minimal === undefined ? [] : [minimal.value];
  // An object without anything teaches nothing where another shows what can be in it.
  const open = first.filter((value) => full === undefined || !isEmpty(value));
  const fullText = full === undefined ? "" : jsonText(full.value);
  const isShown = open.some((value) => jsonText(value) === fullText);
  return {
    isThere: open.length > 0 || fullText !== "",
    shown: open.map((value) => codeBlock(jsonText(value), "json")),
    full: isShown || fullText === "" ? "" : codeBlock(fullText, "json"),
    fullIsLong: open.length > 0 || hasMoreLines(fullText, mostOpenLines),
  };
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
