import type { Assertion, AssertionOf, NodeId } from "../dialects/canonical-keywords.ts";
import { assertionSubschemas } from "../model/subschemas.ts";
import type { SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { absorb } from "./absorption.ts";
import { exclude, withAbsent, withRequired } from "./exclusion.ts";
import { intersectionOf, propertyType } from "./intersection.ts";
import { openObject } from "./object-shape.ts";
import {
  isSameType,
  isWhole,
  jsonTypesOf,
  type ObjectType,
  type PropertyType,
  type TypeExpression,
  typeKey,
  speltMembers,
  unionMembers,
  unknownType,
  wholeType,
} from "./type-expression.ts";
import type { Lowering } from "./type-source.ts";
import { unionOf } from "./union.ts";

/** The assertions that leave a value the choice between alternatives. */
export type Choice = AssertionOf<"if" | "not" | "dependentRequired" | "dependentSchemas">;

function isChoice(assertion: Assertion): assertion is Choice {
  return choiceKeywords.has(assertion.keyword);
}

const choiceKeywords: ReadonlySet<Assertion["keyword"]> = new Set([
  "if",
  "not",
  "dependentRequired",
  "dependentSchemas",
]);

/** How many alternatives the choices of one schema come to at the most, multiplied out. */
const productLimit = 16;

/** How long the alternatives of one choice can be, by their keys. */
const sizeLimit = 4_000;

/** How many schemas are looked through for the names that one speaks of, one inside the other. */
const depthLimit = 8;

/** The most properties of an object that is written once for each alternative. */
const inlineProperties = 3;

/**
 * Narrows a type by the choices that a schema leaves to its values: to the union of what each
 * alternative admits, as far as types tell the alternatives apart.
 */
export function narrowByChoices(
  lowering: Lowering,
  type: TypeExpression,
  choices: readonly Choice[],
): TypeExpression {
  let product = 1;
  return choices
    .flatMap((choice) => alternativesOf(lowering, type, choice))
    .reduce((narrowed, alternatives) => {
      const multiplied = product * unionMembers(alternatives).length;
      if (multiplied > productLimit) return narrowed;
      product = multiplied;
      return withAlternatives(narrowed, alternatives);
    }, type);
}

/** What each choice of an assertion admits, in terms of the properties that it speaks of alone. */
function alternativesOf(
  lowering: Lowering,
  type: TypeExpression,
  choice: Choice,
): readonly TypeExpression[] {
  switch (choice.keyword) {
    case "not": {
      const { node } = choice.subschema;
      const seen = project(type, mentionedNames(lowering, [node]));
      return telling(seen, exclude(lowering, seen, node));
    }
    case "if":
      return conditionAlternatives(lowering, type, choice);
    case "dependentRequired":
      return choice.dependencies.flatMap(({ name, required }) => {
        const seen = project(type, new Set([name, ...required]));
        const demanded = (object: ObjectType) =>
          required.reduce<TypeExpression>(withPresent, withPresent(object, name));
        return telling(seen, presenceAlternatives(seen, name, demanded));
      });
    case "dependentSchemas":
      return choice.dependencies.flatMap(({ name, node }) => {
        const seen = project(type, new Set([name, ...mentionedNames(lowering, [node])]));
        const demanded = (object: ObjectType) =>
          intersectionOf([withPresent(object, name), lowering.lower(node)]);
        return telling(seen, presenceAlternatives(seen, name, demanded));
      });
  }
}

function conditionAlternatives(
  lowering: Lowering,
  type: TypeExpression,
  { condition, consequent, alternative }: AssertionOf<"if">,
): readonly TypeExpression[] {
  const seen = project(type, mentionedNames(lowering, [condition.node]));
  const lowered = [condition, consequent].map((subschema) =>
    subschema === undefined ? unknownType : lowering.lower(subschema.node),
  );
  const met = intersectionOf([seen, ...lowered]);
  const refused = exclude(lowering, seen, condition.node);
  const unmet =
    alternative === undefined
      ? refused
      : intersectionOf([refused, lowering.lower(alternative.node)]);
  return telling(seen, unionOf([met, unmet]));
}

function presenceAlternatives(
  seen: TypeExpression,
  name: string,
  demanded: (object: ObjectType) => TypeExpression,
): TypeExpression {
  const members = speltMembers(seen);
  return unionOf(
    members.flatMap((member) =>
      member.kind === "object" ? presenceOf(member, name, demanded(member)) : [member],
    ),
  );
}

function presenceOf(
  object: ObjectType,
  name: string,
  demanded: TypeExpression,
): readonly TypeExpression[] {
  const isIdle = isSameType(demanded, withPresent(object, name));
  return isIdle ? [object] : [withAbsent(object, name), demanded];
}

function withPresent(object: TypeExpression, name: string): TypeExpression {
  return object.kind === "object" ? withRequired(object, name, propertyType(object, name)) : object;
}

/** Alternatives that say something which the type does not, and not at too great a length. */
function telling(seen: TypeExpression, alternatives: TypeExpression): readonly TypeExpression[] {
  const possible = absorb(alternatives);
  if (isSameType(seen, possible) || typeKey(possible).length > sizeLimit) return [];
  // An alternative that admits all that was seen leaves the others nothing to add.
  const members = unionMembers(possible);
  const isAdmitted = (each: TypeExpression) =>
    members.some((member) => isSameType(member, each)) ||
    jsonTypesOf(each).every((jsonType) =>
      members.some((member) => isWhole(member) && jsonTypesOf(member).includes(jsonType)),
    );
  return speltMembers(seen).every(isAdmitted) ? [] : [possible];
}

/** The type as it is seen by who looks at some properties of objects alone. */
function project(type: TypeExpression, names: ReadonlySet<string>): TypeExpression {
  if (type.kind === "unknown") return type;
  return unionOf(
    unionMembers(type).flatMap((member) => {
      switch (member.kind) {
        case "object":
          return projectObject(member, names);
        case "reference":
        case "intersection":
        case "text":
        case "array":
          return jsonTypesOf(member).map(wholeType);
        default:
          return member;
      }
    }),
  );
}

function projectObject(object: ObjectType, names: ReadonlySet<string>): ObjectType {
  const properties = [...names].map((name): PropertyType => {
    const declared = object.properties.find((property) => property.name === name);
    const required = declared?.required ?? false;
    return { name, type: propertyType(object, name), required, documentation: "" };
  });
  return openObject(properties.filter(({ type, required }) => required || type.kind !== "unknown"));
}

/** The names of properties that schemas speak of, those of the schemas that they apply in place too. */
function mentionedNames(
  lowering: Lowering,
  ids: readonly NodeId[],
  depth = 0,
): ReadonlySet<string> {
  if (depth > depthLimit) return new Set();
  const names = ids
    .flatMap((id) => nodeOf(lowering.source, id).assertions)
    .flatMap((assertion) => {
      switch (assertion.keyword) {
        case "properties":
          return assertion.properties.map(({ name }) => name);
        case "required":
          return assertion.names;
        case "$ref":
          return [...mentionedNames(lowering, [assertion.target], depth + 1)];
        case "allOf":
        case "anyOf":
        case "oneOf":
        case "not":
        case "if": {
          const inner = assertionSubschemas(assertion).map(({ node }) => node);
          return [...mentionedNames(lowering, inner, depth + 1)];
        }
        default:
          return [];
      }
    });
  return new Set(names);
}

/** A large object is written once, beside its alternatives, not once for each of them. */
function withAlternatives(type: TypeExpression, alternatives: TypeExpression): TypeExpression {
  const isLarge =
    unionMembers(alternatives).length > 1 &&
    unionMembers(type).some(
      (member) => member.kind === "object" && member.properties.length > inlineProperties,
    );
  return isLarge && unionMembers(type).length === 1
    ? { kind: "intersection", members: [type, alternatives] }
    : intersectionOf([type, alternatives]);
}

/**
 * The choices that a schema leaves to its values, in their order.
 */
export function choicesOf(node: SchemaNode): readonly Choice[] {
  return node.assertions.filter(isChoice);
}
