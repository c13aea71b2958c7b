import type { Declaration } from "../model/model.ts";
import { anchorPlace, anchorTarget } from "./page-link.ts";

/** The folder of the site, below the output folder. */
const siteRoot = "docs/";

/** The folder of the site's scripts, styles and data, below the output folder. */
export const siteAssets = `${siteRoot}site/`;

/**
 * What leads from a page of the site to its folder: "" or `../`, as often as it takes.
 *
 * @param page below the output folder
 */
export function siteBase(page: string): string {
  return "../".repeat(page.slice(siteRoot.length).split("/").length - 1);
}

/**
 * The page of the site that a module has, below the output folder.
 */
export function sitePage(module: string): string {
  return `${siteRoot}${module}.html`;
}

/**
 * The relative reference that leads from one page of the site to a declaration, on that page or on
 * another.
 *
 * @param from path of the page that holds the link, below the output folder
 */
export function siteTarget(from: string, { module, siteAnchor }: Declaration): string {
  return anchorTarget(from, sitePage(module), siteAnchor);
}

/**
 * The place of a declaration in the site, below the output folder: its page, with an `#anchor` where it
 * shares it.
 */
export function sitePlace({ module, siteAnchor }: Declaration): string {
  return anchorPlace(sitePage(module), siteAnchor);
}

/** The page of all schemas, below the output folder. */
export const siteIndex = `${siteRoot}index.html`;

/** The page of all that a search finds, below the output folder. */
export const siteSearch = `${siteRoot}search.html`;

/** The data that all pages share, below the output folder. */
export const navigationScript = `${siteAssets}navigation.js`;
export const searchScript = `${siteAssets}search-index.js`;

/** The files of the site that are the same for all schemas, in its folder of assets. */
export const assetNames = [
  "icon.svg",
  "page.js",
  "search.js",
  "site.css",
  "site.js",
  "try.js",
] as const;

/** The libraries that pages load, likewise. */
export const libraryNames = ["find.js", "highlight.js"] as const;

/** The script that brings the rows of a module to other pages, below the output folder. */
export function rowsScript(module: string): string {
  return `${siteAssets}rows/${module}.js`;
}

/** The script that brings the guards of a module to its page, below the output folder. */
export function siteGuards(module: string): string {
  return `${siteAssets}guards/${module}.js`;
}

/** The script that brings what guards need, below the output folder. */
export const siteRuntime = `${siteAssets}runtime.js`;

/**
 * The files that every site has, below the output folder.
 */
export function constantSiteFiles(hasGuards: boolean): readonly string[] {
  return [
    ...(hasGuards ? [siteRuntime] : []),
    siteIndex,
    siteSearch,
    navigationScript,
    searchScript,
    ...[...assetNames, ...libraryNames].map((name) => siteAssets + name),
  ];
}

/**
 * The files that a site can have of a module.
 *
 * @param page what {@link sitePage} gives
 */
export function moduleSiteFiles(page: string, hasGuards: boolean): readonly string[] {
  const module = page.slice(siteRoot.length, -".html".length);
  return [page, rowsScript(module), ...(hasGuards ? [siteGuards(module)] : [])];
}
