import { memberKeys } from "../names/member-keys.ts";
import { documentationComment } from "../text/comment.ts";
import { propertyKey } from "../text/property-key.ts";
import { stringLiteral } from "../text/string-literal.ts";
import { noteOf } from "./member-notes.ts";
import { type MemberNote, type TypeExpression, unionMembers } from "./type-expression.ts";

/** A value that an object of values can hold, with what is said of it. */
export interface EnumerationMember extends MemberNote {
  readonly value: string | number;
}

/**
 * The members of a type that lists strings and numbers with texts of their own, and nothing else;
 * `undefined` for any other.
 */
export function enumerationMembers(type: TypeExpression): readonly EnumerationMember[] | undefined {
  const members = unionMembers(type).flatMap((member): readonly EnumerationMember[] => {
    if (member.kind !== "literal" || typeof member.value === "boolean") return [];
    return [{ value: member.value, ...(noteOf(member) ?? { key: "", documentation: "" }) }];
  });
  // 2 and "2" are one key, and one of them would be lost.
  const isKeyed = new Set(members.map(({ value }) => String(value))).size === members.length;
  const isWhole = members.length > 0 && members.length === unionMembers(type).length;
  return isKeyed && isWhole ? members : undefined;
}

/**
 * Prints the object that holds listed values, each under a key of its own.
 */
export function printEnumeration(name: string, members: readonly EnumerationMember[]): string {
  // A plain `__proto__` in an object literal would be its prototype.
  const keys = memberKeys(members).map((key) =>
    key === "__proto__" ? '["__proto__"]' : propertyKey(key),
  );
  const lines = members.flatMap(({ value, documentation }, index) => {
    const text = typeof value === "string" ? stringLiteral(value) : String(value);
    const comment = documentation === "" ? [] : documentationComment(documentation).split("\n");
    return [...comment, `${keys[index] ?? ""}: ${text},`];
  });
  return `export const ${name} = {\n${lines.map((line) => `  ${line}`).join("\n")}\n} as const;`;
}
