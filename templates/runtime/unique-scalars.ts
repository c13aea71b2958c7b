/** Whether no two items of an array are equal, where none is an array or an object. */
export function uniqueScalars(items: readonly unknown[]): boolean {
  if (items.length > 16) return new Set(items).size === items.length;
  for (let index = 1; index < items.length; index += 1) {
    if (items.includes(items[index - 1], index)) return false;
  }
  return true;
}
