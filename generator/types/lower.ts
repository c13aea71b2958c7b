import { assertionOf } from "../model/assertion-of.ts";
import { everyType, valueTypeOf } from "../model/json-type.ts";
import { listedValues } from "../model/listed-values.ts";
import { nodeOf } from "../model/node-of.ts";
import type {
  Assertion,
  AssertionOf,
  NodeId,
  Subschema,
  ValueType,
} from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";
import type { TypeOptions } from "../options.ts";
import { documentationOf } from "./documentation.ts";
import { formatType } from "./format-types.ts";
import { intersectionOf, mergeObjects } from "./intersection.ts";
import { isLeftToGuard } from "./left-to-guard.ts";
import {
  anyObject,
  type ArrayType,
  isWhole,
  jsonTypesOf,
  neverType,
  type ObjectType,
  type PropertyType,
  typeKey,
  type TypeExpression,
  unionMembers,
  unknownType,
  wholeType,
} from "./type-expression.ts";
import { unionOf } from "./union.ts";
import { typeOfJson } from "./value-type.ts";

/** What types are lowered from. */
export interface TypeSource extends SchemaModel {
  readonly typeOptions: TypeOptions;
  /** The declarations that are being spelt out. */
  readonly spelling: ReadonlySet<NodeId>;
}

/**
 * What the types of a model are lowered from where none is being spelt out.
 */
export function typeSource(model: SchemaModel, typeOptions: TypeOptions): TypeSource {
  return { ...model, typeOptions, spelling: new Set() };
}

/** How many declarations are spelt out one inside the other. */
const spellingDepth = 3;

/** The types that a schema without `type` admits, in the order in which they are written. */
const untyped: readonly ValueType[] = ["string", "number", "boolean", "null", "array", "object"];

/**
 * Lowers a node to a type that admits every value that the node accepts. Types with a name inside it are
 * references; the node itself is spelt out.
 */
export function lowerNode(model: TypeSource, id: NodeId): TypeExpression {
  const node = nodeOf(model, id);
  if (isTrusted(model, node)) {
    return {
      kind: "text",
      text: node.annotations.tsType,
      types: [...(model.facts[id]?.types ?? [])],
    };
  }
  const types = assertionOf(node, "type")?.types.map(valueTypeOf) ?? untyped;
  const shapes = unionOf(types.map((type) => lowerShape(model, node, type)));
  const conjuncts = [
    shapes,
    ...node.assertions.flatMap((assertion) =>
      assertion.keyword === "allOf"
        ? lowerSubschemas(model, assertion.subschemas)
        : lowerAssertion(model, assertion),
    ),
  ];
  const accepted = model.facts[id]?.types ?? everyType;
  const narrowing = conjuncts.filter((type) => !admitsAll(type, accepted)).map(typeKey);
  const isOne = new Set(narrowing).size < 2;
  return intersectionOf(
    isOne ? conjuncts : conjuncts.map((type) => spellOut(model, type, accepted)),
  );
}

/** Whether a type lets through every value of some JSON types. */
function admitsAll(type: TypeExpression, types: ReadonlySet<ValueType>): boolean {
  const whole = unionMembers(type).filter(isWhole).flatMap(jsonTypesOf);
  return [...types].every((each) => whole.includes(each));
}

/**
 * Spells out a reference that is to be met with other types, where it comes to the shape of an object
 * then: one interface says more clearly than an intersection what holds.
 *
 * @param accepted the JSON types that the others leave
 */
function spellOut(
  model: TypeSource,
  type: TypeExpression,
  accepted: ReadonlySet<ValueType>,
): TypeExpression {
  if (type.kind !== "reference") return type;
  const { spelling } = model;
  if (spelling.has(type.target) || spelling.size >= spellingDepth) return type;
  const inner = { ...model, spelling: new Set([...spelling, type.target]) };
  const members = unionMembers(lowerNode(inner, type.target)).filter((member) =>
    jsonTypesOf(member).some((each) => accepted.has(each)),
  );
  const shapes = members.filter((member) => !isWhole(member));
  return shapes.length === 1 && shapes[0]?.kind === "object" ? unionOf(members) : type;
}

/**
 * Whether the type of a node is the one that its `tsType` gives.
 */
export function isTrusted(
  { typeOptions }: TypeSource,
  node: SchemaNode,
): node is SchemaNode & { readonly annotations: { readonly tsType: string } } {
  return typeOptions.tsType && node.annotations.tsType !== undefined;
}

function lowerSubschema(model: TypeSource, id: NodeId): TypeExpression {
  if (!model.declarations.has(id) && !model.inlineTypes.has(id)) return lowerNode(model, id);
  const types = model.facts[id]?.types ?? [];
  return { kind: "reference", target: id, types: [...types] };
}

