import { hasOwn } from "./has-own.ts";
import { propertyCount } from "./property-count.ts";

/**
 * Whether two JSON values are equal: objects whatever the order of their properties, of which one that
 * is `undefined` counts as absent.
 */
export function deepEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return false;
  }
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => deepEqual(item, right[index]));
  }
  let count = 0;
  for (const name of Object.keys(left)) {
    const member = (left as Record<string, unknown>)[name];
    if (member === undefined) continue;
    if (!hasOwn(right, name) || !deepEqual(member, (right as Record<string, unknown>)[name]))
      return false;
    count += 1;
  }
  return count === propertyCount(right);
}
