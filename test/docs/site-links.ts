import path from "node:path/posix";
import { broughtRows, elementsOf, scriptData } from "./site-pages.ts";

/** The tree of schemas and what a search goes through, as far as both lead somewhere. */
type Folders = readonly (readonly [folder: string, schemas: readonly ListedSchema[]])[];
type ListedSchema = readonly [
  file: string,
  name: string,
  definitions: readonly (readonly [name: string, anchor: string])[],
];
type Searched = readonly [
  module: string,
  schemas: readonly (readonly [
    name: string,
    anchor: string,
    text: number,
    values: readonly string[],
    properties: readonly (readonly [path: string, anchor: string])[],
  ])[],
];

/**
 * What leads nowhere in a site, as `file -> target`: links and sources of its pages and of the rows that they
 * bring, rows that no script brings, places in the tree of schemas and in what a search goes through.
 *
 * @param files of the output, by their paths
 */
export function brokenSiteLinks(files: ReadonlyMap<string, string>): string[] {
  const rows = broughtRows(files);
  const pages = new Map(
    [...files]
      .filter(([file]) => file.endsWith(".html"))
      .map(([file, html]) => [file, elementsOf(html)]),
  );
  const ids = new Map(
    [...files].map(([file, text]) => [
      file,
      // Markdown has its anchors as HTML that is the same in both.
      new Set(
        pages.get(file)?.map(({ attributes }) => attributes.get("id")) ??
          [...text.matchAll(/^<a id="([^"]*)"><\/a>$/gm)].map(([, id]) => id),
      ),
    ]),
  );
  const targets: (readonly [file: string, target: string])[] = [];
  const broken: string[] = [];
  const read = (file: string, elements: ReturnType<typeof elementsOf>) => {
    for (const { attributes } of elements) {
      for (const name of ["href", "src", "action"]) {
        const target = attributes.get(name);
        if (target !== undefined) targets.push([file, target]);
      }
      const key = attributes.get("data-rows");
      if (key === undefined) continue;
      const [module = "", anchor = ""] = key.split("#");
      if (rows.get(module)?.[anchor] === undefined) broken.push(`${file} -> rows of ${key}`);
    }
  };
  for (const [file, elements] of pages) read(file, elements);
  for (const [module, of] of rows) {
    for (const html of Object.values(of)) read(`docs/${module}.html`, elementsOf(html));
  }
  for (const [from, place] of [...treeTargets(files), ...searchTargets(files)]) {
    targets.push([from, place]);
  }
  for (const [file, target] of targets) {
    if (/^(?:https?|mailto):/.test(target)) continue;
    const [place = "", fragment] = target.split("#");
    const reached = place === "" ? file : path.join(path.dirname(file), decodeURIComponent(place));
    const isThere =
      files.has(reached) &&
      (fragment === undefined || ids.get(reached)?.has(decodeURIComponent(fragment)) === true);
    if (!isThere) broken.push(`${file} -> ${target}`);
  }
  return broken;
}

function treeTargets(files: ReadonlyMap<string, string>) {
  const [folders] = scriptData(files.get("docs/site/navigation.js") ?? "", "schemaloom.navigation");
  return (folders as Folders).flatMap(([folder, schemas]) =>
    schemas.flatMap(([file, , definitions]) => {
      const module = folder === "" ? file : `${folder}/${file}`;
      return ["", ...definitions.map(([, anchor]) => anchor)].map((anchor) =>
        address("the tree", module, anchor),
      );
    }),
  );
}

function searchTargets(files: ReadonlyMap<string, string>) {
  const script = files.get("docs/site/search-index.js") ?? "";
  const [index] = scriptData(script, "schemaloom.searchIndex");
  const { modules } = index as { readonly modules: readonly Searched[] };
  return modules.flatMap(([module, schemas]) =>
    schemas.flatMap(([, own, , , properties]) =>
      [own, ...properties.map(([, anchor]) => anchor)].map((anchor) =>
        address("the search", module, anchor),
      ),
    ),
  );
}

/** The address that the scripts of a page make of a place, from the output folder. */
function address(from: string, module: string, anchor: string): readonly [string, string] {
  const place = `docs/${module.split("/").map(encodeURIComponent).join("/")}.html`;
  return [from, `${place}${anchor === "" ? "" : `#${encodeURIComponent(anchor)}`}`];
}
