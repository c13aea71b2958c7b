import { conjoin, type Conjunction, knownAssertions } from "./conjunction.ts";
import * as arrays from "./demands/arrays.ts";
import * as conditions from "./demands/conditions.ts";
import * as limits from "./demands/limits.ts";
import * as objects from "./demands/objects.ts";
import { unionObstacles } from "./demands/unions.ts";
import { listObstacles, typeObstacles } from "./demands/values.ts";
import { type AnyDemand, type Demand, type Obstacle, obstacleTo, type Prover } from "./prover.ts";

/**
 * What keeps an assertion from being known to hold, by the rule for its keyword.
 */
export function demandObstacles(
  prover: Prover,
  known: Conjunction,
  { side, node, assertion }: AnyDemand,
): readonly Obstacle[] {
  const { models } = prover;
  const { keyword } = assertion;
  switch (keyword) {
    case "false":
      return [obstacleTo(prover, known, { side, node, assertion })];
    case "type":
      return typeObstacles(prover, known, { side, node, assertion });
    case "enum":
    case "const":
      return listObstacles(prover, known, { side, node, assertion });
    case "multipleOf":
      return limits.multipleObstacles(prover, known, { side, node, assertion });
    case "minimum":
    case "exclusiveMinimum":
      return limits.minimumObstacles(prover, known, { side, node, assertion });
    case "maximum":
    case "exclusiveMaximum":
      return limits.maximumObstacles(prover, known, { side, node, assertion });
    case "maxLength": {
      const most = limits.knownMost(models, known, keyword);
      return limits.mostObstacles(prover, known, { side, node, assertion }, most);
    }
    case "minLength": {
      const least = limits.knownLeast(models, known, keyword);
      return limits.leastObstacles(prover, known, { side, node, assertion }, least);
    }
    case "pattern":
    case "format":
    case "contentEncoding":
    case "contentMediaType":
    case "custom":
      return limits.textObstacles(prover, known, { side, node, assertion });
    case "maxItems": {
      const most = arrays.mostItems(models, known);
      return limits.mostObstacles(prover, known, { side, node, assertion }, most);
    }
    case "minItems": {
      const least = arrays.leastItems(models, known);
      return limits.leastObstacles(prover, known, { side, node, assertion }, least);
    }
    case "uniqueItems":
      return arrays.uniqueObstacles(prover, known, { side, node, assertion });
    case "contains":
      return arrays.containsObstacles(prover, known, { side, node, assertion });
    case "prefixItems":
      return arrays.prefixObstacles(prover, known, { side, node, assertion });
    case "items":
      return arrays.itemsObstacles(prover, known, { side, node, assertion });
    case "unevaluatedItems":
      return arrays.unevaluatedItemsObstacles(prover, known, { side, node, assertion });
    case "maxProperties": {
      const most = objects.mostProperties(models, known);
      return limits.mostObstacles(prover, known, { side, node, assertion }, most);
    }
    case "minProperties": {
      const least = objects.leastProperties(models, known);
      return limits.leastObstacles(prover, known, { side, node, assertion }, least);
    }
    case "required":
      return objects.requiredObstacles(prover, known, { side, node, assertion });
    case "properties":
      return objects.propertiesObstacles(prover, known, { side, node, assertion });
    case "patternProperties":
      return objects.patternsObstacles(prover, known, { side, node, assertion });
    case "additionalProperties":
      return objects.additionalObstacles(prover, known, { side, node, assertion });
    case "unevaluatedProperties":
      return objects.unevaluatedPropertiesObstacles(prover, known, { side, node, assertion });
    case "propertyNames":
      return objects.namesObstacles(prover, known, { side, node, assertion });
    case "dependentRequired":
      return objects.dependentRequiredObstacles(prover, known, { side, node, assertion });
    case "dependentSchemas":
      return conditions.dependentSchemasObstacles(prover, known, { side, node, assertion });
    case "allOf":
      return assertion.subschemas.flatMap(({ node: id }) => prover.obstacles(known, { side, id }));
    case "anyOf":
    case "oneOf":
      return unionObstacles(prover, known, { side, node, assertion });
    case "not":
      return conditions.notObstacles(prover, known, { side, node, assertion });
    case "if":
      return conditions.conditionObstacles(prover, known, { side, node, assertion });
    case "$ref":
      return referenceObstacles(prover, known, { side, node, assertion });
  }
}

/** Obstacles to what a `$ref` leads to: those of a declaration are told where that is compared. */
function referenceObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"$ref">,
): readonly Obstacle[] {
  const { models } = prover;
  const target = { side: demand.side, id: demand.assertion.target };
  const partner = prover.partnerOf(target);
  if (partner === undefined || !known.ids.includes(partner)) return prover.obstacles(known, target);
  if (prover.holds(conjoin(models, known.side, [partner], partner), target)) return [];
  if (prover.holds(known, target)) return [];
  const knownAssertion = knownAssertions(models, known, "$ref").find(
    ({ assertion }) => assertion.target === partner,
  );
  return [obstacleTo(prover, known, demand, { knownAssertion, through: target.id })];
}
