import type { Assertion, AssertionOf, NodeId } from "../dialects/canonical-keywords.ts";
import { aliasTarget } from "../model/alias.ts";
import { assertionOf } from "../model/assertion-of.ts";
import { areDisjoint } from "../model/disjoint.ts";
import { listedValues } from "../model/listed-values.ts";
import type { SchemaNode } from "../model/model.ts";
import { formatType } from "./format-types.ts";
import { isInherited } from "./inherited-members.ts";
import { isLeftToGuard } from "./left-to-guard.ts";
import { isTrusted, lowerNode, type TypeSource } from "./lower.ts";

/** How much of what an assertion demands a TypeScript type says. */
export type Coverage =
  /** All of it. */
  | { readonly by: "type" }
  /** Some of it; the guard checks besides… */
  | { readonly by: "both"; readonly rest: string }
  /** Nothing: only the guard checks it. */
  | { readonly by: "guard" };

const byType: Coverage = { by: "type" };
const byGuard: Coverage = { by: "guard" };

/** TypeScript looks for surplus properties in literals alone. */
const surplus = "surplus properties outside of literals";

/**
 * Says how much of an assertion the type of its schema says, in the way in which it is used there.
 * What its subschemas demand is theirs.
 */
export function coverageOf(model: TypeSource, node: SchemaNode, assertion: Assertion): Coverage {
  if (isTrusted(model, node)) return besides("what tsType leaves open");
  if (isLeftToGuard(assertion)) return byGuard;
  switch (assertion.keyword) {
    case "false":
    case "$ref":
    case "allOf":
    case "anyOf":
    case "prefixItems":
    case "items":
    case "properties":
      return byType;
    case "required":
      return requiredCoverage(node, assertion);
    case "type":
      return typeCoverage(model, node, assertion);
    case "format":
      return formatCoverage(model, assertion);
    case "enum":
      return valuesCoverage(assertion.values);
    case "const":
      return valuesCoverage([assertion.value]);
    case "oneOf":
      // Branches that a discriminator narrows have no value in common.
      return node.written !== undefined || areDisjoint(model, assertion.subschemas)
        ? byType
        : besides("whether a second branch matches");
    case "if":
      return conditionCoverage(assertion);
    case "minItems": {
      const length = prefixLength(node);
      if (assertion.limit <= length) return byType;
      return length === 0 ? byGuard : besides(`the items behind the first ${length}`);
    }
    case "maxItems":
      return assertion.limit <= prefixLength(node) ? byType : byGuard;
    case "patternProperties":
      return patternCoverage(model, node);
    case "additionalProperties":
      return additionalCoverage(model, assertion, node);
    case "propertyNames":
      return listedValues(model.nodes, assertion.subschema.node) === undefined
        ? byGuard
        : besides(surplus);
  }
}

function besides(rest: string): Coverage {
  return { by: "both", rest };
}

function typeCoverage(
  model: TypeSource,
  node: SchemaNode,
  { types }: AssertionOf<"type">,
): Coverage {
  if (!types.includes("integer") || types.includes("number")) return byType;
  const values = listedValues(model.nodes, node.id);
  return values?.every(isNoFraction) === true ? byType : besides("whether numbers are whole");
}

function isNoFraction(value: unknown): boolean {
  return typeof value !== "number" || Number.isInteger(value);
}

function formatCoverage({ typeOptions }: TypeSource, assertion: AssertionOf<"format">): Coverage {
  if (assertion.predicate.constrains === "number") return byGuard;
  const type = formatType(assertion, typeOptions.formats);
  return type.kind === "primitive" ? byGuard : besides("what its type leaves open");
}

function requiredCoverage(node: SchemaNode, { names }: AssertionOf<"required">): Coverage {
  const declared = assertionOf(node, "properties")?.properties.map((property) => property.name);
  const unseen = names.filter((name) => isInherited(name) && declared?.includes(name) !== true);
  return unseen.length === 0 ? byType : besides("properties that every object inherits");
}

function valuesCoverage(values: readonly unknown[]): Coverage {
  return values.some(hasProperties) ? besides(surplus) : byType;
}

function hasProperties(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasProperties);
  return Object.keys(value).length > 0;
}

function conditionCoverage({ consequent, alternative }: AssertionOf<"if">): Coverage {
  if (alternative !== undefined) return besides("which branch the condition selects");
  return consequent === undefined ? byType : byGuard;
}

function prefixLength(node: SchemaNode): number {
  return assertionOf(node, "prefixItems")?.subschemas.length ?? 0;
}

/** A type has patterned properties only as part of its index signature. */
function patternCoverage(model: TypeSource, node: SchemaNode): Coverage {
  const additional = assertionOf(node, "additionalProperties");
  return additional === undefined || isOpen(model, additional, node)
    ? byGuard
    : besides("which names match");
}

function additionalCoverage(
  model: TypeSource,
  additional: AssertionOf<"additionalProperties">,
  node: SchemaNode,
): Coverage {
  const { subschema, declared, patterns } = additional;
  if (saysNothing(model, subschema.node)) return byType;
  if (isOpen(model, additional, node)) return byGuard;
  if (declared.length === 0 && patterns.length === 0) return byType;
  const isClosed = model.facts[subschema.node]?.types.size === 0 && patterns.length === 0;
  return besides(isClosed ? surplus : "which properties are additional");
}

/** Whether a property that is not declared can hold anything, as far as types go. */
function isOpen(
  model: TypeSource,
  { subschema }: AssertionOf<"additionalProperties">,
  node: SchemaNode,
): boolean {
  const patterns = assertionOf(node, "patternProperties")?.patterns ?? [];
  return [...patterns, subschema].some((inner) => saysNothing(model, inner.node));
}

function saysNothing(model: TypeSource, id: NodeId): boolean {
  return lowerNode(model, aliasTarget(model.nodes, id) ?? id).kind === "unknown";
}
