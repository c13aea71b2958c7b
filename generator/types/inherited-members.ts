import type { PropertyType, TypeExpression } from "./type-expression.ts";
import { unionOf } from "./union.ts";

/** The members of `Object` that TypeScript sees on every object; `__proto__` is not among them. */
const inheritedMembers: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/**
 * Whether TypeScript sees a property by a name on every object.
 */
export function isInherited(name: string): boolean {
  return inheritedMembers.has(name);
}

/**
 * What reading a property gives, if not `undefined`: where an object lacks one by the name of a member
 * of `Object`, that member, for TypeScript as at run time.
 */
export function readType({ name, type, required }: PropertyType): TypeExpression {
  if (required || !isInherited(name)) return type;
  return unionOf([type, { kind: "text", text: `{}[${JSON.stringify(name)}]`, types: [] }]);
}
