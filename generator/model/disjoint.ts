import type { Subschema } from "../dialects/canonical-keywords.ts";
import { everyType } from "./type-sets.ts";
import { listedValues } from "./listed-values.ts";
import { type TagSource, tagOf } from "./tags.ts";

/**
 * Whether no value can match two of some schemas: a tag tells them apart, or each two of them accept
 * other types or list other values.
 */
export function areDisjoint(source: TagSource, subschemas: readonly Subschema[]): boolean {
  if (tagOf(source, subschemas) !== undefined) return true;
  return subschemas.every((left, index) =>
    subschemas
      .slice(index + 1)
      .every((right) => haveOtherTypes(source, left, right) || listOthers(source, left, right)),
  );
}

function haveOtherTypes({ facts }: TagSource, left: Subschema, right: Subschema): boolean {
  const [types, others] = [left, right].map(({ node }) => facts[node]?.types ?? everyType);
  return ![...everyType].some((type) => types?.has(type) && others?.has(type));
}

function listOthers({ nodes }: TagSource, left: Subschema, right: Subschema): boolean {
  const [values, others] = [left, right].map(({ node }) => listedValues(nodes, node));
  if (values?.every(isScalar) !== true || others?.every(isScalar) !== true) return false;
  return !values.some((value) => others.includes(value));
}

function isScalar(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
