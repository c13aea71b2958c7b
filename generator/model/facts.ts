import { canMatch } from "../patterns/pattern-tests.ts";
import { assertionOf } from "./assertion-of.ts";
import { findComponents } from "./components.ts";
import { hasType, typeOfValue, valueTypeOf } from "./json-type.ts";
import { nodesBelow } from "./recursion.ts";
import { type TypeSet, commonTypes, eitherTypes, everyType, noType, typeSet } from "./type-sets.ts";
import type {
  Assertion,
  AssertionKeyword,
  NodeId,
  Subschema,
  ValueType,
} from "../dialects/canonical-keywords.ts";
import type { NodeFacts, SchemaNode } from "./model.ts";

/** The types of which a schema accepts values, as far as is known. */
type AcceptedTypes = (id: NodeId) => TypeSet;

/**
 * Works out, for every node, of which types it can accept a value. The greatest fixpoint: all types
 * are possible until an assertion excludes one, so a recursive schema is not excluded by its own
 * recursion.
 *
 * @returns the facts of each node, at the node's index
 */
export function findFacts(nodes: readonly SchemaNode[]): NodeFacts[] {
  const types: TypeSet[] = nodes.map(() => everyType);
  const accepted = (id: NodeId): TypeSet => types[id] ?? everyType;
  const users = usersOf(nodes);
  // What a node depends on comes before it, so that most nodes are looked at once.
  const waiting = findComponents(nodes.length, (id) => nodesBelow(nodes[id])).flat();
  const isWaiting = nodes.map(() => true);
  // The list grows as it is walked.
  for (const id of waiting) {
    const node = nodes[id];
    if (node === undefined) continue;
    isWaiting[node.id] = false;
    const before = accepted(node.id);
    const after = acceptedTypes(node, before, accepted);
    if (after === before) continue;
    types[node.id] = after;
    for (const user of users[node.id] ?? []) {
      if (isWaiting[user] === true) continue;
      isWaiting[user] = true;
      waiting.push(user);
    }
  }
  return types.map((set) => ({ types: set }));
}

/** For each node those that what it accepts has a part in. */
function usersOf(nodes: readonly SchemaNode[]): readonly (readonly NodeId[])[] {
  const users = nodes.map((): NodeId[] => []);
  for (const node of nodes.filter(dependsOnOthers))
    for (const below of nodesBelow(node)) users[below]?.push(node.id);
  return users;
}

/** Whether what a node accepts depends on what other nodes accept. */
function dependsOnOthers({ assertions }: SchemaNode): boolean {
  return assertions.some(({ keyword }) => otherKeywords.has(keyword));
}

/** The keywords that hold of the value itself what other schemas do, and that ask for parts of it. */
const otherKeywords: ReadonlySet<AssertionKeyword> = new Set([
  "$ref",
  "allOf",
  "anyOf",
  "oneOf",
  "if",
  "required",
  "minItems",
]);

function acceptedTypes(node: SchemaNode, before: TypeSet, accepted: AcceptedTypes): TypeSet {
  const { assertions } = node;
  let possible = before;
  for (const assertion of assertions) {
    possible = commonTypes(possible, admittedTypes(assertion, node, accepted));
  }
  // It takes two keywords to exclude what each of them admits.
  if (assertions.length < 2 || !assertions.some(({ keyword }) => lowerLimits.has(keyword))) {
    return possible;
  }
  return typeSet([...possible].filter((type) => !excludes(node, type, accepted)));
}

/** The keywords without which no others exclude what each of them admits. */
const lowerLimits: ReadonlySet<AssertionKeyword> = new Set([
  "minimum",
  "exclusiveMinimum",
  "minLength",
  "minItems",
  "minProperties",
  "required",
]);

/**
 * The types of which one assertion of a node admits values, as far as other nodes do.
 */
export function admittedTypes(
  assertion: Assertion,
  node: SchemaNode,
  accepted: AcceptedTypes,
): TypeSet {
  switch (assertion.keyword) {
    case "false":
      return noType;
    case "type":
      return typeSet(assertion.types.map(valueTypeOf));
    case "enum":
      return typesOfValues(assertion.values, node);
    case "const":
      return typesOfValues([assertion.value], node);
    case "$ref":
      return accepted(assertion.target);
    case "allOf":
      return joinedTypes(assertion.subschemas, accepted, commonTypes);
    case "anyOf":
    case "oneOf":
      return joinedTypes(assertion.subschemas, accepted, eitherTypes);
    case "if": {
      const { condition, consequent, alternative } = assertion;
      const met = consequent === undefined ? everyType : accepted(consequent.node);
      const unmet = alternative === undefined ? everyType : accepted(alternative.node);
      return eitherTypes(commonTypes(accepted(condition.node), met), unmet);
    }
    default:
      return everyType;
  }
}

function typesOfValues(values: readonly unknown[], node: SchemaNode): TypeSet {
  const type = assertionOf(node, "type");
  const typed = type === undefined ? values : values.filter((value) => hasType(value, type.types));
  return typeSet(typed.map(typeOfValue));
}

function joinedTypes(
  [first, ...others]: readonly Subschema[],
  accepted: AcceptedTypes,
  join: (left: TypeSet, right: TypeSet) => TypeSet,
): TypeSet {
  if (first === undefined) return everyType;
  return others.reduce((types, { node }) => join(types, accepted(node)), accepted(first.node));
}

/** Whether a node's own keywords for values of a type cannot all be met. */
function excludes(node: SchemaNode, type: ValueType, accepted: AcceptedTypes): boolean {
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
export function impossibleProperty(node: SchemaNode, accepted: AcceptedTypes): string | undefined {
  const required = assertionOf(node, "required")?.names;
  if (required === undefined) return undefined;
  const properties = assertionOf(node, "properties")?.properties ?? [];
  const additional = assertionOf(node, "additionalProperties");
  const isClosed = additional !== undefined && accepted(additional.subschema.node).size === 0;
  const isPossible = (id: NodeId) => accepted(id).size > 0;
  if (!isClosed && properties.every(({ node: id }) => isPossible(id))) return undefined;
  const declared = new Map(properties.map((property) => [property.name, property.node]));
  return required.find((name) => {
    const property = declared.get(name);
    if (property !== undefined) return !isPossible(property);
    if (!isClosed) return false;
    return !additional.patterns.some((pattern) => canMatch(pattern, name));
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

function excludesItems(node: SchemaNode, accepted: AcceptedTypes): boolean {
  const minimum = assertionOf(node, "minItems")?.limit ?? 0;
  const prefix = assertionOf(node, "prefixItems")?.subschemas ?? [];
  const items = assertionOf(node, "items");
  return (
    prefix.slice(0, minimum).some((subschema) => accepted(subschema.node).size === 0) ||
    (items !== undefined && minimum > items.from && accepted(items.subschema.node).size === 0)
  );
}
