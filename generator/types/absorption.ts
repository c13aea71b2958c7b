import {
  isSameType,
  type ObjectType,
  type PropertyType,
  type TypeExpression,
  unionMembers,
} from "./type-expression.ts";
import { unionOf } from "./union.ts";

/**
 * Makes a union of objects shorter that admits the same: without members that are impossible or that
 * another one admits, and with an optional property instead of two members with and without it.
 */
export function absorb(type: TypeExpression): TypeExpression {
  const members: TypeExpression[] = [];
  for (const member of unionMembers(type).filter((each) => !isImpossible(each))) {
    add(members, member);
  }
  return unionOf(members);
}

function add(members: TypeExpression[], added: TypeExpression): void {
  for (const [index, member] of members.entries()) {
    const joined = join(member, added) ?? join(added, member);
    if (joined === undefined) continue;
    members.splice(index, 1);
    add(members, joined);
    return;
  }
  members.push(added);
}

/** One type for two, the first of which admits the second or lacks a property that the second has. */
function join(first: TypeExpression, second: TypeExpression): TypeExpression | undefined {
  if (first.kind !== "object" || second.kind !== "object") return undefined;
  if (admits(first, second)) return withSharedComments(first, second);
  for (const property of second.properties.filter(({ required }) => required)) {
    const optional = { ...property, required: false };
    const lack = first.properties.find(({ name }) => name === property.name);
    if (lack?.type.kind !== "never") continue;
    const [without, having] = [withProperty(first, optional), withProperty(second, optional)];
    const joined = withSharedComments(without, having);
    if (isSameType(joined, withSharedComments(having, without))) return joined;
  }
  return undefined;
}

/** What is said of a property in one alternative alone is not true of it in general. */
function withSharedComments(outer: ObjectType, inner: ObjectType): ObjectType {
  const properties = outer.properties.map((property) => {
    const other = inner.properties.find(({ name }) => name === property.name);
    const isShared = property.documentation === other?.documentation;
    return isShared ? property : { ...property, documentation: "" };
  });
  return { ...outer, properties };
}

function withProperty(object: ObjectType, property: PropertyType): ObjectType {
  const properties = object.properties.map((each) =>
    each.name === property.name ? property : each,
  );
  return { ...object, properties };
}

/** Whether an open object admits every value of another, as far as that is plain. */
function admits(outer: ObjectType, inner: ObjectType): boolean {
  if (outer.rest.kind !== "unknown" || outer.patterns.length > 0) return false;
  return outer.properties.every(({ name, type, required }) => {
    const found = inner.properties.find((property) => property.name === name);
    if (found === undefined) return !required && type.kind === "unknown";
    return (found.required || !required) && includes(type, found.type);
  });
}

function includes(outer: TypeExpression, inner: TypeExpression): boolean {
  if (outer.kind === "unknown" || isSameType(outer, inner)) return true;
  return unionMembers(inner).every((each) =>
    unionMembers(outer).some(
      (member) =>
        isSameType(member, each) ||
        (member.kind === "primitive" &&
          each.kind === "literal" &&
          typeof each.value === member.name),
    ),
  );
}

/** An object that must have a property for which there is no value. */
function isImpossible(type: TypeExpression): boolean {
  return (
    type.kind === "object" &&
    type.properties.some(({ required, type: value }) => required && value.kind === "never")
  );
}
