import path from "node:path/posix";
import type { Declaration } from "../model/model.ts";

/**
 * The relative reference that leads from one page to a declaration's section, on that page or on
 * another.
 *
 * @param from path of the page that holds the link, below the output folder
 */
export function declarationTarget(from: string, declaration: Declaration): string {
  return anchorTarget(from, declaration.docsPage, declaration.docsAnchor);
}

/**
 * The relative reference that leads from one page to an anchor, on that page or on another.
 *
 * @param from,page paths below the output folder
 * @param anchor "" for the page itself
 */
export function anchorTarget(from: string, page: string, anchor: string): string {
  const fragment = anchor === "" ? "" : `#${encodeURIComponent(anchor)}`;
  return page === from && fragment !== "" ? fragment : relativePath(from, page) + fragment;
}

/** A path from one file to another, as a reference; most pages that link to each other are neighbours. */
function relativePath(from: string, to: string): string {
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const below = to.slice(folder.length);
  const relative =
    to.startsWith(folder) && !below.includes("/") ? below : path.relative(path.dirname(from), to);
  return relative.split("/").map(encodeSegment).join("/");
}

/**
 * The page of a declaration below the output folder, with an `#anchor` where it shares it.
 */
export function pagePlace({ docsPage, docsAnchor }: Declaration): string {
  return anchorPlace(docsPage, docsAnchor);
}

/**
 * The place of an anchor: its page, with an `#anchor` unless that is "".
 */
export function anchorPlace(page: string, anchor: string): string {
  return anchor === "" ? page : `${page}#${anchor}`;
}

/** An asterisk before a slash would end the comment that a link may stand in. */
function encodeSegment(segment: string): string {
  if (/^[\w.-]*$/.test(segment)) return segment;
  return encodeURIComponent(segment).replaceAll("*", "%2A");
}
