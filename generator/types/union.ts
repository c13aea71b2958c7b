import { everyType } from "../model/type-sets.ts";
import { noteOf } from "./member-notes.ts";
import {
  isWhole,
  jsonTypesOf,
  neverType,
  typeKey,
  type TypeExpression,
  unionMembers,
  unknownType,
  wholeType,
} from "./type-expression.ts";

/**
 * The union of types, in their order and without members that others cover: duplicates, literals
 * beside their primitive, all beside `unknown`. `true` and `false` together are `boolean`.
 */
export function unionOf(types: readonly TypeExpression[]): TypeExpression {
  const unique = new Map<string, TypeExpression>();
  for (const member of types.flatMap(unionMembers)) {
    const key = typeKey(member);
    if (noteOf(unique.get(key)) === undefined) unique.set(key, member);
  }
  const members = withoutLiterals(joinBooleans([...unique.values()]));
  if (members.some((member) => member.kind === "unknown") || coversEverything(members)) {
    return unknownType;
  }
  const [first = neverType, ...others] = members;
  return others.length === 0 ? first : { kind: "union", members };
}

function joinBooleans(members: readonly TypeExpression[]): readonly TypeExpression[] {
  const booleans = members.filter(isBooleanLiteral);
  if (booleans.length < 2) return members;
  return members.flatMap((member) => {
    if (!isBooleanLiteral(member)) return member;
    return member === booleans[0] ? wholeType("boolean") : [];
  });
}

function isBooleanLiteral(type: TypeExpression): boolean {
  return type.kind === "literal" && typeof type.value === "boolean";
}

function withoutLiterals(members: readonly TypeExpression[]): readonly TypeExpression[] {
  const primitives = new Set<string>(
    members.flatMap((member) => (member.kind === "primitive" ? member.name : [])),
  );
  return members.filter(
    (member) => member.kind !== "literal" || !primitives.has(typeof member.value),
  );
}

function coversEverything(members: readonly TypeExpression[]): boolean {
  const covered = new Set(members.filter(isWhole).flatMap(jsonTypesOf));
  return covered.size === everyType.size;
}
