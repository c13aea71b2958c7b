import { deepEqual } from "./deep-equal.ts";

/** Whether no two items of an array are equal. */
export function uniqueItems(items: readonly unknown[]): boolean {
  const scalars = new Set<unknown>();
  const structures: unknown[] = [];
  for (const item of items) {
    if (typeof item === "object" && item !== null) {
      if (structures.some((structure) => deepEqual(structure, item))) return false;
      structures.push(item);
    } else {
      if (scalars.has(item)) return false;
      scalars.add(item);
    }
  }
  return true;
}
