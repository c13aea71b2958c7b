import { hasOwn } from "./has-own.ts";

/** Whether two JSON values are equal: objects whatever the order of their properties. */
export function deepEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return false;
  }
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => deepEqual(item, right[index]));
  }
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every(
    (name) =>
      hasOwn(right, name) &&
      deepEqual((left as Record<string, unknown>)[name], (right as Record<string, unknown>)[name]),
  );
}
