import { stringLiteral } from "./string-literal.ts";

/**
 * The key of a property in a type, in quotes only where it needs them.
 */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}
