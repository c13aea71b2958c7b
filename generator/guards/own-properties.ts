import { stringLiteral } from "../text/string-literal.ts";
import { type ModuleScope, runtimeName } from "./module-scope.ts";

/** The members of `Object.prototype`, which every object seems to have. */
const inherited: ReadonlySet<string> = new Set([
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

/**
 * Whether every object seems to have a property of a name.
 */
export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/**
 * The expression of a property of an object that has nothing but own properties and the members of
 * `Object.prototype`: read as it stands, since nothing is faster, where it cannot be such a member.
 */
export function readProperty(scope: ModuleScope, object: string, name: string): string {
  const key = stringLiteral(name);
  return inherited.has(name)
    ? `${runtimeName(scope, "own")}(${object}, ${key})`
    : `${object}[${key}]`;
}
