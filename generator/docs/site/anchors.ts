import type { NodeId } from "../../dialects/canonical-keywords.ts";
import { type Part, anchorOfPath } from "../parts.ts";

/** The anchors of the rows and blocks of one declaration. */
export interface Anchors {
  /** The anchor of a property: that of a place that the Markdown has for it, or one of its own. */
  readonly ofRow: (path: string, ids: readonly NodeId[]) => string;
  /** The anchor of a block; "" where a row has it. */
  readonly ofBlock: (id: NodeId) => string;
}

/**
 * Opens the anchors of a declaration: what has an anchor in the Markdown has the same.
 *
 * @param base what they all begin with
 */
export function openAnchors(base: string, parts: readonly Part[]): Anchors {
  const partAnchors = new Map(parts.map(({ node, anchor }) => [node, anchor]));
  const reserved = new Set(parts.map(({ anchor }) => anchor.toLowerCase()));
  const taken = new Set<string>();
  return {
    ofRow: (path, ids) => {
      const wanted = anchorOfPath(base, path);
      const own = ids.map((id) => partAnchors.get(id)).find((anchor) => anchor !== undefined);
      const first = own ?? wanted;
      const isFree = (anchor: string) =>
        !taken.has(anchor.toLowerCase()) &&
        (anchor === first || !reserved.has(anchor.toLowerCase()));
      let anchor = first;
      for (let suffix = 2; !isFree(anchor); suffix += 1) anchor = `${wanted}-${String(suffix)}`;
      taken.add(anchor.toLowerCase());
      return anchor;
    },
    ofBlock: (id) => {
      const anchor = partAnchors.get(id);
      if (anchor === undefined || taken.has(anchor.toLowerCase())) return "";
      taken.add(anchor.toLowerCase());
      return anchor;
    },
  };
}
