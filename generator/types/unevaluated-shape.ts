import type { SchemaNode } from "../model/model.ts";
import { assertionOf } from "../model/assertion-of.ts";
import { type EvaluatedPart, evaluationOf } from "../model/evaluation.ts";
import { openObject, optionalProperty } from "./object-shape.ts";
import { type ArrayType, type ObjectType, unknownType } from "./type-expression.ts";
import type { Lowering } from "./type-source.ts";

/**
 * What `unevaluatedProperties` says of an object, where it can be told which properties may have been
 * evaluated (2020-12 core §11.3); `undefined` where it cannot, or the keyword is not there.
 */
export function unevaluatedObject(lowering: Lowering, node: SchemaNode): ObjectType | undefined {
  const assertion = assertionOf(node, "unevaluatedProperties");
  if (assertion === undefined) return undefined;
  const names = new Set<string>();
  for (const part of evaluatedParts(lowering, node, "properties")) {
    if (part.kind !== "property") return undefined;
    names.add(part.name);
  }
  const properties = [...names].map((name) => optionalProperty(name, unknownType));
  return { ...openObject(properties), rest: lowering.lower(assertion.subschema.node) };
}

/**
 * What `unevaluatedItems` says of an array, as {@link unevaluatedObject} (2020-12 core §11.2).
 */
export function unevaluatedArray(lowering: Lowering, node: SchemaNode): ArrayType | undefined {
  const assertion = assertionOf(node, "unevaluatedItems");
  if (assertion === undefined) return undefined;
  let length = 0;
  for (const part of evaluatedParts(lowering, node, "items")) {
    if (part.kind !== "item") return undefined;
    length = Math.max(length, part.index + 1);
  }
  const elements = Array.from({ length }, () => ({ type: unknownType, required: false }));
  return { kind: "array", elements, rest: lowering.lower(assertion.subschema.node) };
}

function evaluatedParts(
  { source }: Lowering,
  node: SchemaNode,
  evaluated: "properties" | "items",
): readonly EvaluatedPart[] {
  const { certain, possible } = evaluationOf(source, node, evaluated);
  return [certain, ...possible.map(({ parts }) => parts)].flatMap((parts) => [...parts.values()]);
}
