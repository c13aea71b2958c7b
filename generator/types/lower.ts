import { assertionOf } from "../model/assertion-of.ts";
import { valueTypeOf } from "../model/json-type.ts";
import { everyType } from "../model/type-sets.ts";
import { nodeOf } from "../model/node-of.ts";
import type { Assertion, NodeId, Subschema, ValueType } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../model/model.ts";
import { formatType } from "./format-types.ts";
import { intersectionOf } from "./intersection.ts";
import { isLeftToGuard } from "./left-to-guard.ts";
import { choicesOf, narrowByChoices } from "./alternatives.ts";
import { lowerArray } from "./array-shape.ts";
import { noteBranch, noteValue } from "./member-notes.ts";
import { lowerObject } from "./object-shape.ts";
import {
  isWhole,
  jsonTypesOf,
  neverType,
  typeKey,
  type TypeExpression,
  speltMembers,
  unionMembers,
  unknownType,
  wholeType,
  writtenOrder,
} from "./type-expression.ts";
import { isTrusted, type Lowering, type TypeSource } from "./type-source.ts";
import { unevaluatedArray, unevaluatedObject } from "./unevaluated-shape.ts";
import { unionOf } from "./union.ts";
import { typeOfJson } from "./value-type.ts";

/** How many declarations are spelt out one inside the other. */
const spellingDepth = 3;

/**
 * Lowers a node to a type that admits every value that the node accepts. Types with a name inside it are
 * references; the node itself is spelt out.
 */
export function lowerNode(model: TypeSource, id: NodeId): TypeExpression {
  const known = lowered.get(model) ?? new Map<NodeId, TypeExpression>();
  lowered.set(model, known);
  const type = known.get(id) ?? lowerSchema(model, nodeOf(model, id));
  known.set(id, type);
  return type;
}

/**
 * What has been lowered of each source. What a schema says of its alternatives lowers those inside it
 * several times; without this, again so often at each level of nesting.
 */
const lowered = new WeakMap<TypeSource, Map<NodeId, TypeExpression>>();

/**
 * Lowers a schema as {@link lowerNode}, which may have other assertions than its node in the model.
 */
export function lowerSchema(model: TypeSource, node: SchemaNode): TypeExpression {
  if (isTrusted(model, node)) {
    return {
      kind: "text",
      text: node.annotations.tsType,
      types: [...(model.facts[node.id]?.types ?? [])],
    };
  }
  const lowering = loweringOf(model);
  const types = assertionOf(node, "type")?.types.map(valueTypeOf) ?? writtenOrder;
  const shapes = unionOf(types.map((type) => lowerShape(lowering, node, type)));
  const conjuncts = [
    shapes,
    ...node.assertions.flatMap((assertion) =>
      assertion.keyword === "allOf"
        ? lowerSubschemas(model, assertion.subschemas)
        : lowerAssertion(model, node, assertion),
    ),
  ];
  const accepted = model.facts[node.id]?.types ?? everyType;
  const narrowing = conjuncts.filter((type) => !admitsAll(type, accepted)).map(typeKey);
  const isOne = new Set(narrowing).size < 2;
  const whole = intersectionOf(
    isOne ? conjuncts : conjuncts.map((type) => spellOut(model, type, accepted)),
  );
  return closeUnevaluated(lowering, node, narrowByChoices(lowering, whole, choicesOf(node)));
}

/**
 * How the schemas of a model are lowered where they stand inside others.
 */
export function loweringOf(source: TypeSource): Lowering {
  return { source, lower: (id) => lowerSubschema(source, id) };
}

/** Of a union it would have to be told which members evaluate what, so it stays as it is. */
function closeUnevaluated(
  lowering: Lowering,
  node: SchemaNode,
  type: TypeExpression,
): TypeExpression {
  const shapes = [unevaluatedObject(lowering, node), unevaluatedArray(lowering, node)];
  return shapes.reduce((closed, shape) => {
    const members = speltMembers(closed);
    if (shape === undefined || members.filter(({ kind }) => kind === shape.kind).length !== 1) {
      return closed;
    }
    return unionOf(
      members.map((member) =>
        member.kind === shape.kind ? intersectionOf([member, shape]) : member,
      ),
    );
  }, type);
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
function lowerShape(lowering: Lowering, node: SchemaNode, type: ValueType): TypeExpression {
  const shape = lowerOwnShape(lowering, node, type);
  const said = customTypes(node, type);
  // What is a string, and of a type of strings, is of that type.
  return said.length === 0 ? shape : intersectionOf(isWhole(shape) ? said : [shape, ...said]);
}

function lowerOwnShape(lowering: Lowering, node: SchemaNode, type: ValueType): TypeExpression {
  switch (type) {
    case "array":
      return lowerArray(lowering, node);
    case "object":
      return lowerObject(lowering, node);
    case "string": {
      const format = assertionOf(node, "format");
      if (format?.predicate.constrains !== "string") return wholeType("string");
      return formatType(format, lowering.source.typeOptions.formats);
    }
    default:
      return wholeType(type);
  }
}

/** The types that custom keywords give values of a JSON type. */
function customTypes(node: SchemaNode, type: ValueType): readonly TypeExpression[] {
  return node.assertions.flatMap((assertion): TypeExpression[] =>
    assertion.keyword === "custom" &&
    assertion.type !== undefined &&
    assertion.predicate.constrains === type
      ? [{ kind: "text", text: assertion.type, types: [type] }]
      : [],
  );
}

/** What an assertion says of values of all types. */
function lowerAssertion(
  model: TypeSource,
  { annotations }: SchemaNode,
  assertion: Assertion,
): TypeExpression {
  if (isLeftToGuard(assertion)) return unknownType;
  switch (assertion.keyword) {
    case "false":
      return neverType;
    case "enum":
      return unionOf(assertion.values.map((value) => noteValue(typeOfJson(value), annotations)));
    case "const":
      return typeOfJson(assertion.value);
    case "$ref":
      return lowerSubschema(model, assertion.target);
    case "allOf":
      return intersectionOf(lowerSubschemas(model, assertion.subschemas));
    case "anyOf":
    case "oneOf":
      return unionOf(
        assertion.subschemas.map(({ node: id }) =>
          noteBranch(lowerSubschema(model, id), nodeOf(model, id).annotations),
        ),
      );
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
    case "custom":
    case "unevaluatedItems":
    case "unevaluatedProperties":
    // Narrow what all the others say.
    case "if":
    case "not":
    case "dependentRequired":
    case "dependentSchemas":
      return unknownType;
  }
}
