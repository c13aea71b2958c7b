import type { NodeId } from "../dialects/canonical-keywords.ts";
import { type Conjunction, assertionsOf } from "./conjunction.ts";
import { type Making, type Wanted, makeValue } from "./make-value.ts";
import { singularOf } from "./singular.ts";

/** No array of an example has more items, unless it must. */
const mostItems = 40;

/**
 * Makes an array that schemas demand; `undefined` where an item cannot be made that must be there.
 */
export function makeArray(making: Making, wanted: Wanted, joined: Conjunction): unknown {
  const prefix = assertionsOf(joined, "prefixItems");
  const items = assertionsOf(joined, "items");
  const contains = assertionsOf(joined, "contains");
  const least = Math.max(0, ...assertionsOf(joined, "minItems").map(({ limit }) => limit));
  const most = Math.min(Infinity, ...assertionsOf(joined, "maxItems").map(({ limit }) => limit));
  const contained = contains.reduce((sum, { minimum }) => sum + minimum, 0);
  const shown = Math.max(0, ...prefix.map(({ subschemas }) => subschemas.length)) || 1;
  const start = Math.max(0, ...prefix.map(({ subschemas }) => subschemas.length));
  const wish = wanted.level > 0 ? Math.max(least, shown) : least;
  const count = Math.min(
    Math.max(wish, contained > 0 ? start * Number(least > 0) + contained : 0),
    most,
  );
  if (count > mostItems) return undefined;
  const made: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    const ids: NodeId[] = [
      ...prefix.flatMap(({ subschemas }) => subschemas[index]?.node ?? []),
      ...items.flatMap(({ from, subschema }) => (index < from ? [] : [subschema.node])),
    ];
    const ordinal = count - 1 - index;
    const demanding = contains.find((_, at) => {
      const before = contains.slice(0, at).reduce((sum, { minimum }) => sum + minimum, 0);
      const own = contains[at]?.minimum ?? 0;
      return ordinal >= before && ordinal < before + own;
    });
    const value = makeValue(making, {
      ids: demanding === undefined ? ids : [...ids, demanding.subschema.node],
      level: wanted.level,
      name: singularOf(wanted.name),
      variation: index < start ? 0 : index - start,
      depth: wanted.depth + 1,
    });
    if (value === undefined) return index >= least && contained === 0 ? made : undefined;
    made.push(value);
  }
  return made;
}
