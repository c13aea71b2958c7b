import { assertionOf } from "./assertion-of.ts";
import { everyType, hasType, typeOfValue, valueTypeOf } from "./json-type.ts";
import { assertionSubschemas } from "./subschemas.ts";
import type { Assertion, NodeId, ValueType } from "../dialects/canonical-keywords.ts";
import type { NodeFacts, SchemaNode } from "./model.ts";

type Types = ReadonlySet<ValueType>;

/**
 * Works out, for every node, of which types it can accept a value. The greatest fixpoint: all types
 * are possible until an assertion excludes one, so a recursive schema is not excluded by its own
 * recursion.
 *
 * @returns the facts of each node, at the node's index
 */
export function findFacts(nodes: readonly SchemaNode[]): NodeFacts[] {
  const types: Types[] = nodes.map(() => everyType);
  const accepted = (id: NodeId): Types => types[id] ?? everyType;
  // Inner schemas have the higher ids: from the end, most facts are found in one round.
  let waiting: readonly SchemaNode[] = nodes.filter((node) => node.assertions.length > 0).reverse();
  for (let changed = true; changed; waiting = waiting.filter(dependsOnOthers)) {
    changed = false;
    for (const node of waiting) {
      const before = accepted(node.id);
      const after = acceptedTypes(node, before, accepted);
      if (after.size === before.size) continue;
      types[node.id] = after;
      changed = true;
    }
  }
  return types.map((set) => ({ types: set }));
}

function dependsOnOthers(node: SchemaNode): boolean {
  return node.assertions.some(
    (assertion) => assertion.keyword === "$ref" || assertionSubschemas(assertion).length > 0,
  );
}

function acceptedTypes(node: SchemaNode, before: Types, accepted: (id: NodeId) => Types): Types {
  let possible = before;
  for (const assertion of node.assertions) {
    const admitted = admittedTypes(assertion, node, accepted);
    if (admitted !== everyType) possible = intersection([possible, admitted]);
  }
  // It takes two keywords to exclude what each of them admits.
  if (node.assertions.length < 2) return possible;
  const excluded = [...possible].filter((type) => excludes(node, type, accepted));
  return excluded.length === 0
    ? possible
    : new Set([...possible].filter((type) => !excluded.includes(type)));
}

/**
 * The types of which one assertion of a node admits values, as far as other nodes do.
 */
export function admittedTypes(
  assertion: Assertion,
  node: SchemaNode,
  accepted: (id: NodeId) => Types,
): Types {
  switch (assertion.keyword) {
    case "false":
      return new Set();
    case "type":
      return new Set(assertion.types.map(valueTypeOf));
    case "enum":
      return typesOfValues(assertion.values, node);
    case "const":
      return typesOfValues([assertion.value], node);
    case "$ref":
      return accepted(assertion.target);
    case "allOf":
      return intersection(assertion.subschemas.map((subschema) => accepted(subschema.node)));
    case "anyOf":
    case "oneOf":
      return union(assertion.subschemas.map((subschema) => accepted(subschema.node)));
    case "if": {
      const { condition, consequent, alternative } = assertion;
      const met = consequent === undefined ? everyType : accepted(consequent.node);
      const unmet = alternative === undefined ? everyType : accepted(alternative.node);
      return union([intersection([accepted(condition.node), met]), unmet]);
    }
    default:
      return everyType;
  }
}

function typesOfValues(values: readonly unknown[], node: SchemaNode): Types {
  const type = assertionOf(node, "type");
  return new Set(
    values.filter((value) => type === undefined || hasType(value, type.types)).map(typeOfValue),
  );
}

function union(sets: readonly Types[]): Types {
  return new Set(sets.flatMap((set) => [...set]));
}

function intersection(sets: readonly Types[]): Types {
  const [first = everyType, ...others] = sets;
  if (others.every((other) => other === everyType)) return first;
  return new Set([...first].filter((type) => others.every((set) => set.has(type))));
}

/** Whether a node's own keywords for values of a type cannot all be met. */
function excludes(node: SchemaNode, type: ValueType, accepted: (id: NodeId) => Types): boolean {
  switch (type) {
    case "number":
      return excludesNumbers(node);
    case "string":
      return exceeds(assertionOf(node, "minLength"), assertionOf(node, "maxLength"));
    case "array":
      return (
        exceeds(assertionOf(node, "minItems"), assertionOf(node, "maxItems")) ||
        excludesItems(node, accepted)
      );
    case "object":
      return (
        exceeds(assertionOf(node, "minProperties"), assertionOf(node, "maxProperties")) ||
        impossibleProperty(node, accepted) !== undefined
      );
    default:
      return false;
  }
}

/**
 * The first required property for which a node allows no value.
 */
export function impossibleProperty(
  node: SchemaNode,
  accepted: (id: NodeId) => ReadonlySet<ValueType>,
): string | undefined {
  const required = assertionOf(node, "required")?.names ?? [];
  const properties = assertionOf(node, "properties")?.properties ?? [];
  const additional = assertionOf(node, "additionalProperties");
  return required.find((name) => {
    const property = properties.find((candidate) => candidate.name === name);
    if (property !== undefined) return accepted(property.node).size === 0;
    if (additional === undefined || accepted(additional.subschema.node).size > 0) return false;
    return !additional.patterns.some(({ source, flags }) => new RegExp(source, flags).test(name));
  });
}

function excludesNumbers(node: SchemaNode): boolean {
  const minimum = assertionOf(node, "minimum")?.limit ?? -Infinity;
  const maximum = assertionOf(node, "maximum")?.limit ?? Infinity;
  const above = assertionOf(node, "exclusiveMinimum")?.limit ?? -Infinity;
  const below = assertionOf(node, "exclusiveMaximum")?.limit ?? Infinity;
  return minimum > maximum || minimum >= below || above >= maximum || above >= below;
}

function exceeds(
  minimum: { readonly limit: number } | undefined,
  maximum: { readonly limit: number } | undefined,
): boolean {
  return minimum !== undefined && maximum !== undefined && minimum.limit > maximum.limit;
}

function excludesItems(node: SchemaNode, accepted: (id: NodeId) => Types): boolean {
  const minimum = assertionOf(node, "minItems")?.limit ?? 0;
  const prefix = assertionOf(node, "prefixItems")?.subschemas ?? [];
  const items = assertionOf(node, "items");
  return (
    prefix.slice(0, minimum).some((subschema) => accepted(subschema.node).size === 0) ||
    (items !== undefined && minimum > items.from && accepted(items.subschema.node).size === 0)
  );
}
