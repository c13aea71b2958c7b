import { assertionOf } from "../model/assertion-of.ts";
import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { assertionSubschemas } from "../model/subschemas.ts";
import { tagOf } from "../model/tags.ts";
import { compareCodeUnits } from "../text/order.ts";

/** A keyword that the type leaves to the guard, with the pointers to where a schema uses it. */
export interface GuardOnlyKeyword {
  /** Its name, or the part of it that is left to the guard. */
  readonly keyword: string;
  readonly paths: readonly string[];
}

/**
 * The keywords of a declaration that its TypeScript type cannot say in full, so that only the guard
 * checks them; sorted by keyword. Schemas with a name of their own are left to their own section.
 */
export function findGuardOnly(model: SchemaModel, id: NodeId): readonly GuardOnlyKeyword[] {
  const found = new Map<string, string[]>();
  visit(model, id, "", ({ keyword, path }) => {
    const paths = found.get(keyword);
    if (paths === undefined) found.set(keyword, [path]);
    else paths.push(path);
  });
  return [...found]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([keyword, paths]) => ({ keyword, paths }));
}

function visit(
  model: SchemaModel,
  id: NodeId,
  base: string,
  found: (keyword: { readonly keyword: string; readonly path: string }) => void,
): void {
  const node = nodeOf(model, id);
  for (const assertion of node.assertions) {
    if (isGuardOnly(model, node, assertion)) {
      found({ keyword: assertion.keyword, path: base + assertion.path });
    }
    if (assertion.keyword === "type" && assertion.types.includes("integer")) {
      found({ keyword: '"type": "integer"', path: base + assertion.path });
    }
    for (const subschema of assertionSubschemas(assertion)) {
      if (!model.declarations.has(subschema.node)) {
        visit(model, subschema.node, base + subschema.path, found);
      }
    }
  }
}

function isGuardOnly(model: SchemaModel, node: SchemaNode, assertion: Assertion): boolean {
  switch (assertion.keyword) {
    case "multipleOf":
    case "maximum":
    case "exclusiveMaximum":
    case "minimum":
    case "exclusiveMinimum":
    case "maxLength":
    case "minLength":
    case "pattern":
    case "format":
    case "contentEncoding":
    case "contentMediaType":
    case "uniqueItems":
    case "contains":
    case "unevaluatedItems":
    case "unevaluatedProperties":
    case "maxProperties":
    case "minProperties":
    case "dependentRequired":
    case "dependentSchemas":
    case "patternProperties":
    case "propertyNames":
    case "not":
      return true;
    case "if":
      return assertion.consequent !== undefined || assertion.alternative !== undefined;
    case "oneOf":
      return assertion.subschemas.length > 1 && tagOf(model, assertion.subschemas) === undefined;
    case "minItems":
      return assertion.limit > (assertionOf(node, "prefixItems")?.subschemas.length ?? 0);
    case "maxItems":
      return assertion.limit > (assertionOf(node, "prefixItems")?.subschemas.length ?? 0);
    case "additionalProperties":
      return model.facts[assertion.subschema.node]?.types.size === 0;
    case "false":
    case "type":
    case "enum":
    case "const":
    case "prefixItems":
    case "items":
    case "required":
    case "properties":
    case "allOf":
    case "anyOf":
    case "$ref":
      return false;
  }
}
