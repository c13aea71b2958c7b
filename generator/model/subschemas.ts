import type { Assertion, Subschema } from "../dialects/canonical-keywords.ts";

/**
 * The schemas that an assertion holds, in their order. A `$ref` refers to its target and holds none.
 */
export function assertionSubschemas(assertion: Assertion): readonly Subschema[] {
  switch (assertion.keyword) {
    case "prefixItems":
    case "allOf":
    case "anyOf":
    case "oneOf":
      return assertion.subschemas;
    case "contains":
    case "items":
    case "additionalProperties":
    case "propertyNames":
    case "unevaluatedItems":
    case "unevaluatedProperties":
    case "not":
      return [assertion.subschema];
    case "properties":
      return assertion.properties;
    case "patternProperties":
      return assertion.patterns;
    case "dependentSchemas":
      return assertion.dependencies;
    case "if":
      return [assertion.condition, assertion.consequent, assertion.alternative].filter(
        (subschema) => subschema !== undefined,
      );
    default:
      return [];
  }
}

/**
 * Whether the schemas that an assertion holds or refers to judge the same value as the schema that it
 * stands in (2020-12 core §10.2, §8.2.3).
 */
export function isInPlace({ keyword }: Assertion): boolean {
  return inPlaceApplicators.has(keyword);
}

const inPlaceApplicators: ReadonlySet<string> = new Set([
  "$ref",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "dependentSchemas",
]);
