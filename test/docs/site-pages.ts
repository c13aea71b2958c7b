import { type DefaultTreeAdapterTypes as Tree, parse, parseFragment } from "parse5";

/** An element of HTML, as a browser reads it. */
export interface ParsedElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text that it holds itself. */
  readonly text: string;
}

/**
 * The elements of a page, or of a part of one, in their order.
 */
export function elementsOf(html: string): readonly ParsedElement[] {
  const isPage = /^\s*<!doctype/i.test(html);
  return [...elementsBelow(isPage ? parse(html) : parseFragment(html))];
}

function* elementsBelow(node: Tree.ParentNode): Generator<ParsedElement> {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    yield {
      tag: child.tagName,
      attributes: new Map(child.attrs.map(({ name, value }) => [name, value])),
      text: child.childNodes.map((inner) => ("value" in inner ? inner.value : "")).join(""),
    };
    yield* elementsBelow(child);
    if ("content" in child) yield* elementsBelow(child.content);
  }
}

/**
 * What a script of data hands over: `schemaloom.rows("A", {});`.
 *
 * @param call `schemaloom.rows`
 * @throws SyntaxError where the script is anything but that call, with JSON
 */
export function scriptData(script: string, call: string): readonly unknown[] {
  const end = ");\n";
  if (!script.startsWith(`${call}(`) || !script.endsWith(end)) {
    throw new SyntaxError(`no call of ${call}: ${script.slice(0, 60)}`);
  }
  return JSON.parse(`[${script.slice(call.length + 1, -end.length)}]`) as unknown[];
}

/** The folder of the scripts of rows, below the output folder. */
const rowsFolder = "docs/site/rows/";

/**
 * The rows that other pages bring, by the module and by the anchor of its schema.
 *
 * @param files of the output, by their paths
 * @throws SyntaxError where a script holds anything else, or the rows of another module
 */
export function broughtRows(
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const scripts = [...files].filter(([file]) => file.startsWith(rowsFolder));
  return new Map(
    scripts.map(([file, script]) => {
      const [module, rows, ...more] = scriptData(script, "schemaloom.rows");
      if (file !== `${rowsFolder}${String(module)}.js` || more.length > 0) {
        throw new SyntaxError(`${file} has the rows of ${String(module)}`);
      }
      return [String(module), rows as Record<string, string>];
    }),
  );
}
