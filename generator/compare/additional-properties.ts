import type { NodeId, Pattern } from "../dialects/canonical-keywords.ts";
import { assertionOf } from "../model/assertion-of.ts";
import { evaluationOf } from "../model/evaluation.ts";
import type { SchemaNode } from "../model/model.ts";
import type { ComparedModel } from "./sides.ts";

/** A schema for the properties that some names and patterns leave over. */
export interface AdditionalSchema {
  readonly node: NodeId;
  readonly declared: ReadonlySet<string>;
  readonly patterns: readonly Pattern[];
}

/**
 * What a schema is known to say of additional and unevaluated properties, by names and patterns that
 * may only be too many: a property that is evaluated in some circumstance counts as declared.
 */
export function additionalOf(model: ComparedModel, node: SchemaNode): readonly AdditionalSchema[] {
  const additional = assertionOf(node, "additionalProperties");
  const found: AdditionalSchema[] = [];
  if (additional !== undefined) {
    const { subschema, declared, patterns } = additional;
    found.push({ node: subschema.node, declared: new Set(declared), patterns });
  }
  const unevaluated = assertionOf(node, "unevaluatedProperties");
  if (unevaluated !== undefined) {
    const { certain, possible } = evaluationOf(model, node, "properties");
    const parts = [certain, ...possible.map((each) => each.parts)].flatMap((each) => [
      ...each.values(),
    ]);
    if (!parts.some(({ kind }) => kind === "all")) {
      found.push({
        node: unevaluated.subschema.node,
        declared: new Set(parts.flatMap((part) => (part.kind === "property" ? part.name : []))),
        patterns: parts.flatMap((part) => (part.kind === "pattern" ? part.pattern : [])),
      });
    }
  }
  return found;
}

/**
 * What a schema demands of unevaluated properties, by names and patterns that may only be too few: what
 * is evaluated in some circumstance alone counts as unevaluated.
 *
 * @returns `undefined` where every property is evaluated
 */
export function unevaluatedDemand(
  model: ComparedModel,
  node: SchemaNode,
  subschema: NodeId,
): AdditionalSchema | undefined {
  const parts = [...evaluationOf(model, node, "properties").certain.values()];
  if (parts.some(({ kind }) => kind === "all")) return undefined;
  return {
    node: subschema,
    declared: new Set(parts.flatMap((part) => (part.kind === "property" ? part.name : []))),
    patterns: parts.flatMap((part) => (part.kind === "pattern" ? part.pattern : [])),
  };
}
