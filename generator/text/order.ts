/**
 * Compares two texts by their UTF-16 code units, the same on every machine and in every locale.
 * Returns a negative number, zero or a positive number, as `Array.prototype.sort` takes it.
 */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
