import type { Annotations } from "../dialects/canonical-keywords.ts";
import { memberDocumentation } from "./documentation.ts";
import {
  type LiteralType,
  type MemberNote,
  memberNote,
  type TypeExpression,
  unionMembers,
} from "./type-expression.ts";

/**
 * What is said of a type beside what it admits, if it is a literal of which something is said.
 */
export function noteOf(type: TypeExpression | undefined): MemberNote | undefined {
  return type?.kind === "literal" ? type[memberNote] : undefined;
}

/**
 * Says of the literal of a listed value what its schema says of that value.
 */
export function noteValue(type: TypeExpression, { enumMembers }: Annotations): TypeExpression {
  if (type.kind !== "literal") return type;
  const member = enumMembers?.get(type.value);
  if (member === undefined) return type;
  const { name = "", ...annotations } = member;
  return noted(type, { key: name, documentation: memberDocumentation(annotations, type.value) });
}

/**
 * Says of the literal that a branch of a union comes to what the branch is said to be.
 */
export function noteBranch(type: TypeExpression, annotations: Annotations): TypeExpression {
  if (type.kind !== "literal") return type;
  const { key, documentation: own } = noteOf(type) ?? { key: "", documentation: "" };
  const documentation = own === "" ? memberDocumentation(annotations, type.value) : own;
  return documentation === "" ? type : noted(type, { key, documentation });
}

function noted(type: LiteralType, note: MemberNote): LiteralType {
  return { ...type, [memberNote]: note };
}

/**
 * Whether members of a union have documentation, which is written beside them.
 */
export function isDocumented(type: TypeExpression): boolean {
  return type.kind === "union" && type.members.some(hasDocumentation);
}

function hasDocumentation(member: TypeExpression): boolean {
  return (noteOf(member)?.documentation ?? "") !== "";
}

/**
 * A type without the documentation of its members, for places where comments would be lost between
 * operators and brackets.
 */
export function withoutNotes(type: TypeExpression): TypeExpression {
  if (!isDocumented(type)) return type;
  const members = unionMembers(type).map((member) =>
    member.kind === "literal" ? ({ kind: "literal", value: member.value } as const) : member,
  );
  return { kind: "union", members };
}
