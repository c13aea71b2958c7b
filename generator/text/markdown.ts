/**
 * Makes text plain in Markdown, in paragraphs, headings, link texts and cells of tables alike: what
 * would be markup, HTML or the braces of a template language is escaped. Line ends become spaces.
 */
export function escapeMarkdown(text: string): string {
  if (!mayBeMarkup.test(text)) return text;
  return oneLine(text)
    .replaceAll(/[\\`*{}[\]|~@]|!$|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replaceAll(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** Most pieces of prose hold nothing but these. */
const mayBeMarkup = /[^A-Za-z0-9 .,;:'"()/-]/;

/**
 * Writes text as a code span fit for a cell of a table. A cell ends at a `|` even inside a code span,
 * so text that has one becomes an HTML element.
 */
export function inlineCode(text: string): string {
  const line = oneLine(text);
  return line.includes("|") ? `<code>${encodePunctuation(line)}</code>` : codeSpan(line);
}

/** Writes text as a code span. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  const fence = "`".repeat(longestRun(line, 1) + 1);
  const padding = /^`|`$|^ .*\S.* $|^$/.test(line) ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** Writes a JSON value as a code span. */
export function jsonCode(value: unknown): string {
  return inlineCode(JSON.stringify(value));
}

/**
 * Writes text as a fenced block of code.
 *
 * @param language the word behind the opening fence
 */
export function codeBlock(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text, 3) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/**
 * Makes a link.
 *
 * @param text Markdown, safe already
 * @param target a URI reference, whatever its characters
 */
export function link(text: string, target: string): string {
  const destination = target
    .replaceAll(/[\\()<>\s]/g, (character) => `%${hex(character)}`)
    .replaceAll("&", "&amp;");
  return `[${text}](${destination})`;
}

/**
 * Writes the prose of a schema inside one line: code spans, bold text and links to `http`, `https`
 * and relative addresses stay what they are, everything else is plain text.
 */
export function inlineProse(text: string): string {
  let result = "";
  let end = 0;
  for (const match of text.matchAll(inlineMarkup)) {
    result += escapeMarkdown(text.slice(end, match.index)) + writeMarkup(match);
    end = match.index + match[0].length;
  }
  return result + escapeMarkdown(text.slice(end));
}

const inlineMarkup =
  /(?<!`)(?<fence>`+)(?!`)(?<code>.+?)(?<!`)\k<fence>(?!`)|\*\*(?<bold>[^*\s](?:[^*]*[^*\s])?)\*\*|\[(?<label>[^[\]]+)\]\((?<target>[\w\-.~:/?#@!$&'*+,;=%]+)\)|https?:\/\/[\w\-.~:/?#@!$&+,;=%]*[\w\-/#=]/g;

function writeMarkup(match: RegExpExecArray): string {
  const { code, bold, label, target } = match.groups ?? {};
  if (code !== undefined) return inlineCode(code.trim());
  if (bold !== undefined) return `**${inlineProse(bold)}**`;
  if (label !== undefined && target !== undefined) {
    return isSafeTarget(target) ? link(inlineProse(label), target) : escapeMarkdown(match[0]);
  }
  return match[0].replaceAll("&", "&amp;");
}

function isSafeTarget(target: string): boolean {
  return /^https?:\/\//i.test(target) || !/^\/\/|^[^/?#]*:/.test(target);
}

function oneLine(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

function longestRun(text: string, least: number): number {
  if (!text.includes("`")) return 0;
  const runs = text.match(new RegExp(`\`{${least},}`, "g")) ?? [];
  return runs.reduce((longest, run) => Math.max(longest, run.length), 0);
}

function encodePunctuation(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\s]/gu, (character) => `&#${character.codePointAt(0)};`);
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}
