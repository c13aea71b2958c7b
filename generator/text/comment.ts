/** What ends a line of text. */
export const lineBreak = /\r\n|[\n\r\u2028\u2029]/;

const controlCharacter = /[^\P{Cc}\t]/gu;

/** An `@` that would begin a tag: not within a word, a code span, a quotation or a path. */
const tagStart = /(?<![\p{L}\p{N}_`"'(/])@/gu;

/**
 * Makes a text safe for a comment that ends with its line.
 */
export function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]/g, " ");
}

/**
 * Makes prose safe for a documentation comment: it cannot end the comment, begin a tag or an inline
 * tag. Line breaks become `\n`, other control characters spaces; white space at line ends goes, as do
 * blank lines around the text.
 */
export function escapeComment(text: string): string {
  return text
    .split(lineBreak)
    .map((line) => line.replaceAll(controlCharacter, " ").trimEnd())
    .join("\n")
    .replace(/^\n+|\n+$/g, "")
    .replaceAll("*/", "*\\/")
    .replaceAll(tagStart, "\\@");
}

/**
 * A JSON value on one line of a documentation comment. What a comment cannot hold is written by the
 * escapes of JSON, so that the text still means the value.
 */
export function jsonComment(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("*/", "*\\/")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
    .replaceAll(tagStart, "\\u0040");
}

/** The width of the lines that a comment is kept within, where its text allows that. */
const lineWidth = 100;

/**
 * A documentation comment of lines that are safe already.
 */
export function documentationComment(text: string): string {
  const lines = text.split("\n").map((line) => (line === "" ? " *" : ` * ${line}`));
  return ["/**", ...lines, " */"].join("\n");
}

/**
 * Writes each documentation comment of a single line on one line, where it fits there.
 *
 * @param text TypeScript that is indented as it will be
 */
export function tightenComments(text: string): string {
  return text.replaceAll(/^( *\/\*\*)\n *\*( .*)\n *(\*\/)$/gm, (comment, ...parts: string[]) => {
    const [start = "", line = "", end = ""] = parts;
    const tight = `${start}${line} ${end}`;
    return tight.length <= lineWidth ? tight : comment;
  });
}
