import type { Assertion, AssertionOf, NodeId } from "../dialects/canonical-keywords.ts";
import { aliasTarget } from "../model/alias.ts";
import { assertionOf } from "../model/assertion-of.ts";
import { areDisjoint } from "../model/disjoint.ts";
import { listedValues } from "../model/listed-values.ts";
import type { SchemaNode } from "../model/model.ts";
import { formatType } from "./format-types.ts";
import { isInherited } from "./inherited-members.ts";
import { isLeftToGuard } from "./left-to-guard.ts";
import { lowerArray } from "./array-shape.ts";
import { lowerNode, loweringOf, lowerSchema } from "./lower.ts";
import { patternKeys } from "./pattern-keys.ts";
import { typeKey } from "./type-expression.ts";
import { isTrusted, type TypeSource } from "./type-source.ts";

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
    case "custom":
      return assertion.type === undefined ? byGuard : besides("what its type leaves open");
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
      return choiceCoverage(model, node, assertion, "which branch the condition selects");
    case "not":
      return choiceCoverage(model, node, assertion, "what TypeScript cannot take out");
    case "dependentRequired":
    case "dependentSchemas":
      return choiceCoverage(
        model,
        node,
        assertion,
        "the presence of properties outside of literals",
      );
    case "unevaluatedItems":
      return choiceCoverage(model, node, assertion, "items that the type leaves open");
    case "unevaluatedProperties":
      return choiceCoverage(model, node, assertion, surplus);
    case "minItems":
    case "maxItems":
      return countCoverage(model, node, assertion);
    case "patternProperties":
      return patternCoverage(model, node, assertion);
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

/** Of what narrows the type as a whole, it is told by leaving it out. */
function choiceCoverage(
  model: TypeSource,
  node: SchemaNode,
  assertion: Assertion,
  rest: string,
): Coverage {
  const others = node.assertions.filter((other) => other !== assertion);
  const without = lowerSchema(model, { ...node, assertions: others });
  return typeKey(without) === typeKey(lowerSchema(model, node)) ? byGuard : besides(rest);
}

function countCoverage(
  model: TypeSource,
  node: SchemaNode,
  { keyword, limit }: AssertionOf<"minItems" | "maxItems">,
): Coverage {
  const { elements, rest } = lowerArray(loweringOf(model), node);
  if (keyword === "maxItems") {
    return rest.kind === "never" && elements.length <= limit ? byType : byGuard;
  }
  const required = elements.filter((element) => element.required).length;
  if (required >= limit) return byType;
  return required === 0 ? byGuard : besides(`the items behind the first ${required}`);
}

/** Patterns that TypeScript cannot say are part of the index signature of all other properties. */
function patternCoverage(
  model: TypeSource,
  node: SchemaNode,
  assertion: AssertionOf<"patternProperties">,
): Coverage {
  const telling = assertion.patterns.filter((pattern) => !saysNothing(model, pattern.node));
  if (telling.every(({ pattern }) => patternKeys(pattern) !== undefined)) {
    return telling.length > 0 ? byType : byGuard;
  }
  return choiceCoverage(model, node, assertion, "which names match");
}

function additionalCoverage(
  model: TypeSource,
  { subschema, declared, patterns }: AssertionOf<"additionalProperties">,
  node: SchemaNode,
): Coverage {
  if (saysNothing(model, subschema.node)) return byType;
  // The index signature of all other properties stands for patterns that TypeScript cannot say.
  const unsaid = (assertionOf(node, "patternProperties")?.patterns ?? []).filter(
    ({ pattern }) => patternKeys(pattern) === undefined,
  );
  if (unsaid.some((pattern) => saysNothing(model, pattern.node))) return byGuard;
  if (declared.length === 0 && patterns.length === 0) return byType;
  const isClosed = model.facts[subschema.node]?.types.size === 0 && unsaid.length === 0;
  return besides(isClosed ? surplus : "which properties are additional");
}

function saysNothing(model: TypeSource, id: NodeId): boolean {
  return lowerNode(model, aliasTarget(model.nodes, id) ?? id).kind === "unknown";
}