function lowerSubschemas(
  model: TypeSource,
  subschemas: readonly Subschema[],
): readonly TypeExpression[] {
  return subschemas.map((subschema) => lowerSubschema(model, subschema.node));
}

/** What a node's keywords for values of one type say of them. */
function lowerShape(model: TypeSource, node: SchemaNode, type: ValueType): TypeExpression {
  switch (type) {
    case "array":
      return lowerArray(model, node);
    case "object":
      return lowerObject(model, node);
    case "string": {
      const format = assertionOf(node, "format");
      if (format?.predicate.constrains !== "string") return wholeType("string");
      return formatType(format, model.typeOptions.formats);
    }
    default:
      return wholeType(type);
  }
}

/** What an assertion says of values of all types. */
function lowerAssertion(model: TypeSource, assertion: Assertion): TypeExpression {
  if (isLeftToGuard(assertion)) return unknownType;
  switch (assertion.keyword) {
    case "false":
      return neverType;
    case "enum":
      return unionOf(assertion.values.map(typeOfJson));
    case "const":
      return typeOfJson(assertion.value);
    case "$ref":
      return lowerSubschema(model, assertion.target);
    case "allOf":
      return intersectionOf(lowerSubschemas(model, assertion.subschemas));
    case "anyOf":
    case "oneOf":
      return unionOf(lowerSubschemas(model, assertion.subschemas));
    case "if":
      return lowerConditional(model, assertion);
    // Part of the shapes, as far as a type can say them.
    case "type":
    case "prefixItems":
    case "items":
    case "minItems":
    case "maxItems":
    case "properties":
    case "patternProperties":
    case "additionalProperties":
    case "propertyNames":
    case "required":
    case "format":
      return unknownType;
  }
}

function lowerConditional(model: TypeSource, assertion: AssertionOf<"if">): TypeExpression {
  const { condition, consequent, alternative } = assertion;
  if (alternative === undefined) return unknownType;
  const met = [condition, ...(consequent === undefined ? [] : [consequent])];
  return unionOf([
    intersectionOf(lowerSubschemas(model, met)),
    lowerSubschema(model, alternative.node),
  ]);
}

function lowerArray(model: TypeSource, node: SchemaNode): ArrayType {
  const prefix = assertionOf(node, "prefixItems")?.subschemas ?? [];
  const items = assertionOf(node, "items");
  const minimum = assertionOf(node, "minItems")?.limit ?? 0;
  const maximum = assertionOf(node, "maxItems")?.limit ?? Infinity;
  const elements = lowerSubschemas(model, prefix.slice(0, maximum)).map((type, index) => ({
    type,
    required: index < minimum,
  }));
  if (prefix.length > 0 && maximum <= prefix.length) {
    return { kind: "array", elements, rest: neverType };
  }
  const rest = items === undefined ? unknownType : lowerSubschema(model, items.subschema.node);
  return { kind: "array", elements, rest };
}

function lowerObject(model: TypeSource, node: SchemaNode): ObjectType {
  const properties = assertionOf(node, "properties")?.properties ?? [];
  const required = assertionOf(node, "required")?.names ?? [];
  const declared = properties.map((property) => ({
    name: property.name,
    type: lowerSubschema(model, property.node),
    required: false,
    documentation: documentationOf(nodeOf(model, property.node), property.name),
  }));
  return [
    openObject(required.map((name) => unconstrained(name, true))),
    lowerAdditional(model, node),
    lowerPropertyNames(model, node),
  ].reduce((left, right) => mergeObjects(left, right), openObject(declared));
}

function openObject(properties: readonly PropertyType[]): ObjectType {
  return { ...anyObject, properties };
}

function unconstrained(name: string, required: boolean): PropertyType {
  return { name, type: unknownType, required, documentation: "" };
}

function lowerAdditional(model: TypeSource, node: SchemaNode): ObjectType {
  const additional = assertionOf(node, "additionalProperties");
  if (additional === undefined) return anyObject;
  const patterns = assertionOf(node, "patternProperties")?.patterns ?? [];
  return {
    kind: "object",
    properties: additional.declared.map((name) => unconstrained(name, false)),
    rest: unionOf(lowerSubschemas(model, [...patterns, additional.subschema])),
  };
}

/** `propertyNames` closes an object where it lists the names. */
function lowerPropertyNames(model: TypeSource, node: SchemaNode): ObjectType {
  const subschema = assertionOf(node, "propertyNames")?.subschema;
  if (subschema === undefined) return anyObject;
  const names = listedValues(model.nodes, subschema.node);
  if (names === undefined) return anyObject;
  const properties = names
    .filter((name) => typeof name === "string")
    .map((name) => unconstrained(name, false));
  return { kind: "object", properties, rest: neverType };
}
