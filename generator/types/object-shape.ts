import type { PatternSubschema } from "../dialects/canonical-keywords.ts";
import { assertionOf } from "../model/assertion-of.ts";
import { listedValues } from "../model/listed-values.ts";
import { nodeOf } from "../model/node-of.ts";
import type { SchemaNode } from "../model/model.ts";
import { surelyMatches } from "../patterns/pattern-tests.ts";
import { documentationOf } from "./documentation.ts";
import { intersectionOf, mergeObjects } from "./intersection.ts";
import { patternKeys } from "./pattern-keys.ts";
import {
  anyObject,
  neverType,
  type ObjectType,
  type PatternType,
  type PropertyType,
  type TypeExpression,
  unknownType,
} from "./type-expression.ts";
import type { Lowering } from "./type-source.ts";
import { unionOf } from "./union.ts";

/**
 * What a node's keywords for objects say of the shape of an object.
 */
export function lowerObject(lowering: Lowering, node: SchemaNode): ObjectType {
  const shapes = [
    openObject((assertionOf(node, "required")?.names ?? []).map(requiredProperty)),
    lowerUndeclared(lowering, node),
    lowerPropertyNames(lowering, node),
  ];
  return shapes.reduce(
    (left, right) => mergeObjects(left, right),
    openObject(declaredProperties(lowering, node)),
  );
}

/**
 * An object with some properties and any others.
 */
export function openObject(properties: readonly PropertyType[]): ObjectType {
  return { ...anyObject, properties };
}

/**
 * A property that must be there, whatever it holds.
 */
function requiredProperty(name: string): PropertyType {
  return { name, type: unknownType, required: true, documentation: "" };
}

/**
 * A property that may be there and hold values of a type.
 */
export function optionalProperty(name: string, type: TypeExpression): PropertyType {
  return { name, type, required: false, documentation: "" };
}

function declaredProperties(lowering: Lowering, node: SchemaNode): PropertyType[] {
  const patterns = assertionOf(node, "patternProperties")?.patterns ?? [];
  return (assertionOf(node, "properties")?.properties ?? []).map((property) => {
    const matching = patterns.filter(({ pattern }) => surelyMatches(pattern, property.name));
    return {
      name: property.name,
      type: intersectionOf([property, ...matching].map(({ node: id }) => lowering.lower(id))),
      required: false,
      documentation: documentationOf(nodeOf(lowering.source, property.node), property.name),
    };
  });
}

/** What `patternProperties` and `additionalProperties` say of properties that are not declared. */
function lowerUndeclared(lowering: Lowering, node: SchemaNode): ObjectType {
  const additional = assertionOf(node, "additionalProperties");
  const declared = assertionOf(node, "properties")?.properties ?? [];
  const names: PropertyType[] = [];
  const patterns: PatternType[] = [];
  const others: TypeExpression[] = [];
  let every: TypeExpression = unknownType;
  for (const { pattern, type } of lowerPatterns(lowering, node)) {
    const keys = patternKeys(pattern);
    if (keys === undefined) others.push(type);
    else if (keys.kind === "every") every = intersectionOf([every, type]);
    else if (keys.kind === "names")
      names.push(...keys.names.map((name) => optionalProperty(name, type)));
    else patterns.push({ pieces: keys.pieces, type });
  }
  const isEvery = every.kind !== "unknown";
  if (additional === undefined && !isEvery) return { ...openObject(names), patterns };
  const rest = isEvery
    ? every
    : unionOf([
        ...others,
        additional === undefined ? unknownType : lowering.lower(additional.subschema.node),
      ]);
  return {
    kind: "object",
    properties: [...declared.map(({ name }) => optionalProperty(name, unknownType)), ...names],
    patterns,
    rest,
  };
}

function lowerPatterns(
  lowering: Lowering,
  node: SchemaNode,
): readonly (Pick<PatternSubschema, "pattern"> & { readonly type: TypeExpression })[] {
  const { patterns = [] } = assertionOf(node, "patternProperties") ?? {};
  return patterns.map(({ pattern, node: id }) => ({ pattern, type: lowering.lower(id) }));
}

/** `propertyNames` closes an object where it lists the names. */
function lowerPropertyNames({ source }: Lowering, node: SchemaNode): ObjectType {
  const subschema = assertionOf(node, "propertyNames")?.subschema;
  if (subschema === undefined) return anyObject;
  const names = listedValues(source.nodes, subschema.node);
  if (names === undefined) return anyObject;
  const properties = names
    .filter((name) => typeof name === "string")
    .map((name) => optionalProperty(name, unknownType));
  return { ...openObject(properties), rest: neverType };
}
