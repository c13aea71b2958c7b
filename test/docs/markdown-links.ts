import path from "node:path/posix";
import MarkdownIt from "markdown-it";

const parser = new MarkdownIt({ html: true });

/** What a Markdown file has for others to link to, and what it links to itself. */
interface MarkdownFile {
  readonly anchors: ReadonlySet<string>;
  readonly targets: readonly string[];
}

/** The slug that GitHub makes of a heading's text, before it tells it from those that are the same. */
export function headingSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

function parseMarkdown(text: string): MarkdownFile {
  const anchors = new Set<string>();
  const targets: string[] = [];
  const tokens = parser.parse(text, {});
  for (const [index, token] of tokens.entries()) {
    const inline = token.children ?? [];
    if (tokens[index - 1]?.type === "heading_open") {
      const words = inline.filter(({ type }) => type === "text" || type === "code_inline");
      const slug = headingSlug(words.map(({ content }) => content).join(""));
      let own = slug;
      for (let suffix = 1; anchors.has(own); suffix += 1) own = `${slug}-${String(suffix)}`;
      anchors.add(own);
    }
    for (const each of [token, ...inline]) {
      const href = each.attrGet("href") ?? each.attrGet("src");
      if (href !== null) targets.push(href);
      if (!each.type.startsWith("html_")) continue;
      for (const [, id = ""] of each.content.matchAll(/<a id="([^"]*)"/g)) anchors.add(id);
      for (const [, to = ""] of each.content.matchAll(/ (?:href|src)="([^"]*)"/g)) targets.push(to);
    }
  }
  return { anchors, targets };
}

/**
 * The links of Markdown files that lead nowhere, as `file -> target`: to no file, or to no anchor or
 * heading of one. Links to other hosts are not followed.
 *
 * @param files by their paths, as they link to each other
 * @param exists whether there is another file or folder at a path
 */
export function brokenMarkdownLinks(
  files: ReadonlyMap<string, string>,
  exists: (file: string) => boolean = () => false,
): string[] {
  const parsed = new Map([...files].map(([file, text]) => [file, parseMarkdown(text)]));
  return [...parsed].flatMap(([file, { targets }]) =>
    targets
      .filter((target) => !/^[a-z][a-z\d+.-]*:/i.test(target))
      .filter((target) => {
        const [place = "", fragment] = target.split("#");
        const reached = path.join(path.dirname(file), decodeURIComponent(place));
        const other = parsed.get(place === "" ? file : reached);
        if (other === undefined) return !exists(reached);
        return fragment !== undefined && !other.anchors.has(decodeURIComponent(fragment));
      })
      .map((target) => `${file} -> ${target}`),
  );
}
