import type { AssertionKeyword, ValueType } from "../dialects/canonical-keywords.ts";

const constrainedTypes: Partial<Record<AssertionKeyword, ValueType>> = {
  multipleOf: "number",
  maximum: "number",
  exclusiveMaximum: "number",
  minimum: "number",
  exclusiveMinimum: "number",
  maxLength: "string",
  minLength: "string",
  pattern: "string",
  contentEncoding: "string",
  contentMediaType: "string",
  maxItems: "array",
  minItems: "array",
  uniqueItems: "array",
  contains: "array",
  prefixItems: "array",
  items: "array",
  maxProperties: "object",
  minProperties: "object",
  required: "object",
  dependentRequired: "object",
  dependentSchemas: "object",
  properties: "object",
  patternProperties: "object",
  additionalProperties: "object",
  propertyNames: "object",
  unevaluatedItems: "array",
  unevaluatedProperties: "object",
};

/**
 * The type of the values that a keyword constrains; `undefined` for a keyword that speaks of values
 * of any type (2020-12 validation §6, core §10.3).
 */
export function constrainedType(keyword: AssertionKeyword): ValueType | undefined {
  return constrainedTypes[keyword];
}
