import type { Assertion, AssertionOf, NodeId } from "../dialects/canonical-keywords.ts";
import { constrainedType } from "../model/constrained-type.ts";
import { areDisjoint } from "../model/disjoint.ts";
import { valueTypeOf } from "../model/json-type.ts";
import { nodeOf } from "../model/node-of.ts";
import { intersectionOf, mergeObjects, propertyType } from "./intersection.ts";
import { openObject, optionalProperty } from "./object-shape.ts";
import {
  isSameType,
  jsonTypesOf,
  neverType,
  type ObjectType,
  type TypeExpression,
  speltMembers,
} from "./type-expression.ts";
import type { Lowering } from "./type-source.ts";
import { unionOf } from "./union.ts";

/** How many schemas are looked through, one inside the other. */
const depthLimit = 8;

/** How many properties of a schema are told apart, each of which a value may fail by. */
const propertyLimit = 4;

/**
 * What remains of a type without the values that a schema accepts. Where TypeScript cannot take them
 * out, they stay: the result admits every value of the type that the schema refuses.
 */
export function exclude(
  lowering: Lowering,
  type: TypeExpression,
  id: NodeId,
  depth = 0,
): TypeExpression {
  if (depth > depthLimit) return type;
  const members = speltMembers(type);
  const { assertions } = nodeOf(lowering.source, id);
  return unionOf(
    members.map((member) => {
      // A value is refused where one of the assertions refuses it.
      const refused = assertions.map((assertion) =>
        excludeAssertion(lowering, member, assertion, depth),
      );
      return refused.some((rest) => isSameType(rest, member)) ? member : unionOf(refused);
    }),
  );
}

function excludeAssertion(
  lowering: Lowering,
  member: TypeExpression,
  assertion: Assertion,
  depth: number,
): TypeExpression {
  const constrained = constrainedType(assertion.keyword);
  if (constrained !== undefined && !jsonTypesOf(member).includes(constrained)) return neverType;
  const without = (type: TypeExpression, id: NodeId) => exclude(lowering, type, id, depth + 1);
  switch (assertion.keyword) {
    case "type":
      return excludeTypes(member, assertion);
    case "const":
      return excludeValues(member, [assertion.value]);
    case "enum":
      return excludeValues(member, assertion.values);
    case "required":
      return member.kind === "object" ? excludeRequired(member, assertion) : member;
    case "properties": {
      const { properties } = assertion;
      if (member.kind !== "object" || properties.length > propertyLimit) return member;
      const failed = properties.map(({ name, node }) => {
        const type = without(propertyType(member, name), node);
        return type.kind === "never" ? neverType : withRequired(member, name, type);
      });
      return unionOf(failed);
    }
    case "$ref":
      return without(member, assertion.target);
    case "allOf":
      return unionOf(assertion.subschemas.map(({ node }) => without(member, node)));
    case "oneOf":
      if (!areDisjoint(lowering.source, assertion.subschemas)) return member;
      return assertion.subschemas.reduce((rest, { node }) => without(rest, node), member);
    case "anyOf":
      return assertion.subschemas.reduce((rest, { node }) => without(rest, node), member);
    case "not":
      return intersectionOf([member, lowering.lower(assertion.subschema.node)]);
    default:
      return member;
  }
}

function excludeTypes(member: TypeExpression, { types }: AssertionOf<"type">): TypeExpression {
  const isInteger =
    types.includes("integer") &&
    member.kind === "literal" &&
    typeof member.value === "number" &&
    Number.isInteger(member.value);
  const whole = types.filter((type) => type !== "integer").map(valueTypeOf);
  return isInteger || jsonTypesOf(member).every((type) => whole.includes(type))
    ? neverType
    : member;
}

function excludeValues(member: TypeExpression, values: readonly unknown[]): TypeExpression {
  if (member.kind === "literal") return values.includes(member.value) ? neverType : member;
  if (member.kind !== "primitive") return member;
  switch (member.name) {
    case "null":
      return values.includes(null) ? neverType : member;
    case "boolean":
      return unionOf(
        [true, false]
          .filter((value) => !values.includes(value))
          .map((value) => ({ kind: "literal", value })),
      );
    case "number":
    case "string":
      return member;
  }
}

/** Objects that lack one of the properties at least. */
function excludeRequired(member: ObjectType, { names }: AssertionOf<"required">): TypeExpression {
  if (names.length > propertyLimit) return member;
  return unionOf(names.map((name) => withAbsent(member, name)));
}

/**
 * The objects of a shape that lack a property; `never` where all have it.
 */
export function withAbsent(object: ObjectType, name: string): TypeExpression {
  const declared = object.properties.find((property) => property.name === name);
  if (declared?.required === true) return neverType;
  const absent = optionalProperty(name, neverType);
  const properties = object.properties.map((each) => (each === declared ? absent : each));
  return { ...object, properties: declared === undefined ? [...properties, absent] : properties };
}

/**
 * The objects of a shape that have a property of a type.
 */
export function withRequired(
  object: ObjectType,
  name: string,
  type: TypeExpression,
): TypeExpression {
  const required = { name, type, required: true, documentation: "" };
  return mergeObjects(object, openObject([required]));
}
