import type { AssertionOf, NodeId } from "../dialects/canonical-keywords.ts";
import { evaluationOf } from "../model/evaluation.ts";
import type { SchemaNode } from "../model/model.ts";
import type { ComparedModel } from "./sides.ts";

/** A schema for the items from an index on. */
export interface AdditionalItems {
  readonly node: NodeId;
  readonly from: number;
}

/**
 * What a schema is known to say of the items behind its first ones, by indices that may only be too
 * high: an item that is evaluated in some circumstance counts as one of the first.
 */
export function additionalItemsOf(
  model: ComparedModel,
  node: SchemaNode,
): readonly AdditionalItems[] {
  return node.assertions.flatMap((assertion): readonly AdditionalItems[] => {
    if (assertion.keyword === "items") {
      return [{ node: assertion.subschema.node, from: assertion.from }];
    }
    if (assertion.keyword !== "unevaluatedItems") return [];
    const { certain, possible } = evaluationOf(model, node, "items");
    const parts = [certain, ...possible.map((each) => each.parts)].flatMap((each) => [
      ...each.values(),
    ]);
    const indices = parts.map((part) => (part.kind === "item" ? part.index : undefined));
    if (indices.includes(undefined)) return [];
    const from = Math.max(-1, ...indices.map((index) => index ?? -1)) + 1;
    return [{ node: assertion.subschema.node, from }];
  });
}

/**
 * From which index on a schema demands something of unevaluated items, which may only be too low.
 *
 * @returns `undefined` where every item is evaluated
 */
export function unevaluatedFrom(
  model: ComparedModel,
  node: SchemaNode,
  { subschema }: AssertionOf<"unevaluatedItems">,
): AdditionalItems | undefined {
  const parts = [...evaluationOf(model, node, "items").certain.values()];
  if (parts.some(({ kind }) => kind === "all")) return undefined;
  const indices = new Set(parts.flatMap((part) => (part.kind === "item" ? part.index : [])));
  let from = 0;
  while (indices.has(from)) from += 1;
  return { node: subschema.node, from };
}
