import { memberKeys } from "../names/member-keys.ts";
import { propertyKey } from "../text/property-key.ts";
import { stringLiteral } from "../text/string-literal.ts";
import { type TypeExpression, unionMembers } from "./type-expression.ts";

/** A value that an object of values can hold. */
export type EnumerationValue = string | number;

/**
 * The values of a type that lists strings and numbers, and nothing else; `undefined` for any other.
 */
export function enumerationValues(type: TypeExpression): readonly EnumerationValue[] | undefined {
  const values = unionMembers(type).flatMap((member) =>
    member.kind === "literal" && typeof member.value !== "boolean" ? member.value : [],
  );
  return values.length > 0 && values.length === unionMembers(type).length ? values : undefined;
}

/**
 * Prints the object that holds listed values, each under a key of its own.
 */
export function printEnumeration(name: string, values: readonly EnumerationValue[]): string {
  // A plain `__proto__` in an object literal would be its prototype.
  const keys = memberKeys(values).map((key) =>
    key === "__proto__" ? '["__proto__"]' : propertyKey(key),
  );
  const members = values.map((value, index) => {
    const text = typeof value === "string" ? stringLiteral(value) : String(value);
    return `  ${keys[index] ?? ""}: ${text},`;
  });
  return `export const ${name} = {\n${members.join("\n")}\n} as const;`;
}
