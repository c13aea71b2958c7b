import { assertionOf } from "../model/assertion-of.ts";
import type { SchemaNode } from "../model/model.ts";
import {
  type ArrayElement,
  type ArrayType,
  neverType,
  typeKey,
  unknownType,
} from "./type-expression.ts";
import type { Lowering } from "./type-source.ts";

/** The most items that a number of items is written out to, one by one. */
const countLimit = 8;

/** How long the items that are written out can be together, by their keys. */
const sizeLimit = 1_000;

/**
 * What a node's keywords for arrays say of the shape of an array.
 */
export function lowerArray({ source, lower }: Lowering, node: SchemaNode): ArrayType {
  const prefix = assertionOf(node, "prefixItems")?.subschemas ?? [];
  const items = assertionOf(node, "items");
  const minimum = assertionOf(node, "minItems")?.limit ?? 0;
  const maximum = assertionOf(node, "maxItems")?.limit ?? Infinity;
  const elements = prefix.slice(0, maximum).map((subschema, index): ArrayElement => {
    return { type: lower(subschema.node), required: index < minimum };
  });
  if (prefix.length > 0 && maximum <= prefix.length) {
    return { kind: "array", elements, rest: neverType };
  }
  const rest = items === undefined ? unknownType : lower(items.subschema.node);
  const counted = source.typeOptions.itemCounts
    ? { minimum, maximum }
    : { minimum: 0, maximum: Infinity };
  return countItems({ kind: "array", elements, rest }, counted);
}

/**
 * How many items of an array, told from the start, its type says something of: as many as there must
 * be, or may be at the most. `undefined` where that would be too long to read.
 */
function countedItems(
  { elements, rest }: ArrayType,
  minimum: number,
  maximum: number,
): number | undefined {
  const count = maximum <= countLimit ? maximum : Math.max(minimum, elements.length);
  const isTold = count < elements.length || (count === elements.length && count !== maximum);
  if (rest.kind === "never" || isTold) return undefined;
  const size = (count - elements.length) * typeKey(rest).length;
  return count <= countLimit && size <= sizeLimit ? count : undefined;
}

function countItems(
  array: ArrayType,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): ArrayType {
  const count = countedItems(array, minimum, maximum);
  if (count === undefined) return array;
  const { elements, rest } = array;
  const counted = Array.from({ length: count }, (_, index): ArrayElement => {
    return { type: elements[index]?.type ?? rest, required: index < minimum };
  });
  return { kind: "array", elements: counted, rest: count === maximum ? neverType : rest };
}
