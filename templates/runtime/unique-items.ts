import { canonicalText } from "./canonical-text.ts";
import { deepEqual } from "./deep-equal.ts";
import { own } from "./own.ts";

/** Whether no two items of an array are equal. */
export function uniqueItems(items: readonly unknown[]): boolean {
  if (items.length < 5) return allDiffer(items);
  const scalars = new Set<unknown>();
  const structures: object[] = [];
  for (const item of items) {
    if (typeof item === "object" && item !== null) structures.push(item);
    else if (scalars.size === scalars.add(item).size) return false;
  }
  return areUnique(structures, Object.keys(structures[0] ?? {}), 0);
}

/** Whether no two structures are equal. Those that differ in a named scalar are not compared. */
function areUnique(
  structures: readonly object[],
  names: readonly string[],
  depth: number,
): boolean {
  if (structures.length < 5) return allDiffer(structures);
  const name = names[depth];
  // Where many agree so far, they may in all other names, too.
  if (name === undefined || depth === 8) {
    return new Set(structures.map((each) => canonicalText(each))).size === structures.length;
  }
  const groups = new Map<unknown, object[]>();
  for (const structure of structures) {
    const member = own(structure, name);
    const mark = typeof member === "object" ? null : member;
    const group = groups.get(mark);
    if (group === undefined) groups.set(mark, [structure]);
    else group.push(structure);
  }
  for (const group of groups.values()) if (!areUnique(group, names, depth + 1)) return false;
  return true;
}

function allDiffer(items: readonly unknown[]): boolean {
  for (let index = 1; index < items.length; index += 1) {
    for (let other = 0; other < index; other += 1) {
      if (deepEqual(items[other], items[index])) return false;
    }
  }
  return true;
}
