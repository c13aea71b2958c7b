import { deepText } from "./deep-text.ts";
import { hasOwn } from "./has-own.ts";
import { propertyCount } from "./property-count.ts";

/**
 * Whether two JSON values are equal: objects whatever the order of their properties, of which one that
 * is `undefined` counts as absent.
 *
 * @param depth how many levels above the values are compared; far below, calls give way to texts
 */
export function deepEqual(left: unknown, right: unknown, depth = 0): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return false;
  }
  if (depth === 500) return deepText(left) === deepText(right);
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => deepEqual(item, right[index], depth + 1));
  }
  let count = 0;
  for (const name of Object.keys(left)) {
    const member = (left as Record<string, unknown>)[name];
    if (member === undefined) continue;
    const other = hasOwn(right, name) ? (right as Record<string, unknown>)[name] : undefined;
    if (!deepEqual(member, other, depth + 1)) return false;
    count += 1;
  }
  return count === propertyCount(right);
}
